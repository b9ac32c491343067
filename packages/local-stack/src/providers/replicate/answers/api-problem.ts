/** A refusal as Replicate words it. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly body: unknown;
  readonly contentType: string;

  constructor(
    status: number,
    body: { detail: string } & Record<string, unknown>,
    contentType = 'application/json',
  ) {
    super(body.detail);
    this.status = status;
    this.body = body;
    this.contentType = contentType;
  }

  toResponse(): Response {
    return new Response(`${JSON.stringify(this.body)}\n`, {
      status: this.status,
      headers: { 'content-type': this.contentType },
    });
  }
}

/** One thing that is wrong with an input. */
export interface InvalidField {
  /** Such as `enum`, `required`, `number_lte`, `additional_property_not_allowed`. */
  type: string;
  field: string;
  description: string;
}

export const problems = {
  unauthenticated: () =>
    new ApiProblem(401, {
      title: 'Unauthenticated',
      detail: 'You did not pass a valid authentication token',
      status: 401,
    }),
  insufficientCredit: () =>
    new ApiProblem(402, {
      title: 'Insufficient credit',
      detail:
        'You have insufficient credit to run this model. Go to https://replicate.com/account/billing#billing to purchase credit.',
      status: 402,
    }),
  notFound: () => new ApiProblem(404, { detail: 'The requested resource could not be found.', status: 404 }),
  destinationMissing: () =>
    new ApiProblem(404, { detail: 'The specified training destination does not exist', status: 404 }),
  fileMissing: () => new ApiProblem(404, { detail: 'File not found' }, 'application/problem+json'),
  modelExists: () => {
    const detail = 'A model with that name and owner already exists.';
    return new ApiProblem(409, { detail, status: 409, errors: [{ detail }] });
  },
  bodyTooLarge: () => new ApiProblem(413, { detail: 'Request body too large', status: 413 }),
  fileTooLarge: () =>
    new ApiProblem(413, { detail: 'Files must be less than 100MB in size' }, 'application/problem+json'),
  versionInvalid: () =>
    new ApiProblem(422, {
      title: 'Invalid version or not permitted',
      detail: "The specified version does not exist (or perhaps you don't have permission to use it?)",
      status: 422,
    }),
  inputInvalid: (fields: InvalidField[]) =>
    new ApiProblem(422, {
      detail: fields.map(({ field, description }) => `- ${field}: ${description}\n`).join(''),
      status: 422,
      title: 'Input validation failed',
      invalid_fields: fields,
    }),
  refused: (detail: string) => new ApiProblem(422, { detail, status: 422 }),
  throttled: (retryAfterSeconds: number, limit: string) =>
    new ApiProblem(429, {
      detail: `Request was throttled. Your rate limit for ${limit} resets in ~${retryAfterSeconds}s.`,
      status: 429,
      retry_after: retryAfterSeconds,
    }),
  broken: () => new ApiProblem(500, { detail: 'Internal server error', status: 500 }),
};
