import { isRecord } from '../shared/read-answer.ts';

/** The body as it was sent, which n8n keeps beside the one that it has parsed; empty where it cannot be had. */
export async function readRawBody(request: unknown): Promise<Buffer> {
  const kept = read(request);
  if (kept) return kept;
  if (isRecord(request) && typeof request.readRawBody === 'function') await request.readRawBody();
  return read(request) ?? Buffer.alloc(0);
}

const read = (request: unknown): Buffer | null =>
  isRecord(request) && Buffer.isBuffer(request.rawBody) ? request.rawBody : null;
