import type { PostOutcome, PublicPost } from '@act/ai-models/node';

const timeoutMs = 10_000;

/** As `postToPublicUrl`, to a receiver on this machine. */
export async function postToLoopback(
  address: string,
  { headers, body, signal }: Required<Pick<PublicPost, 'headers' | 'signal'>> & { body: string },
): Promise<PostOutcome> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
      body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body?.cancel();
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
    const retryAfterSeconds = Number.isFinite(retryAfter) ? retryAfter : null;
    return { kind: 'answered', status: response.status, retryAfterSeconds };
  } catch (error) {
    return { kind: 'unanswered', reason: error instanceof DOMException ? error.name : 'unreachable' };
  }
}
