import { type ApiAccess, type ApiCall, callApi, sendToApi } from './call-api.ts';
import { createTaggedCall } from './call-tagged.ts';
import type {
  CleanupPlan,
  CreatedWebhook,
  DeletedData,
  Me,
  MyData,
  NoticePreferences,
  Policy,
  Usage,
  WebhookEndpoint,
} from './settings-answers.ts';
import type { NoticeWish, PolicyWish, PushWish } from './settings-wishes.ts';

/** What the settings of a brand and a person ask; no other page loads it. */
export const createSettingsApi = (access: ApiAccess) => {
  const call = <Answer>(one: ApiCall) => callApi<Answer>(access, one);
  const poll = createTaggedCall(access);
  const at = encodeURIComponent;
  const command = async (one: ApiCall): Promise<void> => void (await sendToApi(access, one));
  return {
    notices: {
      preferences: (signal?: AbortSignal) => call<NoticePreferences>({ path: '/me/notices', signal }),
      prefer: async (notices: NoticeWish) =>
        (await call<{ notices: NoticePreferences }>({ method: 'PATCH', path: '/me', body: { notices } }))
          .notices,
      savePush: (body: PushWish) => command({ method: 'POST', path: '/notices/push-subscriptions', body }),
      removePush: (endpoint: string) =>
        command({ method: 'DELETE', path: '/notices/push-subscriptions', query: { endpoint } }),
    },
    webhooks: {
      list: async (signal?: AbortSignal) =>
        (await call<{ items: readonly WebhookEndpoint[] }>({ path: '/notices/webhooks', signal })).items,
      create: (body: { address: string; kinds?: readonly string[] | undefined }) =>
        call<CreatedWebhook>({ method: 'POST', path: '/notices/webhooks', body }),
      update: (id: string, body: { isEnabled: boolean }) =>
        call<WebhookEndpoint>({ method: 'PATCH', path: `/notices/webhooks/${at(id)}`, body }),
      delete: (id: string) => command({ method: 'DELETE', path: `/notices/webhooks/${at(id)}` }),
      test: (id: string) => command({ method: 'POST', path: `/notices/webhooks/${at(id)}/test` }),
    },
    policy: {
      get: (signal?: AbortSignal) => poll<Policy>({ path: '/brand/settings', signal }),
      change: (body: PolicyWish) => call<Policy>({ method: 'PATCH', path: '/brand/settings', body }),
      cleanup: (signal?: AbortSignal) => call<CleanupPlan>({ path: '/cleanup', signal }),
      usage: (months: number, signal?: AbortSignal) =>
        poll<Usage>({ path: '/usage', query: { months }, signal }),
    },
    me: {
      get: (signal?: AbortSignal) => call<Me>({ path: '/me', signal }),
      data: (signal?: AbortSignal) => call<MyData>({ path: '/me/data', signal }),
      delete: async () => {
        // What is asked meanwhile is refused before this is answered.
        access.onLeave?.(true);
        try {
          return await call<DeletedData>({ method: 'DELETE', path: '/me' });
        } catch (error) {
          access.onLeave?.(false);
          throw error;
        }
      },
    },
  };
};
