import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { AiModelsContext } from '../context.ts';
import { WaitEndedError } from '../errors/index.ts';
import { beginEpisode, type Episode } from '../jobs/testing/episode.ts';
import { createJobWorld, type JobWorld } from '../jobs/testing/job-world.ts';
import { trainModel } from '../jobs/testing/task.ts';
import { contextFor } from '../node/testing/brand-context.ts';
import { generateImage } from './image-generator.ts';

let world: JobWorld;
let episode: Episode;
let member: AiModelsContext;
beforeAll(async () => {
  world = await createJobWorld();
  episode = await beginEpisode(world);
  await trainModel(episode);
  member = await contextFor(world.stack, 'ctMember', { fetch: world.fetch });
});
beforeEach(() => world.query('delete from public.generations'));
afterAll(async () => {
  await episode[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const wish = { modelId: 'flux-lora-v1', prompt: 'a [brand] cup', waitMs: 60_000 };
const asked = () => world.query('select id, status, cancel_requested_at from public.generations');
const thrownBy = (called: Promise<unknown>) =>
  called.then(
    () => null,
    (error: unknown) => error,
  );

it('says which generation goes on, and that asking again is another', async () => {
  const error = await thrownBy(generateImage(member, { ...wish, waitMs: 50 }));
  const [row] = await asked();
  expect(WaitEndedError.isInstance(error)).toBe(true);
  expect(error).toMatchObject({
    code: 'wait_ended',
    retryable: false,
    generationId: row?.id,
    hint: expect.stringContaining(`getGeneration('${row?.id}')`),
  });
  expect(row).toMatchObject({ cancel_requested_at: null });
});

it('asks for nothing where it was stopped before', async () => {
  const stopped = generateImage(member, { ...wish, signal: AbortSignal.abort() });
  await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
  expect(await asked()).toEqual([]);
});

it.each([
  ['takes back what nobody waits for and nobody can ask for', undefined, expect.anything()],
  ['leaves what can be asked for by its key', 'key-1', null],
])('%s', async (_name, idempotencyKey, cancelled) => {
  const stop = new AbortController();
  // It is stopped in the middle of the first look: the row is there then.
  const context = await contextFor(world.stack, 'ctMember', {
    fetch: async (input, init) => {
      const response = await world.fetch(input, init);
      if (init?.method === 'POST' && String(input).includes('/generations')) stop.abort();
      return response;
    },
  });
  const stopped = generateImage(context, { ...wish, idempotencyKey, signal: stop.signal });
  await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
  expect(await asked()).toMatchObject([{ cancel_requested_at: cancelled }]);
});
