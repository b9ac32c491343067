import { createAiModels } from '@act/ai-models';
import { z } from '@hono/zod-openapi';
import { id } from '../../answers/fields.ts';
import { noticeSchema, toNoticeAnswer } from '../../answers/notice.ts';
import { flag, pageOf, pageQuery } from '../../answers/page.ts';
import { empty, json } from '../answers.ts';
import { openRoute } from '../open-route.ts';
import { personRoute } from '../person-route.ts';
import { brandField } from '../request-fields.ts';
import { nothing } from '../route-config.ts';

export const listNotices = personRoute({
  method: 'get',
  path: '/notices',
  operationId: 'listNotices',
  area: 'Notices',
  summary: 'Lists what the caller was told, newest first, and counts what was not read.',
  query: z.strictObject({ ...pageQuery, unreadOnly: flag }),
  isTagged: true,
  answer: json(
    'A page of notices.',
    pageOf(noticeSchema).extend({ unreadCount: z.number() }).openapi('NoticePage'),
  ),
  handle: async ({ caller, query }) => {
    const { items, ...page } = await caller.ai.listNotices({ ...query, brandId: caller.brandId });
    return { ...page, items: items.map(toNoticeAnswer) };
  },
});

export const markNoticesRead = personRoute({
  method: 'post',
  path: '/notices/read',
  operationId: 'markNoticesRead',
  area: 'Notices',
  summary: 'Marks notices as read: these, or all.',
  body: z.strictObject({ ...brandField, ids: z.array(z.guid()).min(1).max(100).optional() }),
  example: {},
  answer: json('How many were unread until now.', z.object({ marked: z.number() }).openapi('MarkedNotices')),
  handle: ({ caller, body: { ids } }) => caller.ai.markNoticesRead({ ids, brandId: caller.brandId }),
});

export const savePushSubscription = personRoute({
  method: 'post',
  path: '/notices/push-subscriptions',
  operationId: 'savePushSubscription',
  area: 'Notices',
  summary: "Has notices shown in the caller's browser.",
  body: z.strictObject({
    ...brandField,
    endpoint: z.string().max(1000),
    expirationTime: z.number().nullish(),
    keys: z.strictObject({ p256dh: z.string().max(100), auth: z.string().max(30) }),
  }),
  answer: json('It was saved.', z.object({ id }).openapi('PushSubscription'), 201),
  handle: ({ caller, body }) => caller.ai.savePushSubscription({ ...body, brandId: caller.brandId }),
});

export const removePushSubscription = personRoute({
  method: 'delete',
  path: '/notices/push-subscriptions',
  operationId: 'removePushSubscription',
  area: 'Notices',
  summary: 'Ends that for one browser.',
  query: z.strictObject({ endpoint: z.string().min(1).max(1000) }),
  answer: empty('It is ended, or never was.'),
  handle: ({ caller, query: { endpoint } }) =>
    caller.ai.removePushSubscription({ endpoint, brandId: caller.brandId }),
});

export const unsubscribeFromNotices = openRoute({
  method: 'post',
  path: '/notices/unsubscribe',
  operationId: 'unsubscribeFromNotices',
  area: 'Notices',
  summary: 'Ends all mails of one brand to one person, for whoever holds the link at the foot of one.',
  params: nothing,
  query: z.strictObject({ token: z.string().min(1).max(500) }),
  refuses: [503],
  answer: json(
    'Whether the link was one of ours.',
    z.object({ unsubscribed: z.boolean() }).openapi('Unsubscribed'),
  ),
  handle: async ({ query: { token }, world: { supabase, fetch } }) => {
    const nobody = createAiModels({ supabase, fetch, access: { accessToken: () => null } });
    return { unsubscribed: await nobody.unsubscribeFromNotices(token) };
  },
});
