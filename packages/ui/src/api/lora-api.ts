import type { Generation, Page, TrainingJob } from './answers.ts';
import { type ApiAccess, type ApiCall, callApi, sendToApi } from './call-api.ts';
import type { Lora } from './lora-answers.ts';
import type { LoraPaintWish, LoraWish } from './lora-wishes.ts';

interface LoraQuery {
  readonly cursor?: string | null | undefined;
  /** Those that were deleted and can be restored, instead. */
  readonly deleted?: boolean | undefined;
  /** Those that others share with the brand, instead. */
  readonly shared?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What the LoRA studio asks: its own view of trainings and models. */
export const createLoraApi = (access: ApiAccess) => {
  const call = <Answer>(one: ApiCall) => callApi<Answer>(access, one);
  const at = encodeURIComponent;
  return {
    list: ({ signal, ...query }: LoraQuery) => call<Page<Lora>>({ path: '/loras', query, signal }),
    create: (body: LoraWish, idempotencyKey: string) =>
      call<Lora>({ method: 'POST', path: '/loras', body, idempotencyKey }),
    get: (id: string, signal?: AbortSignal) => call<Lora>({ path: `/loras/${at(id)}`, signal }),
    share: (id: string) => call<Lora>({ method: 'POST', path: `/loras/${at(id)}/share` }),
    withdraw: (id: string) => call<Lora>({ method: 'POST', path: `/loras/${at(id)}/withdraw` }),
    retry: (id: string) => call<Lora>({ method: 'POST', path: `/loras/${at(id)}/retry` }),
    delete: async (id: string): Promise<void> =>
      void (await sendToApi(access, { method: 'DELETE', path: `/loras/${at(id)}` })),
    restore: (id: string) => call<TrainingJob>({ method: 'POST', path: `/training/jobs/${at(id)}/restore` }),
    describe: (id: string, body: { readonly name: string; readonly description: string | null }) =>
      call<TrainingJob>({ method: 'PATCH', path: `/training/jobs/${at(id)}`, body }),
    paint: (body: LoraPaintWish, idempotencyKey: string) =>
      call<Generation>({ method: 'POST', path: '/generations/create', body, idempotencyKey }),
  };
};
