/** A request that RunPod refuses. Its bodies are in no document: clients go by the status. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }

  toResponse(): Response {
    return Response.json({ error: this.message }, { status: this.status });
  }
}

export const problems = {
  invalid: (what: string) => new ApiProblem(400, what),
  unauthorized: () => new ApiProblem(401, 'Unauthorized'),
  notFound: () => new ApiProblem(404, 'job not found'),
  endpointNotFound: () => new ApiProblem(404, 'endpoint not found'),
  tooLarge: () => new ApiProblem(413, 'request body too large'),
  throttled: () => new ApiProblem(429, 'too many requests'),
  broken: () => new ApiProblem(500, 'internal server error'),
};
