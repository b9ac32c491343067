import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { ZipFigures, ZipTask } from '../zip-task.ts';

const script = fileURLToPath(new URL('./zip-process.ts', import.meta.url));
const figuresSchema = z.object({
  seconds: z.number(),
  zipBytes: z.number(),
  peakBytes: z.number(),
  startBytes: z.number(),
  reads: z.number(),
  secondReads: z.number().nullable(),
});

/** Zips in a new process and gives what it took. */
export function runZip(task: ZipTask, signal?: AbortSignal): Promise<ZipFigures> {
  return new Promise((resolve, reject) => {
    const child = fork(script, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], ...(signal && { signal }) });
    let printed = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
    child.once('message', (message) => resolve(figuresSchema.parse(message)));
    child.once('error', reject);
    // Without a word before: it failed.
    child.once('close', (code) => reject(new Error(`${task.method} ended with ${code}:\n${printed}`)));
    child.send(task);
  });
}
