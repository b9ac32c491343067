import { ApiError } from './api-error.ts';

const methods = 'GET, POST, PUT, PATCH, DELETE';
const requestHeaders =
  'Authorization, Content-Type, Idempotency-Key, If-None-Match, Last-Event-ID, X-Brand-Id, X-Request-Id';
const answerHeaders =
  'Content-Disposition, ETag, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id';

/** The answer to a browser that asks whether a page of another origin may call; only those on the list may. */
export function answerPreflight(request: Request, allowedOrigins: ReadonlySet<string>): Response {
  const origin = request.headers.get('origin');
  if (origin === null || !allowedOrigins.has(origin)) throw originRefused();
  const headers = new Headers({
    'Access-Control-Allow-Methods': methods,
    'Access-Control-Allow-Headers': requestHeaders,
    'Access-Control-Max-Age': '600',
  });
  addCorsHeaders(headers, request, allowedOrigins);
  return new Response(null, { status: 204, headers });
}

/** Lets the page read the answer. */
export function addCorsHeaders(answer: Headers, request: Request, allowedOrigins: ReadonlySet<string>): void {
  answer.append('Vary', 'Origin');
  const origin = request.headers.get('origin');
  if (origin === null || !allowedOrigins.has(origin)) return;
  answer.set('Access-Control-Allow-Origin', origin);
  answer.set('Access-Control-Allow-Credentials', 'true');
  answer.set('Access-Control-Expose-Headers', answerHeaders);
}

export const originRefused = () =>
  new ApiError({
    status: 403,
    code: 'origin_refused',
    message: 'Pages of this origin may not call here.',
    hint: 'An operator can add the origin to the list.',
  });
