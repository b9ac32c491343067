const sentences = {
  400: 'What was sent breaks a rule; `problems` names each, and `choices` the brands to choose from.',
  401: 'Nobody is signed in, or the session is over.',
  402: "The brand's budget is used up.",
  403: 'The role does not suffice, or the page that calls is none of ours.',
  404: 'There is nothing of this kind for the caller: it does not exist, or is not theirs.',
  408: 'The body did not arrive in time.',
  409: 'The state does not allow it, or somebody else was faster.',
  413: 'The body is too large.',
  415: 'The body, or a file in it, is of another type than is taken here.',
  422: 'It is well formed, but not ready: `reasons` says why.',
  429: 'Too much at once: wait as long as `Retry-After` says.',
  503: 'Something that is needed does not answer: try again after `Retry-After`.',
} as const;

export type RefusalStatus = keyof typeof sentences;

/** What every route for people may say. */
export const personRefusals = [400, 401, 403, 404, 429, 503] as const;
/** What one that takes a body may say. */
export const bodyRefusals = [400, 408, 413, 415] as const;
/** What one that costs may say. */
export const costlyRefusals = [402, 409, 422] as const;

/** The refusals of a route, by what the document calls them. */
export const describeRefusals = (statuses: readonly RefusalStatus[]) =>
  Object.fromEntries(
    [...new Set(statuses)]
      .sort()
      .map((status) => [status, { $ref: `#/components/responses/${nameOf(status)}` }]),
  );

const nameOf = (status: number | string) => `Refusal${status}`;
const content = { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } };
const retryAfter = {
  'Retry-After': { schema: { type: 'integer' }, description: 'Seconds to wait.' },
} as const;

/** What each of them says, once for all routes. */
export const refusalComponents = Object.entries(sentences).map(([status, description]) => ({
  name: nameOf(status),
  response: {
    description,
    content,
    ...((status === '429' || status === '503') && { headers: retryAfter }),
  },
}));
