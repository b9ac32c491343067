import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { StackDescription } from './stack-description.ts';

const startedSchema = z.object({ apiUrl: z.url().optional(), workerUrl: z.url().optional() });

/** What started after the pages did, as `.act/stack.json` tells it; nothing while it is not written. */
export async function readStartedParts(
  stackFile: string | undefined,
): Promise<Pick<StackDescription, 'apiUrl' | 'workerUrl'>> {
  if (stackFile === undefined) return {};
  try {
    const { apiUrl, workerUrl } = startedSchema.parse(JSON.parse(await readFile(stackFile, 'utf8')));
    return { ...(apiUrl && { apiUrl }), ...(workerUrl && { workerUrl }) };
  } catch {
    return {};
  }
}
