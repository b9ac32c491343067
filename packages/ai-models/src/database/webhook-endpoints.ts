import { z } from 'zod';
import type { BrandScope } from '../context.ts';
import { rowOf, rowsOf } from './answer.ts';
import type { Tables, TablesUpdate } from './database.types.ts';

// Everything but the secret, which nobody reads.
const columns =
  'id, brand_id, address, kinds, is_enabled, disabled_reason, failure_count, last_error, last_sent_at, created_at';
export type WebhookEndpointRow = Omit<Tables<'webhook_endpoints'>, 'secret'>;

/** Newest first; there are ten at most. */
export const listWebhookEndpointRows = ({ database, brandId }: BrandScope): Promise<WebhookEndpointRow[]> =>
  rowsOf(
    database
      .from('webhook_endpoints')
      .select(columns)
      .eq('brand_id', brandId)
      .order('created_at', { ascending: false })
      .order('id', { ascending: false }),
  );

export const findWebhookEndpoint = (
  { database, brandId }: BrandScope,
  id: string,
): Promise<WebhookEndpointRow | null> =>
  rowOf(
    database.from('webhook_endpoints').select(columns).eq('brand_id', brandId).eq('id', id).maybeSingle(),
  );

const madeSchema = z.object({ id: z.string(), secret: z.string() });

/** Its secret is told now and never again. */
export const insertWebhookEndpoint = async (
  { database, brandId }: BrandScope,
  { address, kinds }: { address: string; kinds: readonly string[] },
): Promise<z.infer<typeof madeSchema>> =>
  madeSchema.parse(
    await rowsOf(database.rpc('create_webhook_endpoint', { brand_id: brandId, address, kinds: [...kinds] })),
  );

/** Null where there is none for the caller. */
export const changeWebhookEndpoint = (
  { database, brandId }: BrandScope,
  id: string,
  changes: Pick<TablesUpdate<'webhook_endpoints'>, 'address' | 'kinds' | 'is_enabled'>,
): Promise<WebhookEndpointRow | null> =>
  rowOf(
    database
      .from('webhook_endpoints')
      .update(changes)
      .eq('brand_id', brandId)
      .eq('id', id)
      .select(columns)
      .maybeSingle(),
  );

/** Whether there was one. */
export const removeWebhookEndpoint = async (
  { database, brandId }: BrandScope,
  id: string,
): Promise<boolean> => {
  const removed = await rowsOf(
    database.from('webhook_endpoints').delete().eq('brand_id', brandId).eq('id', id).select('id'),
  );
  return removed.length > 0;
};

/** Says which notice will be sent. */
export const tryWebhookEndpoint = ({ database }: BrandScope, id: string): Promise<string> =>
  rowsOf(database.rpc('send_test_webhook', { endpoint_id: id }));
