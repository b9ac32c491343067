import { z } from '@hono/zod-openapi';
import { failure, id, time } from '../../answers/fields.ts';
import { flag, oneOrMore, pageOf, pageQuery } from '../../answers/page.ts';
import { json } from '../answers.ts';
import { personRoute } from '../person-route.ts';
import { brandField } from '../request-fields.ts';

const ids = z.array(z.string()).readonly();

export const requestCaptions = personRoute({
  method: 'post',
  path: '/assets/captions',
  operationId: 'requestCaptions',
  area: 'Pictures',
  summary: 'Has a model write captions for pictures.',
  body: z.strictObject({
    ...brandField,
    assetIds: z.array(z.guid()).min(1).max(200),
    prefix: z.string().max(200).optional(),
    overwrite: z.boolean().optional(),
  }),
  example: { assetIds: ['3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77'], prefix: 'photo of [brand], ' },
  isCostly: true,
  answer: json(
    'Those that are described now, wait already, or have a caption.',
    z.object({ requested: ids, waiting: ids, passedOver: ids }).openapi('RequestedCaptions'),
    202,
  ),
  handle: ({ caller, body, idempotencyKey }) =>
    caller.ai.requestCaptions({ ...body, brandId: caller.brandId, idempotencyKey }),
});

const captionRequestSchema = z
  .object({
    id,
    assetId: id,
    status: z.enum(['waiting', 'completed', 'passed_over', 'failed']),
    error: failure,
    createdAt: time,
    completedAt: time.nullable(),
  })
  .openapi('CaptionRequest');

export const listCaptionRequests = personRoute({
  method: 'get',
  path: '/assets/captions',
  operationId: 'listCaptionRequests',
  area: 'Pictures',
  summary: 'Lists wishes for captions and what became of them, newest first.',
  query: z.strictObject({
    ...pageQuery,
    assetId: oneOrMore(z.guid()).optional(),
    onlyWaiting: flag,
  }),
  isTagged: true,
  answer: json('A page of wishes.', pageOf(captionRequestSchema).openapi('CaptionRequestPage')),
  handle: ({ caller, query: { assetId: assetIds, ...filter } }) =>
    caller.ai.listCaptionRequests({ ...filter, assetIds, brandId: caller.brandId }),
});
