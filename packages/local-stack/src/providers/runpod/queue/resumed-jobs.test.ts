import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openFileMemory } from '../../memory/file-memory.ts';
import { minutes, type RunpodWorld, useRunpod } from '../testing/use-runpod.ts';
import { trainingOutputSchema } from '../worker-contract.ts';

/** One endpoint's simulator, again and again on one memory, with the first one's internet and storage. */
async function useMemory() {
  const folder = await mkdtemp(join(tmpdir(), 'act-resumed-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'simulators.jsonl');
  const endpoints = [{ id: 'act', apiKey: 'rpa_TEST' }];
  let fetch: RunpodWorld['fetch'] | undefined;
  return () => {
    const world = useRunpod({ endpoints, memory: openFileMemory(file), ...(fetch && { fetch }) });
    fetch ??= world.fetch;
    return world;
  };
}

async function trainingOf(world: RunpodWorld) {
  const samples = [world.openUpload(), world.openUpload()];
  const input = await world.trainingInput({ sample_prompts: ['a hill'] });
  return { ...input, upload_urls: [...input.upload_urls, ...samples] };
}

it.each([
  ['goes on with a training that was under way', 0],
  ['has finished a training that would have ended in between', minutes(300)],
])('%s, which delivers once and costs what it would have', async (_, absentMs) => {
  const start = await useMemory();
  const first = start();
  const undisturbed = await first.finish(await trainingOf(first));
  const input = await trainingOf(first);
  const id = await first.submit(input);
  await first.clock.advance(minutes(1));
  expect(await first.status(id)).toMatchObject({ status: 'IN_PROGRESS', output: { samples: 1 } });
  first[Symbol.dispose]();

  using second = start();
  await second.clock.advance(minutes(31) + absentMs);
  await second.status(id);
  await second.clock.advance(absentMs > 0 ? 1 : minutes(5));
  const job = await second.status(id);
  expect(job).toMatchObject({ status: 'COMPLETED' });
  const output = trainingOutputSchema.parse(job.output);
  const usual = trainingOutputSchema.parse(undisturbed.output);
  expect(output.gpu_seconds).toBe(usual.gpu_seconds);
  expect(job.executionTime).toBe(
    Math.round((undisturbed.elapsed.ended ?? 0) - (undisturbed.elapsed.started ?? 0)),
  );
  expect(output.samples).toHaveLength(2);
  const weights = first.uploaded(input.upload_urls[0] ?? '')?.bytes;
  expect(weights?.byteLength).toBe(output.artifact.bytes);
  expect(second.simulator.runs().filter((run) => run.id === id && run.isPaid)).toHaveLength(1);
});

it('keeps its queue and its results', async () => {
  const start = await useMemory();
  const first = start();
  const done = await first.finish(first.generationInput());
  const cancelled = await first.submit(first.generationInput());
  await first.request(`/act/cancel/${cancelled}`, {});
  const waiting = await first.submit(first.generationInput());

  using second = start();
  expect(await second.status(done.id)).toMatchObject({ status: 'COMPLETED', output: done.output });
  expect(await second.status(cancelled)).toMatchObject({ status: 'CANCELLED' });
  expect(await second.status(waiting)).toMatchObject({ status: 'IN_QUEUE' });
  await second.clock.advance(minutes(5));
  expect(await second.status(waiting)).toMatchObject({ status: 'COMPLETED' });
  await second.clock.advance(minutes(40));
  expect((await second.request(`/act/status/${done.id}`)).status).toBe(404);
  using third = start();
  expect((await third.request(`/act/status/${done.id}`)).status).toBe(404);
});
