import { createSystemSigner } from '@act/ai-models';
import { connect, demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import { silentLogger } from '../../testing/silent-logger.ts';
import { createWorld } from '../../world/create-world.ts';
import { openDueDatabase } from '../../world/due-database.ts';
import type { WorkerWorld } from '../../world/worker-world.ts';

export const brand = 'creativetechnologists';

/** A project in which something happened, and a worker's world to tell of it. */
export interface NoticeProject extends AsyncDisposable {
  readonly stack: TestStack;
  readonly world: WorkerWorld;
  query<Row extends Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** A training that ended so, as the engine would have left it; says its id. */
  endTraining(status?: 'completed' | 'failed', name?: string): Promise<string>;
  /** The outbox in order. */
  deliveries(): Promise<Delivery[]>;
  /** As if time had passed: everything that waits is due, and nobody holds it. */
  letTimePass(): Promise<void>;
}

interface Delivery extends Record<string, unknown> {
  readonly id: string;
  readonly channel: string;
  readonly state: string;
  readonly attempts: number;
  readonly last_error: string | null;
  /** Until the next try. */
  readonly seconds: number | null;
}

export async function createNoticeProject(changes: Partial<WorkerWorld> = {}): Promise<NoticeProject> {
  await using cleanup = new AsyncDisposableStack();
  const stack = cleanup.use(await startStack({ listen: true }));
  const { world, close } = openNoticeWorld({
    url: stack.url,
    publishableKey: stack.secrets.publishableKey,
    signingKey: stack.secrets.jwtSecret,
    databaseUrl: stack.workerDatabaseUrl,
  });
  cleanup.defer(close);
  const query: NoticeProject['query'] = async <Row extends Record<string, unknown>>(
    sql: string,
    values: readonly unknown[] = [],
  ) => {
    await using client = await connect(stack.database.superuser);
    return (await client.query<Row>(sql, [...values])).rows;
  };
  // Only what a test sends is asked for; brands have no settings of their own then.
  const owned = cleanup.move();
  return {
    stack,
    world: { ...world, ...changes },
    query,
    async endTraining(status = 'completed', name = 'Bottles') {
      const [row] = await query<{ id: string }>(
        `with pictures as (
           insert into public.brand_assets (brand_id, user_id, name, file_url, status)
           select $1, $2, 'picture', 'training-data/' || $1 || '/picture-' || gen_random_uuid() || '.jpg', 'ready'
           from generate_series(1, 20) returning id
         ) select array_agg(id) as id from pictures`,
        [brand, demoPeople.ctMember.id],
      );
      const [job] = await query<{ id: string }>(
        `insert into public.lora_training_jobs (brand_id, user_id, name, model_type, training_asset_ids)
         values ($1, $2, $3, 'flux', $4) returning id`,
        [brand, demoPeople.ctMember.id, name, row?.id],
      );
      await query(
        `update public.lora_training_jobs set status = $2, due_at = null,
           error_code = case $2 when 'failed' then 'run_failed' end where id = $1`,
        [job?.id, status],
      );
      return job?.id ?? '';
    },
    deliveries: () =>
      query<Delivery>(
        `select id, channel, state, attempts, last_error, extract(epoch from next_at - now())::integer as seconds
         from public.notice_deliveries order by created_at, channel, id`,
      ),
    async letTimePass() {
      await query(
        `update public.notice_deliveries set lease_expires_at = now(), next_at = case when next_at is not null then now() end`,
      );
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

export interface NoticeWorldSettings {
  readonly url: string;
  readonly publishableKey: string;
  readonly signingKey: string;
  readonly databaseUrl: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** The world of a worker that only sends notices. */
export function openNoticeWorld({
  url,
  publishableKey,
  signingKey,
  databaseUrl,
  fetch,
}: NoticeWorldSettings) {
  const due = openDueDatabase(databaseUrl, { maxConnections: 2, onError: () => undefined });
  const name = 'notices-test';
  const options = {
    supabase: { url, publishableKey },
    signer: createSystemSigner({ signingKey }),
    databaseUrl,
    providers: [],
    ...(fetch && { fetch }),
  };
  const world = createWorld(options, { name, due, providers: [], logger: silentLogger });
  return { world, close: () => due.close() };
}
