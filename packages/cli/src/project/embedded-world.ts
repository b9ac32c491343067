import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Environment } from '../load-setting.ts';

/** What this program reads of `.act/stack.json`, which `npm start` writes. */
const embeddedWorldSchema = z.object({
  url: z.url(),
  publishableKey: z.string(),
  secretKey: z.string().optional(),
  pid: z.number().int().optional(),
  people: z
    .array(
      z.object({
        email: z.string(),
        password: z.string(),
        roles: z.record(z.string(), z.string()).default({}),
      }),
    )
    .default([]),
  apiUrl: z.url().optional(),
  workerUrl: z.url().optional(),
  storefronts: z.array(z.object({ name: z.string(), url: z.url() })).default([]),
});

export type EmbeddedWorld = z.output<typeof embeddedWorldSchema>;

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** The embedded world that runs on this machine: in ACT_HOME, in a folder above this one, or in the repository. */
export async function findEmbeddedWorld({ ACT_HOME }: Environment): Promise<EmbeddedWorld | null> {
  const homes = ACT_HOME
    ? [resolve(repository, ACT_HOME)]
    : [...foldersAbove(process.cwd()), repository].map((folder) => join(folder, '.act'));
  for (const home of homes) {
    const world = await readWorld(join(home, 'stack.json'));
    if (world && isAlive(world.pid)) return world;
  }
  return null;
}

/** Whether an address is one of its doors: the stack, the interface, or a storefront. */
export function isDoorOf({ url, apiUrl, storefronts }: EmbeddedWorld, address: string): boolean {
  const doors = [url, apiUrl, ...storefronts.map((storefront) => storefront.url)];
  return doors.some((door) => door !== undefined && URL.parse(door)?.origin === URL.parse(address)?.origin);
}

async function readWorld(file: string): Promise<EmbeddedWorld | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return embeddedWorldSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The file of one that was killed is still there. */
function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return true;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function foldersAbove(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}
