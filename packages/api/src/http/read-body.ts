import { ApiError } from './api-error.ts';

export interface ReadBodyOptions {
  /** A longer body is refused, before all of it is read. */
  readonly maximumBytes: number;
  /** How long the caller may take to send it. */
  readonly timeoutMs: number;
}

/** The body of a request as text. @throws ApiError 400, 408, 413 */
export async function readBody(request: Request, options: ReadBodyOptions): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readBytes(request, options));
  } catch (error) {
    throw error instanceof ApiError ? error : unreadable();
  }
}

/** The body of a request, in bounded memory and time. @throws ApiError 408, 413 */
export async function readBytes(
  request: Request,
  { maximumBytes, timeoutMs }: ReadBodyOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > maximumBytes) throw tooLarge(maximumBytes);
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array(0);
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(tooSlow()), timeoutMs);
  try {
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    for (let size = 0; ; ) {
      const { done, value } = await Promise.race([reader.read(), late.promise]);
      if (done) return new Uint8Array(await new Blob(pieces).arrayBuffer());
      size += value.byteLength;
      if (size > maximumBytes) throw tooLarge(maximumBytes);
      pieces.push(value);
    }
  } catch (error) {
    // Not waited for: nobody reads on.
    void reader.cancel().catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

const tooLarge = (maximumBytes: number) =>
  new ApiError({
    status: 413,
    code: 'body_too_large',
    message: `The body is larger than the ${Math.floor(maximumBytes / 1024)} kB that are taken here.`,
    hint: 'Send less at once; files go straight to storage, see POST /assets/uploads.',
  });

export const tooSlow = () =>
  new ApiError({
    status: 408,
    code: 'body_too_slow',
    message: 'The body did not arrive in time.',
    hint: 'Try again over a better connection.',
  });

const unreadable = () =>
  new ApiError({
    status: 400,
    code: 'body_invalid',
    message: 'The body broke off, or is no UTF-8.',
    hint: 'Send it again, as UTF-8.',
  });
