import { createHash } from 'node:crypto';
import { type ByteSource, sliceBytes } from '../../serving/bytes.ts';
import { put } from './put.ts';
import { WorkerError } from './worker-error.ts';
import type { WorkerRun } from './worker-run.ts';

/** A file as the contract describes it. */
export interface UploadedFile {
  sha256: string;
  bytes: number;
}

/** Delivers a file. The fault `truncate` makes it arrive shorter than it was said to be. */
export async function upload(
  url: string | undefined,
  file: ByteSource,
  run: WorkerRun,
): Promise<UploadedFile> {
  if (url === undefined) throw new WorkerError('UploadError', 'No address for the file.');
  const sha256 = await hashOf(file);
  const sent = run.faults.take(run.place, 'truncate') ? cutShort(file) : file;
  const result = await put(url, 'application/octet-stream', sent, run);
  const isThere = result.outcome === 'taken' && (result.mayBeOurs || run.isResumed);
  if (result.outcome === 'stored' || isThere) {
    return { sha256, bytes: file.sizeBytes };
  }
  const reason = result.outcome === 'taken' ? 'the address has a file already' : result.reason;
  throw new WorkerError('UploadError', `A file could not be uploaded: ${reason}`);
}

async function hashOf({ stream }: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of stream()) hash.update(chunk);
  return hash.digest('hex');
}

function cutShort(file: ByteSource): ByteSource {
  const sizeBytes = Math.floor(file.sizeBytes * 0.6);
  return { sizeBytes, stream: () => sliceBytes(file, 0, sizeBytes) };
}
