import type { ContentfulStatusCode } from 'hono/utils/http-status';

export interface ApiErrorDetails {
  status: ContentfulStatusCode;
  /** A word for programs; stable. */
  code: string;
  /** A sentence for people. */
  message: string;
  /** What to do next, as a sentence. */
  hint?: string;
  /** More for programs, such as every problem of an input. */
  details?: Readonly<Record<string, unknown>>;
  headers?: Readonly<Record<string, string>>;
}

/** A request that is refused, in the words and with the status that the caller gets. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly hint: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor({ status, code, message, hint = '', details = {}, headers = {} }: ApiErrorDetails) {
    super(message);
    this.status = status;
    this.code = code;
    this.hint = hint;
    this.details = details;
    this.headers = headers;
  }
}
