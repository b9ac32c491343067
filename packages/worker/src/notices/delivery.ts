import { languages } from '@act/tenant-config';
import type { SupabaseClient } from '@supabase/supabase-js';
import { z } from 'zod';

/** As `private.claim_delivery` answers. */
export const deliveryClaim = z.object({
  brand_id: z.string(),
  delivery_id: z.guid(),
  // A bigint, which comes as text.
  fence: z.coerce.number().int(),
});
export type DeliveryClaim = z.output<typeof deliveryClaim>;

const factsSchema = z.looseObject({
  name: z.string().optional(),
  modelId: z.string().optional(),
  pictures: z.number().optional(),
  names: z.array(z.string()).optional(),
  errorCode: z.string().optional(),
  spentUsd: z.number().optional(),
  budgetUsd: z.number().optional(),
  host: z.string().optional(),
  reason: z.string().optional(),
});

const openedSchema = z.object({
  channel: z.enum(['email', 'push', 'webhook']),
  attempts: z.number(),
  notice: z.object({
    id: z.guid(),
    kind: z.string(),
    jobId: z.guid().nullable(),
    generationId: z.guid().nullable(),
    facts: factsSchema,
    createdAt: z.coerce.date(),
  }),
  brand: z.object({ id: z.string(), name: z.string(), settings: z.unknown() }),
  person: z
    .object({
      email: z.string().nullable(),
      unsubscribeToken: z.string().nullable(),
      language: z.enum(languages).nullable().catch(null),
    })
    .nullable(),
  push: z.object({ endpoint: z.string(), publicKey: z.string(), authSecret: z.string() }).nullable(),
  webhook: z.object({ address: z.string(), secret: z.string() }).nullable(),
});

/** One notice and the way that it is to take, with all that is needed. */
export type OpenedDelivery = z.output<typeof openedSchema> & { readonly id: string };
export type NoticeToTell = OpenedDelivery['notice'];

/** What became of one try. `error` is a short code of ours: nothing that strangers said is kept. */
export type DeliveryOutcome =
  | { readonly outcome: 'sent' }
  /** Surely not delivered; it may be the next time. */
  | { readonly outcome: 'failed'; readonly error: string; readonly retryAfterSeconds?: number | null }
  /** Nobody knows. */
  | { readonly outcome: 'unknown'; readonly error: string }
  /** No further try would help. */
  | { readonly outcome: 'given_up'; readonly error: string }
  /** Nor any other notice there. */
  | { readonly outcome: 'gone'; readonly error: string };

/** A notice that is ready to leave: one try. */
export type SendNotice = (signal: AbortSignal) => Promise<DeliveryOutcome>;

/** A delivery that this process holds the lease of. */
export interface HeldDelivery {
  /** Null where the lease is lost, or nobody wants it any more. */
  open(): Promise<OpenedDelivery | null>;
  /** Notes that it is about to leave; false where it must not. */
  begin(): Promise<boolean>;
  settle(
    outcome: DeliveryOutcome['outcome'],
    error: string | null,
    retrySeconds: number | null,
  ): Promise<void>;
}

export function holdDelivery(database: SupabaseClient, { delivery_id, fence }: DeliveryClaim): HeldDelivery {
  const call = async (name: string, more: object = {}): Promise<unknown> => {
    const { data, error } = await database.rpc(name, { delivery_id, fence, ...more });
    if (error) throw new Error(`${name} failed: ${error.message}`, { cause: error });
    return data;
  };
  return {
    open: async () => {
      const opened = openedSchema.nullable().parse(await call('open_delivery'));
      return opened && { ...opened, id: delivery_id };
    },
    begin: async () => z.boolean().parse(await call('begin_delivery')),
    settle: async (outcome, error, retrySeconds) => {
      await call('settle_delivery', { outcome, error, retry_seconds: retrySeconds });
    },
  };
}
