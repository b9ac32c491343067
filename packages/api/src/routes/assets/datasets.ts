import { z } from '@hono/zod-openapi';
import { whole } from '../answers.ts';
import { personRoute } from '../person-route.ts';

export const exportDataset = personRoute({
  method: 'get',
  path: '/datasets/{id}/export',
  operationId: 'exportDataset',
  area: 'Pictures',
  summary: 'Gives pictures and captions as a zip.',
  description: 'Of a training, as it saw them; or, with `current`, all that may be trained with now.',
  params: z.object({
    id: z.union([z.literal('current'), z.guid()]).openapi({ description: 'Of a training, or `current`.' }),
  }),
  refuses: [422],
  answer: whole('The zip.', 'application/zip'),
  handle: async ({ caller, params: { id }, request }) => {
    const { stream, sizeBytes, fileName } = await caller.ai.exportDataset({
      brandId: caller.brandId,
      jobId: id === 'current' ? undefined : id,
      signal: request.signal,
    });
    return new Response(stream, {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Length': String(sizeBytes),
        'Content-Disposition': `attachment; filename="${fileName}"`,
      },
    });
  },
});
