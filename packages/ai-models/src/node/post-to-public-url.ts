import { AiModelsError } from '../errors/index.ts';
import { isPublicUrl } from '../shared/http/public-url.ts';
import { type HostCheck, network, type OutsideTarget, toOutsideOptions } from './outside-network.ts';

export interface PublicPost {
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: string | Uint8Array;
  /** The whole of it, from the first look-up to the answer's head. Default 10,000. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

interface PostRequest extends OutsideTarget {
  port?: string;
  method: 'POST';
  headers: Record<string, string | number>;
  signal: AbortSignal;
}

/** The ways to the network, which a test cannot take; Node's own `request` is one. */
export interface Network extends HostCheck {
  readonly request: (
    options: PostRequest,
    onResponse: (response: {
      statusCode?: number | undefined;
      headers: { 'retry-after'?: string | undefined };
    }) => void,
  ) => {
    on(event: 'error', listener: (error: Error) => void): unknown;
    end(body: string | Uint8Array): unknown;
    destroy(): unknown;
  };
}

/** What became of it. The body of an answer is not read: what strangers say is not for our rows. */
export type PostOutcome =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfterSeconds: number | null }
  /** Nothing was sent: the address is none of the open internet, or stands for one that is not. */
  | { readonly kind: 'refused' }
  /** It may have been heard. */
  | { readonly kind: 'unanswered'; readonly reason: string };

/**
 * Posts to an address that somebody gave us: https only, to where the open internet is only, checked on the connection
 * itself. No redirect is followed.
 */
export async function postToPublicUrl(
  address: string,
  { headers, body, timeoutMs = 10_000, signal }: PublicPost,
  ways: Network = network,
): Promise<PostOutcome> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'https:' || url.username || url.password || !isPublicUrl(address)) {
    return { kind: 'refused' };
  }
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    return await new Promise<PostOutcome>((resolve, reject) => {
      const asking = ways.request(
        {
          ...toOutsideOptions(url, ways),
          ...(url.port && { port: url.port }),
          method: 'POST',
          headers: { ...headers, 'content-length': Buffer.byteLength(body) },
          signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
        },
        ({ statusCode: status = 0, headers: { 'retry-after': retryAfter } }) => {
          resolve({ kind: 'answered', status, retryAfterSeconds: toSeconds(retryAfter) });
          asking.destroy();
        },
      );
      asking.on('error', reject);
      asking.end(body);
    });
  } catch (error) {
    if (AiModelsError.isInstance(error, 'url_refused')) return { kind: 'refused' };
    if (deadline.aborted) return { kind: 'unanswered', reason: 'timeout' };
    return { kind: 'unanswered', reason: reasonOf(error) };
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'network';

/** Seconds, or a date. */
function toSeconds(retryAfter: string | undefined): number | null {
  if (retryAfter === undefined) return null;
  if (/^\d{1,9}$/.test(retryAfter)) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}
