import { toByteSource } from '../../serving/bytes.ts';
import { readBytes } from '../../serving/fetch-input.ts';
import { lockSchema, type WorkerInput } from '../worker-contract.ts';
import { put } from './put.ts';
import { WorkerError } from './worker-error.ts';
import type { WorkerRun } from './worker-run.ts';

/** Whether this run may begin; if not, which one has, where that can be read. */
export type Claim = { isOurs: true } | { isOurs: false; heldBy: string | null };

/** Writes the lock, which can be written once. A run that RunPod starts again finds its own. */
export async function claimLock(input: WorkerInput, run: WorkerRun): Promise<Claim> {
  const lock = Buffer.from(JSON.stringify({ run: run.id, run_key: input.run_key }));
  const result = await put(input.lock_url, 'application/json', toByteSource(lock), run);
  if (result.outcome === 'stored') return { isOurs: true };
  if (result.outcome === 'refused') {
    throw new WorkerError('UploadError', `The lock could not be written: ${result.reason}`);
  }
  const heldBy = input.lock_read_url === undefined ? null : await readHolder(input.lock_read_url, run);
  return heldBy === run.id ? { isOurs: true } : { isOurs: false, heldBy };
}

async function readHolder(url: string, { fetch, signal }: WorkerRun): Promise<string | null> {
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) {
      await response.body?.cancel();
      return null;
    }
    const bytes = await readBytes(response, 10_000);
    return lockSchema.parse(JSON.parse(Buffer.from(bytes).toString())).run;
  } catch {
    signal.throwIfAborted();
    return null;
  }
}
