interface ApiRefusalDetails {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly requestId: string | null;
}

/** The interface said no, or could not be reached; with words for people and a code for programs. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly status: number;
  readonly code: string;
  readonly hint: string;
  readonly requestId: string | null;

  constructor({ status, code, message, hint, requestId }: ApiRefusalDetails, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.code = code;
    this.hint = hint;
    this.requestId = requestId;
  }

  /** For whoever helps; nothing in it is secret. */
  get report(): string {
    return [`${this.code} (${this.status})`, this.message, this.requestId && `request ${this.requestId}`]
      .filter(Boolean)
      .join('\n');
  }
}

/** What an answer that is not ok says of itself. */
export const readRefusal = async (response: Response): Promise<ApiRefusal> => {
  const body: unknown = await response.json().catch(() => null);
  const error = pick(body, 'error');
  return new ApiRefusal({
    status: response.status,
    code: text(pick(error, 'code')) ?? 'unknown',
    message: text(pick(error, 'message')) ?? '',
    hint: text(pick(error, 'hint')) ?? '',
    requestId: text(pick(error, 'requestId')) ?? response.headers.get('x-request-id'),
  });
};

const pick = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

const text = (value: unknown) => (typeof value === 'string' ? value : null);
