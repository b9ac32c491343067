/** What the interface found wrong in one place of what was sent. */
export interface ApiProblem {
  /** As in `config.steps`. */
  readonly path: string;
  readonly message: string;
  /** What to send instead. */
  readonly fix: string;
}

/** One thing that speaks against pictures. */
export interface RefusalReason {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** Empty where it is about all of them. */
  readonly assetIds: readonly string[];
}

interface ApiRefusalDetails {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly requestId: string | null;
  readonly problems?: readonly ApiProblem[] | undefined;
  readonly reasons?: readonly RefusalReason[] | undefined;
}

/** The interface said no, or could not be reached; with words for people and a code for programs. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly status: number;
  readonly code: string;
  readonly hint: string;
  readonly requestId: string | null;
  /** Empty where it is about the whole. */
  readonly problems: readonly ApiProblem[];
  /** Why pictures are not ready; empty where it is about something else. */
  readonly reasons: readonly RefusalReason[];

  constructor(
    { status, code, message, hint, requestId, problems = [], reasons = [] }: ApiRefusalDetails,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.status = status;
    this.code = code;
    this.hint = hint;
    this.requestId = requestId;
    this.problems = problems;
    this.reasons = reasons;
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
    problems: readProblems(pick(error, 'problems')),
    reasons: readReasons(pick(error, 'reasons')),
  });
};

const readProblems = (list: unknown): ApiProblem[] =>
  Array.isArray(list)
    ? list.flatMap((one: unknown) => {
        const path = text(pick(one, 'path'));
        if (path === null) return [];
        return [{ path, message: text(pick(one, 'message')) ?? '', fix: text(pick(one, 'fix')) ?? '' }];
      })
    : [];

const readReasons = (list: unknown): RefusalReason[] =>
  Array.isArray(list)
    ? list.flatMap((one: unknown) => {
        const code = text(pick(one, 'code'));
        if (code === null) return [];
        const ids = pick(one, 'assetIds');
        return [
          {
            code,
            message: text(pick(one, 'message')) ?? '',
            hint: text(pick(one, 'hint')) ?? '',
            assetIds: Array.isArray(ids) ? ids.flatMap((id: unknown) => text(id) ?? []) : [],
          },
        ];
      })
    : [];

const pick = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;

const text = (value: unknown) => (typeof value === 'string' ? value : null);
