import { noticeKinds } from '@act/ai-models/schemas';
import { languages } from '@act/tenant-config';
import { z } from '@hono/zod-openapi';
import { json } from '../answers.ts';
import { personRoute } from '../person-route.ts';
import { brandField } from '../request-fields.ts';

const language = z.enum(languages).nullable();
const kinds = z.array(z.enum(noticeKinds)).max(noticeKinds.length);

const preferencesSchema = z
  .object({
    language: language.openapi({ description: 'Null: the language of the brand.' }),
    email: kinds.readonly().openapi({ description: 'What comes by mail.' }),
    push: kinds.readonly().openapi({ description: 'What is shown in browsers.' }),
    othersFailures: z
      .boolean()
      .openapi({ description: "For admins: failures in the whole brand's work, too." }),
  })
  .openapi('NoticePreferences');

export const getNoticePreferences = personRoute({
  method: 'get',
  path: '/me/notices',
  operationId: 'getNoticePreferences',
  area: 'Me',
  summary: 'Says how the caller wants to be told in a brand, and of what.',
  answer: json('What they chose.', preferencesSchema),
  handle: ({ caller }) => caller.ai.getNoticePreferences({ brandId: caller.brandId }),
});

export const updateMe = personRoute({
  method: 'patch',
  path: '/me',
  operationId: 'updateMe',
  area: 'Me',
  summary: 'Changes how the caller wants to be told in a brand; what is left out stays.',
  body: z.strictObject({
    ...brandField,
    notices: z.strictObject({
      language: language.optional(),
      email: kinds.optional(),
      push: kinds.optional(),
      othersFailures: z.boolean().optional(),
    }),
  }),
  example: { notices: { language: 'ru', email: ['training.completed', 'training.failed'] } },
  answer: json('What they chose now.', z.object({ notices: preferencesSchema }).openapi('ChangedMe')),
  handle: async ({ caller, body: { notices } }) => ({
    notices: await caller.ai.setNoticePreferences({ ...notices, brandId: caller.brandId }),
  }),
});
