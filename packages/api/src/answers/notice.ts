import type { Notice } from '@act/ai-models';
import { noticeKinds } from '@act/ai-models/schemas';
import { z } from '@hono/zod-openapi';
import { id, time } from './fields.ts';

/** Something that a person is told. */
export const noticeSchema = z
  .object({
    id,
    kind: z.enum(noticeKinds),
    jobId: z.string().nullable(),
    generationId: z.string().nullable(),
    facts: z
      .record(z.string(), z.unknown())
      .openapi({ description: 'Names and counts; which there are depends on the kind.' }),
    readAt: time.nullable(),
    createdAt: time,
  })
  .openapi('Notice');

export const toNoticeAnswer = (notice: Notice): z.input<typeof noticeSchema> => ({
  ...notice,
  facts: { ...notice.facts },
  readAt: notice.readAt?.toISOString() ?? null,
  createdAt: notice.createdAt.toISOString(),
});
