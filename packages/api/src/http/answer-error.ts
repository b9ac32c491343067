import type { ApiError } from './api-error.ts';

/** The body of every refusal. */
export function answerError(error: ApiError, requestId: string): Response {
  const { code, message, hint, details } = error;
  return Response.json(
    { error: { code, message, hint, requestId, ...details } },
    { status: error.status, headers: { ...error.headers } },
  );
}
