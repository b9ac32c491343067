import { startStack, type TestStack } from '@act/local-stack/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AiModelsContext } from '../context.ts';
import { asSuperuser, brand, contextFor } from '../node/testing/brand-context.ts';
import { addJobRows } from './testing/brand-rows.ts';
import { issueDoorbell, ring, withdrawDoorbells, withdrawOldDoorbells } from './webhook-capabilities.ts';

let stack: TestStack;
let system: AiModelsContext;
const webhookUrl = 'https://example.com/webhooks';
beforeAll(async () => {
  stack = await startStack({ listen: true });
  system = await contextFor(stack, { system: brand }, { webhookUrl });
});
afterAll(() => stack[Symbol.asyncDispose]());

const inAnHour = () => new Date(Date.now() + 3_600_000);

async function issue(expiresAt = inAnHour()) {
  const [jobId = ''] = await addJobRows(stack, 1, { status: 'training' });
  await asSuperuser(stack, `update public.lora_training_jobs set due_at = now() + interval '1 day'`);
  const url = await issueDoorbell(system, { job_id: jobId }, { provider: 'replicate', expiresAt });
  return { jobId, url: url ?? '', capability: url?.split('/').at(-1) ?? '' };
}

/** Whether the engine looks at it now, and not tomorrow. */
const hasRung = async (jobId: string) => {
  const [row] = await asSuperuser<{ is_due: boolean }>(
    stack,
    'select due_at <= now() as is_due from public.lora_training_jobs where id = $1',
    [jobId],
  );
  return row?.is_due;
};

/** As a provider does: in nobody's name whom the brand knows. */
const ringAs = async (provider: 'replicate' | 'runpod', capability: string) =>
  ring((await contextFor(stack, 'acmeMember')).database, { capability, provider });

it('makes addresses that nobody guesses, and keeps no more than their hashes', async () => {
  const [one, other] = [await issue(), await issue()];
  expect(one.url).toMatch(/^https:\/\/example\.com\/webhooks\/replicate\/[A-Za-z0-9_-]{43}$/);
  expect(one.capability).not.toBe(other.capability);
  const kept = JSON.stringify(await asSuperuser(stack, 'select * from public.webhook_capabilities'));
  expect(kept).not.toContain(one.capability);
});

it('wakes the job that it belongs to, for whoever knows it, and no other', async () => {
  const [mine, other] = [await issue(), await issue()];
  await ringAs('runpod', mine.capability);
  expect(await hasRung(mine.jobId)).toBe(false);
  await ringAs('replicate', mine.capability);
  expect([await hasRung(mine.jobId), await hasRung(other.jobId)]).toEqual([true, false]);
});

it.each(['', 'abc', '%'])('says nothing of one that is not known: %j', async (capability) => {
  const { jobId } = await issue();
  await ringAs('replicate', capability);
  expect(await hasRung(jobId)).toBe(false);
});

it('rings no more once it was taken back, or is old', async () => {
  const [gone, old, good] = [await issue(), await issue(new Date(Date.now() - 1_000)), await issue()];
  await withdrawDoorbells(system, { job_id: gone.jobId });
  for (const { capability } of [gone, old, good]) await ringAs('replicate', capability);
  expect([await hasRung(gone.jobId), await hasRung(old.jobId), await hasRung(good.jobId)]).toEqual([
    false,
    false,
    true,
  ]);
  await withdrawOldDoorbells(system);
  const left = await asSuperuser<{ job_id: string }>(stack, 'select job_id from public.webhook_capabilities');
  expect(left.map((row) => row.job_id)).toContain(good.jobId);
  expect(left.map((row) => row.job_id)).not.toContain(old.jobId);
});

it('makes none where nobody could ring', async () => {
  const [jobId = ''] = await addJobRows(stack, 1);
  const silent = { ...system, webhookUrl: null };
  const call = { provider: 'replicate', expiresAt: inAnHour() } as const;
  expect(await issueDoorbell(silent, { job_id: jobId }, call)).toBeNull();
});
