import { createApi } from '@act/api';
import { connect, startStack, type TestStack } from '@act/local-stack/testing';
import { createClient } from '@supabase/supabase-js';

/** How long each way took, in each round. */
export interface ReadingTimes {
  /** The row, by supabase-js alone. */
  readonly bare: readonly number[];
  /** `GET /training/jobs/:id` through the interface. */
  readonly ours: readonly number[];
}

const brandId = 'creativetechnologists';

/** Reads one training again and again, one request after the other, the ways taking turns. */
export async function measureReading(rounds: number, signal?: AbortSignal): Promise<ReadingTimes> {
  await using stack = await startStack({ listen: true });
  const jobId = await addJob(stack);
  const token = (await stack.tokenFor('ctMember')) ?? '';
  const [readBare, readOurs] = [bareReader(stack, token, jobId), ourReader(stack, token, jobId)];
  // Code that is loaded once, connections, and who the token is for.
  for (let index = 0; index < 20; index += 1) await readBare().then(readOurs);
  const times = { bare: [] as number[], ours: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    signal?.throwIfAborted();
    times.bare.push(await timed(readBare));
    times.ours.push(await timed(readOurs));
  }
  return times;
}

function bareReader({ url, secrets }: TestStack, token: string, jobId: string): () => Promise<void> {
  const client = createClient(url, secrets.publishableKey, { accessToken: async () => token });
  return async () => {
    const query = client.from('lora_training_jobs').select('*').eq('brand_id', brandId).eq('id', jobId);
    const { data, error } = await query.maybeSingle();
    if (error || data?.id !== jobId) throw new Error('supabase-js did not read the training.');
  };
}

function ourReader({ url, secrets }: TestStack, token: string, jobId: string): () => Promise<void> {
  const api = createApi({
    supabase: { url, publishableKey: secrets.publishableKey },
    limits: { person: 1e9, brand: 1e9 },
  });
  return async () => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await api.fetch(new Request(`http://bench.test/training/jobs/${jobId}`, { headers }));
    const job = await answer.text();
    if (answer.status !== 200 || !job.includes(jobId)) throw new Error(`The interface answered ${job}.`);
  };
}

async function timed(read: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await read();
  return performance.now() - begin;
}

/** A training that has ended, as nobody but the superuser could write it. */
async function addJob({ database }: TestStack): Promise<string> {
  await using client = await connect(database.superuser);
  await client.query('set session_replication_role = replica');
  const { rows } = await client.query<{ id: string }>(
    `insert into public.lora_training_jobs (brand_id, visibility, name, model_type, training_asset_ids, status)
     values ($1, 'brand', 'flux-lora', 'flux', array[gen_random_uuid()], 'completed') returning id`,
    [brandId],
  );
  const [job] = rows;
  if (!job) throw new Error('There is no training to read.');
  return job.id;
}
