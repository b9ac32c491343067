import type { z } from 'zod';
import type { Run } from './run.ts';

/**
 * What a run needs beside its input. It is collected when the run begins; one that goes on in another process has it
 * already, and by then what it was read from may be out of reach.
 */
export async function collectOnce<T>(run: Run, schema: z.ZodType<T>, collect: () => Promise<T>): Promise<T> {
  const collected = schema.safeParse(run.material);
  if (collected.success) return collected.data;
  const material = await collect();
  run.material = material;
  return material;
}
