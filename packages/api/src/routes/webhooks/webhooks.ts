import { createAiModels } from '@act/ai-models';
import { z } from '@hono/zod-openapi';
import type { ApiWorld } from '../../api-world.ts';
import { ApiError } from '../../http/api-error.ts';
import { readBytes } from '../../http/read-body.ts';
import { whole } from '../answers.ts';
import { openRoute } from '../open-route.ts';
import { nothing } from '../route-config.ts';

const body = {
  type: 'application/json',
  schema: z.looseObject({}).openapi({ description: 'As the provider sends it.' }),
};

export const providerWebhook = openRoute({
  method: 'post',
  path: '/webhooks/{provider}/{capability}',
  operationId: 'providerWebhook',
  area: 'Webhooks',
  summary: 'Where a provider rings for one run.',
  description:
    'The address is handed out with the run; nobody else knows it. Whether there is such a run is not told.',
  params: z.object({
    provider: z.string().regex(/^[a-z]{1,40}$/),
    capability: z.string().regex(/^[\w-]{20,100}$/),
  }),
  query: nothing,
  body,
  refuses: [401, 404, 408, 413, 503],
  answer: whole('Heard: the engine looks.', null, 202),
  handle: ({ request, params: { provider, capability }, world }) =>
    ring(request, { provider, capability }, world),
});

/** Nobody's, and as long as one: rings nowhere. */
const nobodysCapability = 'without-a-capability-nothing-rings';

export const replicateTrainingWebhook = openRoute({
  method: 'post',
  path: '/webhook/replicate-training',
  operationId: 'replicateTrainingWebhook',
  area: 'Webhooks',
  summary: 'The address of the founding document for the webhooks of Replicate.',
  description:
    'With the capability as a query parameter, it rings; Replicate keeps those. Without it, a genuine webhook is heard and the engine looks at its own time.',
  params: nothing,
  query: z.strictObject({
    capability: z
      .string()
      .regex(/^[\w-]{20,100}$/)
      .optional(),
  }),
  body,
  refuses: [401, 404, 408, 413, 503],
  answer: whole('Heard.', null, 202),
  handle: ({ request, query: { capability = nobodysCapability }, world }) =>
    ring(request, { provider: 'replicate', capability }, world),
});

/** A training brings its whole log. */
const maximumBytes = 4 * 1024 * 1024;
/** Nobody has signed in here: what is read at once is bounded, and a provider rings again. */
const maximumAtOnce = 16;
let readingNow = 0;

/** The library checks it, under the address that it knows; what it refuses is told in our form. */
async function ring(
  request: Request,
  { provider, capability }: { readonly provider: string; readonly capability: string },
  { supabase, fetch, webhookSecrets, limits, now }: ApiWorld,
): Promise<Response> {
  // Before a byte of it is read.
  if (webhookSecrets[provider] !== undefined && !request.headers.has('webhook-signature')) throw unsigned;
  if (readingNow >= maximumAtOnce) throw later;
  readingNow += 1;
  const body = await readBytes(request, { maximumBytes, timeoutMs: limits.bodyTimeoutMs }).finally(() => {
    readingNow -= 1;
  });
  const ai = createAiModels({ supabase, access: { accessToken: () => null }, fetch, webhookSecrets, now });
  const address = new URL(`/webhooks/${provider}/${encodeURIComponent(capability)}`, request.url);
  const answer = await ai.ringDoorbell(
    new Request(address, { method: 'POST', headers: request.headers, body }),
  );
  if (answer.ok) return answer;
  throw refusals.get(answer.status) ?? later;
}

const unsigned = new ApiError({
  status: 401,
  code: 'webhook_invalid',
  message: 'The webhook was not signed by the provider, or not just now.',
  hint: 'Sign it with the secret of the account.',
});

const notThere = new ApiError({
  status: 404,
  code: 'webhook_not_found',
  message: 'There is no doorbell at this address.',
});

const refusals: ReadonlyMap<number, ApiError> = new Map([
  [401, unsigned],
  [404, notThere],
]);

const later = new ApiError({
  status: 503,
  code: 'webhook_not_taken',
  message: 'The webhook cannot be taken at the moment.',
  hint: 'Send it again later.',
  headers: { 'Retry-After': '30' },
});
