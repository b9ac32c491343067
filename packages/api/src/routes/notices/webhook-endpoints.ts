import type { WebhookEndpoint } from '@act/ai-models';
import { webhookKinds } from '@act/ai-models/schemas';
import { z } from '@hono/zod-openapi';
import { failure, id, idParams, time } from '../../answers/fields.ts';
import { empty, json } from '../answers.ts';
import { personRoute } from '../person-route.ts';
import { brandField } from '../request-fields.ts';

const address = z.string().max(2000).openapi({ example: 'https://n8n.example.com/webhook/trained' });
const kinds = z.array(z.enum(webhookKinds)).min(1).max(webhookKinds.length);

const endpointSchema = z
  .object({
    id,
    address,
    kinds: z.array(z.enum(webhookKinds)).readonly(),
    isEnabled: z.boolean(),
    disabledReason: z.enum(['gone', 'failing']).nullable(),
    lastError: failure.openapi({ description: 'Why the last call failed; null where it went well.' }),
    lastSentAt: time.nullable(),
    createdAt: time,
  })
  .openapi('WebhookEndpoint');

const toEndpoint = (endpoint: WebhookEndpoint) => ({
  ...endpoint,
  lastSentAt: endpoint.lastSentAt?.toISOString() ?? null,
  createdAt: endpoint.createdAt.toISOString(),
});

export const listWebhookEndpoints = personRoute({
  method: 'get',
  path: '/notices/webhooks',
  operationId: 'listWebhookEndpoints',
  area: 'Notices',
  summary: "Lists where the brand's machines are told; for admins.",
  answer: json('The addresses.', z.object({ items: z.array(endpointSchema) }).openapi('WebhookEndpointList')),
  handle: async ({ caller }) => {
    const { id: brandId } = await caller.needRole('admin');
    return { items: (await caller.ai.listWebhookEndpoints({ brandId })).map(toEndpoint) };
  },
});

export const createWebhookEndpoint = personRoute({
  method: 'post',
  path: '/notices/webhooks',
  operationId: 'createWebhookEndpoint',
  area: 'Notices',
  summary: 'Has a machine told, each time with a signature; for admins.',
  body: z.strictObject({ ...brandField, address, kinds: kinds.optional() }),
  example: { address: 'https://n8n.example.com/webhook/trained', kinds: ['training.completed'] },
  refuses: [409],
  answer: json(
    'With the secret that signs each call, which is shown this once.',
    endpointSchema.extend({ secret: z.string() }).openapi('CreatedWebhookEndpoint'),
    201,
  ),
  handle: async ({ caller, body }) => {
    const { secret, ...made } = await caller.ai.createWebhookEndpoint({ ...body, brandId: caller.brandId });
    return { ...toEndpoint(made), secret };
  },
});

export const updateWebhookEndpoint = personRoute({
  method: 'patch',
  path: '/notices/webhooks/{id}',
  operationId: 'updateWebhookEndpoint',
  area: 'Notices',
  summary: 'Changes where, of what and whether; for admins.',
  params: idParams,
  body: z.strictObject({
    ...brandField,
    address: address.optional(),
    kinds: kinds.optional(),
    isEnabled: z.boolean().optional(),
  }),
  example: { isEnabled: true },
  refuses: [409],
  answer: json('As it is now.', endpointSchema),
  handle: async ({ caller, params, body }) =>
    toEndpoint(await caller.ai.updateWebhookEndpoint(params.id, { ...body, brandId: caller.brandId })),
});

export const deleteWebhookEndpoint = personRoute({
  method: 'delete',
  path: '/notices/webhooks/{id}',
  operationId: 'deleteWebhookEndpoint',
  area: 'Notices',
  summary: 'Ends it; for admins.',
  params: idParams,
  answer: empty('It is called no more.'),
  handle: ({ caller, params }) => caller.ai.deleteWebhookEndpoint(params.id, { brandId: caller.brandId }),
});

export const sendTestWebhook = personRoute({
  method: 'post',
  path: '/notices/webhooks/{id}/test',
  operationId: 'sendTestWebhook',
  area: 'Notices',
  summary: 'Has it called with a `webhook.test`, to see that it works; for admins.',
  params: idParams,
  refuses: [409],
  answer: json('What is sent.', z.object({ noticeId: z.string() }).openapi('SentTestWebhook'), 202),
  handle: ({ caller, params }) => caller.ai.sendTestWebhook(params.id, { brandId: caller.brandId }),
});
