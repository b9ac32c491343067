import { afterAll, beforeAll, expect, it } from 'vitest';
import { createJobWorld, type JobWorld } from '../jobs/testing/job-world.ts';
import { brand, contextFor } from '../node/testing/brand-context.ts';
import { retryTrainingJob } from './retry-training-job.ts';

let world: JobWorld;
beforeAll(async () => {
  world = await createJobWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

it('gives two people who try the same training again the same job', async () => {
  const [failed] = await world.query<{ id: string }>(
    `insert into public.lora_training_jobs (brand_id, name, model_type, subject_kind, training_asset_ids, readiness_override)
     values ($1, 'flux-lora', 'flux', 'product', $2, true) returning id`,
    [brand, world.assetIds],
  );
  const id = failed?.id ?? '';
  await world.query(
    `update public.lora_training_jobs set status = 'failed', error_code = 'x', due_at = null where id = $1`,
    [id],
  );
  const [one, other] = await Promise.all([
    contextFor(world.stack, 'ctMember', { fetch: world.fetch }),
    contextFor(world.stack, 'ctAdmin', { fetch: world.fetch }),
  ]);
  const answers = await Promise.all([one, other, one].map((context) => retryTrainingJob(context, id)));
  expect(new Set(answers.map((job) => job.id)).size).toBe(1);
  expect((await retryTrainingJob(other, id)).id).toBe(answers[0]?.id);
  expect(await world.query('select from public.lora_training_jobs where retry_of = $1', [id])).toHaveLength(
    1,
  );
});
