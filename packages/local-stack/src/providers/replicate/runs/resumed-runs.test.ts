import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openFileMemory } from '../../memory/file-memory.ts';
import { createToken } from '../accounts/accounts.ts';
import { useReplicate } from '../testing/use-replicate.ts';

const hour = 60 * 60_000;
/** 20 s to set up, half a second for each of three pictures, 1,000 steps of 1.1 s, 25 s to push. */
const trainingSeconds = 1_146.5;

/** One account's simulator, again and again on one memory. What one process published is gone with it. */
async function useMemory() {
  const folder = await mkdtemp(join(tmpdir(), 'act-resumed-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const accounts = [{ token: createToken(), username: 'act-demo' }];
  return () =>
    useReplicate({ memory: openFileMemory(join(folder, 'simulators.jsonl')), replicate: { accounts } });
}

type World = Awaited<ReturnType<typeof useReplicate>>;

async function hashOf(world: World, url: string | undefined): Promise<string> {
  const response = await world.simulators.fetch(url ?? '');
  expect(response.status).toBe(200);
  return createHash('sha256')
    .update(new Uint8Array(await response.arrayBuffer()))
    .digest('hex');
}

it.each(['stopped', 'killed'])('goes on with a training when the simulator was %s', async (how) => {
  const start = await useMemory();
  const first = await start();
  const id = await first.startTraining();
  await first.clock.advance(600_000);
  const before = await first.client.trainings.get(id);
  expect(before.status).toBe('processing');
  if (how === 'stopped') await first[Symbol.asyncDispose]();

  await using second = await start();
  await second.clock.advance(700_000);
  await second.client.trainings.get(id);
  await second.clock.advance(1);
  const later = await second.client.trainings.get(id);
  expect(later).toMatchObject({ status: 'processing', created_at: before.created_at });
  expect(later.logs?.startsWith(before.logs ?? '-')).toBe(true);
  expect(later.logs?.length).toBeGreaterThan(before.logs?.length ?? 0);

  await second.clock.advance(trainingSeconds * 1000);
  const done = await second.client.trainings.get(id);
  expect(done).toMatchObject({ status: 'succeeded', metrics: { predict_time: trainingSeconds } });
  const hash = await hashOf(second, done.output?.weights);

  await using third = await start();
  await third.client.trainings.get(id);
  await third.clock.advance(1);
  expect(await third.client.trainings.get(id)).toEqual(done);
  expect(await hashOf(third, done.output?.weights)).toBe(hash);
  const [owner = '', name = '', version] = done.output?.version?.split(/[/:]/) ?? [];
  expect((await third.client.models.get(owner, name)).latest_version?.id).toBe(version);
  expect(third.simulators.runs()).toMatchObject([{ id, isPaid: true }]);
});

it('has finished what would have ended while nobody was there, at its usual price', async () => {
  const start = await useMemory();
  const first = await start();
  const id = await first.startTraining();
  await first.clock.advance(60_000);
  await using second = await start();
  await second.clock.advance(10 * hour);
  await second.client.trainings.get(id);
  await second.clock.advance(1);
  expect(await second.client.trainings.get(id)).toMatchObject({
    status: 'succeeded',
    metrics: { predict_time: trainingSeconds },
  });
});

it('keeps what goes wrong with a run', async () => {
  const start = await useMemory();
  const first = await start();
  first.fail({ on: 'replicate.trainings.run', kind: 'fail-run', message: 'out of luck' });
  const id = await first.startTraining();
  await first.clock.advance(60_000);
  await using second = await start();
  await second.client.trainings.get(id);
  await second.clock.advance(hour);
  expect(await second.client.trainings.get(id)).toMatchObject({ status: 'failed', error: 'out of luck' });
});

it('still delivers a picture, the same to the byte, and takes it away after an hour', async () => {
  const start = await useMemory();
  const first = await start();
  const { id } = await first.client.predictions.create({
    model: 'black-forest-labs/flux-dev-lora',
    input: { prompt: 'a hill', megapixels: '0.25' },
  });
  await first.clock.advance(60_000);
  const { output } = await first.client.predictions.get(id);
  const hash = await hashOf(first, output[0]);

  await using second = await start();
  await second.clock.advance(10 * hour);
  expect((await second.client.predictions.get(id)).output).toEqual(output);
  expect(await hashOf(second, output[0])).toBe(hash);
  await second.clock.advance(hour);
  expect((await second.client.predictions.get(id)).output).toBeNull();
  expect((await second.simulators.fetch(output[0])).status).toBe(404);
});

it('keeps models, but for those that were deleted', async () => {
  const start = await useMemory();
  const first = await start();
  const [deleted, kept] = [await first.createDestination(), await first.createDestination()];
  expect((await first.request(`/models/${deleted}`, { method: 'DELETE' })).status).toBe(204);
  await using second = await start();
  const own = (await second.client.models.list()).results.map((model) => `${model.owner}/${model.name}`);
  expect(own).toContain(kept);
  expect(own).not.toContain(deleted);
});
