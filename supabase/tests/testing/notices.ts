import { connect, demoPeople, type TestStack } from '@act/local-stack/testing';
import { addPictures, asSuperuser, brand } from './brand-content.ts';

export interface EndedTrainingOptions {
  brandId?: string;
  by?: keyof typeof demoPeople | null;
  name?: string;
}

/** A training that ended so, as the engine would have left it. */
export async function endTraining(
  stack: TestStack,
  status: 'completed' | 'failed' | 'cancelled',
  { brandId = brand, by = 'ctMember', name = 'Bottles' }: EndedTrainingOptions = {},
): Promise<string> {
  const userId = by === null ? null : demoPeople[by].id;
  const pictures = await addPictures(stack, { brandId, userId: userId ?? demoPeople.ctMember.id });
  const [job] = await asSuperuser<{ id: string }>(
    stack,
    `insert into public.lora_training_jobs (brand_id, user_id, name, model_type, training_asset_ids)
     values ($1, $2, $3, 'flux', $4) returning id`,
    [brandId, userId, name, pictures],
  );
  const id = job?.id ?? '';
  await asSuperuser(
    stack,
    `update public.lora_training_jobs set status = $2, due_at = null, error_code = case $2 when 'failed' then 'provider_failed' end
     where id = $1`,
    [id, status],
  );
  return id;
}

export interface ClaimedDelivery {
  brand_id: string;
  delivery_id: string;
  fence: string;
}

/** Claims the next notice as the worker's login would. */
export async function claimDelivery(
  { database }: TestStack,
  seconds = 60,
  worker = 'worker-1',
): Promise<ClaimedDelivery | null> {
  await using client = await connect(database.superuser);
  await client.query('set role act_worker');
  const { rows } = await client.query<ClaimedDelivery>('select * from private.claim_delivery($1, $2)', [
    worker,
    seconds,
  ]);
  return rows[0] ?? null;
}

export interface OutboxRow extends Record<string, unknown> {
  id: string;
  brand_id: string;
  channel: string;
  kind: string;
  user_id: string | null;
  state: string;
  attempts: number;
  last_error: string | null;
}

/** The whole outbox, as nobody but the engine's functions sees it. */
export const listOutbox = (stack: TestStack): Promise<OutboxRow[]> =>
  asSuperuser<OutboxRow>(
    stack,
    `select delivery.id, delivery.brand_id, delivery.channel, notice.kind, notice.user_id, delivery.state,
            delivery.attempts, delivery.last_error
     from public.notice_deliveries as delivery
     join public.notices as notice on notice.brand_id = delivery.brand_id and notice.id = delivery.notice_id
     order by delivery.created_at, delivery.channel, delivery.id`,
  );

export const browser = {
  endpoint: 'https://push.example.com/one',
  public_key: `B${'A'.repeat(86)}`,
  auth_secret: 'A'.repeat(22),
};
