import type {
  BrandDocument,
  CleanupPlan,
  CreatedWebhook,
  DeletedData,
  Me,
  MyData,
  NoticePage,
  NoticePreferences,
  Policy,
  RetrainingPlan,
  Usage,
  WebhookEndpoint,
} from './account-answers.ts';
import type { NoticeWish, PolicyWish, PushWish } from './account-wishes.ts';
import type { Page, TrainingJob, UploadTarget } from './answers.ts';
import { type ApiAccess, type ApiCall, callApi, sendToApi } from './call-api.ts';
import { createTaggedCall } from './call-tagged.ts';

const underWay = ['pending', 'uploading', 'queued', 'training', 'saving'] as const;

/** What the screens about a brand and a person ask, beside the pictures and models. */
export const createAccountApi = (access: ApiAccess) => {
  const call = <Answer>(one: ApiCall) => callApi<Answer>(access, one);
  const poll = createTaggedCall(access);
  const at = encodeURIComponent;
  const command = async (one: ApiCall): Promise<void> => void (await sendToApi(access, one));
  return {
    documents: {
      list: ({ cursor, signal }: { cursor?: string | null; signal?: AbortSignal }) =>
        call<Page<BrandDocument>>({ path: '/documents', query: { cursor }, signal }),
      prepareUpload: (file: { name: string; contentType: string }) =>
        call<UploadTarget>({ method: 'POST', path: '/documents/uploads', body: file }),
      add: (file: { path: string; name: string }) =>
        call<BrandDocument>({ method: 'POST', path: '/documents', body: file }),
      fileUrl: (id: string) => `${access.baseUrl}/documents/${at(id)}/file?brandId=${at(access.brandId)}`,
      delete: (id: string) => command({ method: 'DELETE', path: `/documents/${at(id)}` }),
    },
    running: {
      /** The trainings that are not done; a page of them is enough to show. */
      jobs: (signal?: AbortSignal) =>
        poll<Page<TrainingJob>>({ path: '/training/jobs', query: { status: underWay, limit: 5 }, signal }),
    },
    notices: {
      list: ({ cursor, signal, limit }: { cursor?: string | null; limit?: number; signal?: AbortSignal }) =>
        poll<NoticePage>({ path: '/notices', query: { cursor, limit }, signal }),
      /** These, or all. */
      markRead: (ids?: readonly string[]) =>
        call<{ marked: number }>({ method: 'POST', path: '/notices/read', body: ids ? { ids } : {} }),
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
      retraining: (signal?: AbortSignal) => call<RetrainingPlan>({ path: '/training/retraining', signal }),
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
