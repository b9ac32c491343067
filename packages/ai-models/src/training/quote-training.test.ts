import { afterAll, beforeAll, expect, it } from 'vitest';
import { beginEpisode, type Episode } from '../jobs/testing/episode.ts';
import { createJobWorld, type JobWorld } from '../jobs/testing/job-world.ts';
import { trainModel } from '../jobs/testing/task.ts';
import { contextFor } from '../node/testing/brand-context.ts';
import { quoteTraining } from './quote-training.ts';

let world: JobWorld;
let episode: Episode;
beforeAll(async () => {
  world = await createJobWorld();
  episode = await beginEpisode(world);
});
afterAll(async () => {
  await episode[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

it('corrects the table by what three trainings of the brand really took', async () => {
  const context = await contextFor(world.stack, 'ctMember', { fetch: world.fetch });
  const wish = { modelType: 'flux', config: { steps: 1_000 } } as const;
  const table = await quoteTraining(context, wish);
  expect(table).toMatchObject({ basis: 'table', samples: 0, provider: 'replicate' });

  const [price] = await world.query<{ seconds: number }>(
    `select fixed_seconds + seconds_per_unit * 3 as seconds from public.provider_prices
     where kind = 'training' and base_model = 'flux' and provider = 'replicate'`,
  );
  // Three steps each, of which one took twice as long as the table says, one thrice, one a hundred times.
  for (const [index, factor] of [2, 3, 100].entries()) {
    await trainModel(episode);
    const seconds = Math.round(Number(price?.seconds) * factor);
    await world.query('set session_replication_role = replica');
    await world.query(
      `update public.lora_training_jobs set gpu_seconds = $1, metadata = '{"isTold": true}' where metadata = '{}'`,
      [seconds],
    );
    await world.query('set session_replication_role = origin');
    const quote = await quoteTraining(context, wish);
    expect([quote.samples, quote.basis]).toEqual([index + 1, index === 2 ? 'history' : 'table']);
  }
  const learned = await quoteTraining(context, wish);
  // The middle one counts: a single outlier does not spoil it.
  expect(learned).toMatchObject({ basis: 'history', samples: 3 });
  expect(learned.estimatedSeconds / table.estimatedSeconds).toBeCloseTo(3, 1);
  expect(learned.estimatedCostUsd / table.estimatedCostUsd).toBeCloseTo(3, 1);
  expect(learned.range.leastUsd).toBeLessThan(learned.estimatedCostUsd);
}, 60_000);
