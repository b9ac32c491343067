import { startStack, type TestStack } from '@act/local-stack/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addJobRows } from '../database/testing/brand-rows.ts';
import { asSuperuser, contextFor, otherBrand } from '../node/testing/brand-context.ts';
import { watchTrainingJob } from './watch-training-job.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ listen: true });
});
afterAll(() => stack[Symbol.asyncDispose]());

/** As the engine does: under no lease, and past the rules for moves. */
const write = (id: string, columns: string) =>
  asSuperuser(stack, `update public.lora_training_jobs set ${columns} where id = '${id}'`);

async function addJob(status = 'training'): Promise<string> {
  const [id = ''] = await addJobRows(stack, 1, { status });
  return id;
}

/** A member who counts how often is looked; `before` is what happens before each look. */
async function createWatcher(before: (look: number) => unknown = () => undefined) {
  const seen = { looks: 0 };
  const context = await contextFor(stack, 'ctMember', {
    fetch: async (input, init) => {
      seen.looks += 1;
      await before(seen.looks);
      return fetch(input, init);
    },
  });
  return { context, seen };
}

it('gives the job now, and again after each change, until it has ended', async () => {
  const id = await addJob();
  const steps = [`progress = 40`, `stage = 'painting a sample'`, `status = 'completed', progress = 100`];
  // Two looks of three are in vain.
  const { context, seen } = await createWatcher((look) => {
    const next = look % 3 === 0 ? steps.shift() : undefined;
    return next && write(id, next);
  });
  const told: unknown[] = [];
  for await (const { status, progress, stage } of watchTrainingJob(context, id, { intervalMs: 1 }))
    told.push([status, progress, stage]);
  expect(told).toEqual([
    ['training', 0, null],
    ['training', 40, null],
    ['training', 40, 'painting a sample'],
    ['completed', 100, 'painting a sample'],
  ]);
  expect(seen.looks).toBe(9);
});

it.each(['completed', 'cancelled'])('gives one that is %s once', async (status) => {
  const id = await addJob(status);
  const { context, seen } = await createWatcher();
  const told: string[] = [];
  for await (const job of watchTrainingJob(context, id)) told.push(job.status);
  expect(told).toEqual([status]);
  expect(seen.looks).toBe(1);
});

it('is stopped between two looks', async () => {
  const id = await addJob();
  const stopping = new AbortController();
  const { context } = await createWatcher();
  const watching = watchTrainingJob(context, id, { intervalMs: 3_600_000, signal: stopping.signal });
  await watching.next();
  const next = watching.next();
  stopping.abort();
  await expect(next).rejects.toMatchObject({ code: 'aborted' });
});

it('says that there is no such job, also where it is another brand’s', async () => {
  const [theirs = ''] = await addJobRows(stack, 1, { brandId: otherBrand });
  const { context } = await createWatcher();
  for (const id of [theirs, 'abc']) {
    await expect(watchTrainingJob(context, id).next()).rejects.toMatchObject({ code: 'job_not_found' });
  }
});
