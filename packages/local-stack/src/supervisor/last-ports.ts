import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writePrivateJson } from '../home/write-private-json.ts';

const portSchema = z.int().min(1).max(65_535);
const portsSchema = z.object({
  stack: portSchema,
  database: portSchema.nullable(),
  /** Of the simulators; missing in a home from before there were any. */
  providers: portSchema.optional(),
  /** Of the product's programs; missing where none ran. */
  api: portSchema.optional(),
  worker: portSchema.optional(),
  storefronts: z.record(z.string(), portSchema).optional(),
});

/** Where a home listened when it ran last; `database` is null where the server was the person's own. */
export type StackPorts = z.infer<typeof portsSchema>;

/** Noted so that a home keeps its address: clients that wait for its return find it. */
export const writeLastPorts = (file: string, ports: StackPorts): Promise<void> =>
  writePrivateJson(file, ports);

/** Null at the first start, and when the note cannot be read. */
export async function readLastPorts(file: string): Promise<StackPorts | null> {
  try {
    return portsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return null;
  }
}
