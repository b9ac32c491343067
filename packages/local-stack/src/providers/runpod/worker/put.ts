import { z } from 'zod';
import type { ByteSource } from '../../serving/bytes.ts';
import type { WorkerRun } from './worker-run.ts';

/** What came of an upload to an address that takes one. */
export type PutResult =
  | { outcome: 'stored' }
  /** Something lies there already; `mayBeOurs` where an earlier try of ours got no answer. */
  | { outcome: 'taken'; mayBeOurs: boolean }
  | { outcome: 'refused'; reason: string };

const tries = 3;
const pauseMs = 2_000;

const refusalSchema = z.object({
  statusCode: z.union([z.string(), z.number()]).nullish(),
  error: z.string().nullish(),
});

/** Puts bytes to a signed address, and again where the answer was lost or the other side is unwell. */
export async function put(
  url: string,
  contentType: string,
  body: ByteSource,
  run: WorkerRun,
): Promise<PutResult> {
  let reason = '';
  for (let attempt = 1; attempt <= tries; attempt++) {
    if (attempt > 1) await run.sleep(pauseMs);
    const response = await send(url, contentType, body, run);
    if (response instanceof Error) {
      reason = response.message;
      continue;
    }
    const text = (await response.text()).slice(0, 2_000);
    if (response.ok) return { outcome: 'stored' };
    if (isTaken(response.status, text)) return { outcome: 'taken', mayBeOurs: attempt > 1 };
    reason = `HTTP status ${response.status}`;
    if (response.status < 500 && response.status !== 429) return { outcome: 'refused', reason };
  }
  return { outcome: 'refused', reason };
}

async function send(
  url: string,
  contentType: string,
  body: ByteSource,
  { fetch, signal }: WorkerRun,
): Promise<Response | Error> {
  try {
    return await fetch(url, {
      method: 'PUT',
      headers: { 'content-type': contentType, 'content-length': String(body.sizeBytes) },
      body: body.stream(),
      duplex: 'half',
      signal,
    });
  } catch (error) {
    signal.throwIfAborted();
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Supabase says 400 and the real status in the body; others say 409. */
function isTaken(status: number, text: string): boolean {
  if (status === 409) return true;
  const refusal = refusalSchema.safeParse(parseJson(text));
  return (
    status === 400 &&
    refusal.success &&
    (String(refusal.data.statusCode) === '409' || refusal.data.error === 'Duplicate')
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
