import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

// The library's own helpers, started and not imported: it exports what its users need, and these are none of it.
const sourceProcess = fileURLToPath(
  new URL('../../../../ai-models/src/storage/testing/source-process.ts', import.meta.url),
);
const transferProcess = fileURLToPath(
  new URL('../../../../ai-models/src/storage/testing/transfer-process.ts', import.meta.url),
);

const servedSchema = z.object({
  url: z.string(),
  sizeBytes: z.number(),
  rank: z.number(),
  sha256: z.string(),
});
const resultSchema = z.object({
  seconds: z.number(),
  cpuSeconds: z.number(),
  extraPeakBytes: z.number(),
  sha256: z.string(),
});

/** Weights in a tar, served by a process of its own until it is disposed of. */
export type Source = z.infer<typeof servedSchema> & Disposable;

/** How one transfer went. */
export type TransferResult = z.infer<typeof resultSchema>;

/** What our way and the plain one are told; see the library's `transfer-process.ts`. */
export interface Transfer {
  sourceUrl: string;
  path: string;
  storageUrl: string;
  headers: Record<string, string>;
  key: string;
  loraRank: number;
}

export type Way = 'save' | 'fetch';

export async function startSource(megabytes: number): Promise<Source> {
  const child = fork(sourceProcess, [String(megabytes)]);
  const served = servedSchema.parse(await firstMessage(child));
  return { ...served, [Symbol.dispose]: () => void child.kill() };
}

/** One transfer in a fresh process, after a small one. */
export async function runTransfer(
  order: { way: Way; warmUp: Transfer; measured: Transfer },
  signal: AbortSignal | undefined,
): Promise<TransferResult> {
  const child = fork(transferProcess, signal ? { signal } : {});
  const result = firstMessage(child);
  child.send(order);
  return resultSchema.parse(await result);
}

/** What a process says first; fails where it ends without a word. */
export async function firstMessage(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The process that was started ended with exit code ${code}.`);
  });
  const [message] = await Promise.race([once(child, 'message'), ended]);
  ended.catch(() => undefined);
  return message;
}
