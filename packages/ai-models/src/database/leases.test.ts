import { startStack, type TestStack } from '@act/local-stack/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asSuperuser, brand, contextFor, otherBrand } from '../node/testing/brand-context.ts';
import { extendLease, releaseLease, takeLease } from './leases.ts';
import { addGenerationRows, addJobRows } from './testing/brand-rows.ts';
import { moveJob } from './training-jobs.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ listen: true });
});
afterAll(() => stack[Symbol.asyncDispose]());

const worker = (workerName: string) => contextFor(stack, { system: brand }, { workerName });
const expire = (id: string) =>
  asSuperuser(
    stack,
    `with jobs as (update public.lora_training_jobs set lease_expires_at = now() - interval '1 second' where id = $1)
     update public.generations set lease_expires_at = now() - interval '1 second' where id = $1`,
    [id],
  );

describe.each([
  ['training', addJobRows],
  ['generation', addGenerationRows],
] as const)('a %s', (_kind, addRows) => {
  it('is held by one worker at a time', async () => {
    const [id = ''] = await addRows(stack, 1, { status: 'pending' });
    const [one, other] = [await worker('one'), await worker('other')];
    const taken = await Promise.all([one, other, one, other].map((who) => takeLease(who, id, 60)));
    expect(taken.filter((lease) => lease !== null)).toEqual([{ workId: id, fence: 1 }]);
  });

  it('is taken over when its lease has run out, and whoever had it is told', async () => {
    const [id = ''] = await addRows(stack, 1, { status: 'pending' });
    const [one, other] = [await worker('one'), await worker('other')];
    const stalled = await takeLease(one, id, 60);
    if (!stalled) throw new Error('It was free.');
    expect(await extendLease(one, stalled, 60)).toBe(true);
    await expire(id);
    const successor = await takeLease(other, id, 60);
    expect(successor).toEqual({ workId: id, fence: 2 });
    expect(await extendLease(one, stalled, 60)).toBe(false);
    expect(await releaseLease(one, stalled, null)).toBe(false);
    expect(await takeLease(one, id, 60)).toBeNull();
  });

  it('is given back with the time of the next look, and then free', async () => {
    const [id = ''] = await addRows(stack, 1, { status: 'pending' });
    const one = await worker('one');
    const lease = await takeLease(one, id, 60);
    if (!lease) throw new Error('It was free.');
    const nextLook = new Date('2030-01-02T03:04:05Z');
    expect(await releaseLease(one, lease, nextLook)).toBe(true);
    const rows = await asSuperuser<{ due_at: Date }>(
      stack,
      `select due_at from public.lora_training_jobs where id = $1
       union all select due_at from public.generations where id = $1`,
      [id],
    );
    expect(rows).toEqual([{ due_at: nextLook }]);
    expect(await takeLease(await worker('other'), id, 60)).toEqual({ workId: id, fence: 2 });
  });

  it('of another brand is not there', async () => {
    const [id = ''] = await addRows(stack, 1, { status: 'pending', brandId: otherBrand });
    expect(await takeLease(await worker('one'), id, 60)).toBeNull();
    expect(await extendLease(await worker('one'), { workId: id, fence: 0 }, 60)).toBe(false);
  });
});

it('lets nobody move a job with an older lease', async () => {
  const [id = ''] = await addJobRows(stack, 1);
  const [one, other] = [await worker('one'), await worker('other')];
  const stalled = await takeLease(one, id, 60);
  await expire(id);
  const lease = await takeLease(other, id, 60);
  if (!stalled || !lease) throw new Error('It was free.');
  await expect(moveJob(one, stalled, ['pending', 'uploading'])).rejects.toMatchObject({ code: 'lease_lost' });
  await moveJob(other, lease, ['pending', 'uploading'], { progress: 10, provider: 'replicate' });
  await expect(moveJob(other, lease, ['pending', 'uploading'])).rejects.toMatchObject({ code: 'lease_lost' });
  expect(
    await asSuperuser(stack, 'select status, progress from public.lora_training_jobs where id = $1', [id]),
  ).toEqual([{ status: 'uploading', progress: 10 }]);
});
