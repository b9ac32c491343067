import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { findFreePort, tryPort } from '../home/free-port.ts';
import type { StackSettings } from '../home/load-setting.ts';
import { writePrivateJson } from '../home/write-file.ts';
import { portTaken } from '../postgres/explain-failure.ts';

const portsSchema = z.object({ stack: z.number(), database: z.number() });
export type StackPorts = z.infer<typeof portsSchema>;

const defaultPorts: StackPorts = { stack: 54_321, database: 54_322 };

/**
 * Chooses where to listen: what the person asked for or an error; else where this home listened last time, so that
 * clients which wait for its return find it; else the usual ports, or free ones.
 */
export async function choosePorts(settings: StackSettings, file: string): Promise<StackPorts> {
  const last = await readLastPorts(file);
  const ports = {
    stack: await choose('ACT_STACK_PORT', settings.stackPort, [last?.stack, defaultPorts.stack]),
    database: await choose('ACT_DB_PORT', settings.databasePort, [last?.database, defaultPorts.database]),
  };
  await writePrivateJson(file, ports);
  return ports;
}

async function choose(
  variable: string,
  wanted: number | null,
  preferred: (number | undefined)[],
): Promise<number> {
  if (wanted === null) return findFreePort(preferred.filter((port) => port !== undefined));
  if ((await tryPort(wanted)) === null) throw portTaken(wanted, variable);
  return wanted;
}

async function readLastPorts(file: string): Promise<StackPorts | null> {
  try {
    return portsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}
