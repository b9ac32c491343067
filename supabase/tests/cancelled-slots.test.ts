import { demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import { describe, expect, it } from 'vitest';
import { addPictures, aJob, asSuperuser, brand, changeSettings } from './testing/brand-content.ts';

/** A brand that may train once at a time, and does. */
async function startTraining(stack: TestStack) {
  await changeSettings(stack, brand, { training: { maximumRunningJobs: 1 } });
  const pictures = await addPictures(stack);
  const member = await stack.as('ctMember');
  const ask = async () => (await member.from('lora_training_jobs').insert(aJob(pictures))).status;
  expect([await ask(), await ask()]).toEqual([201, 429]);
  const [job] = await asSuperuser<{ id: string }>(stack, 'select id from public.lora_training_jobs');
  const cancel = async () => {
    const wish = { cancel_requested_at: new Date().toISOString() };
    await member
      .from('lora_training_jobs')
      .update(wish)
      .eq('id', job?.id ?? '');
  };
  return { ask, cancel, id: job?.id ?? '' };
}

const note = (stack: TestStack, id: string, outcome: string, run: string | null = null) =>
  asSuperuser(
    stack,
    `insert into public.provider_attempts (brand_id, job_id, attempt, provider, outcome, provider_job_id)
     select $1, $2, count(*) + 1, 'replicate', $3, $4 from public.provider_attempts`,
    [brand, id, outcome, run],
  );

it('a training that was cancelled before anything was sent is in nobody’s way', async () => {
  await using stack = await startStack();
  const { ask, cancel } = await startTraining(stack);
  await cancel();
  // Though no engine has come to look at it.
  expect([await ask(), await ask()]).toEqual([201, 429]);
});

it('nor is one whose requests were all refused', async () => {
  await using stack = await startStack();
  const { ask, cancel, id } = await startTraining(stack);
  await note(stack, id, 'refused');
  expect(await ask()).toBe(429);
  await cancel();
  expect(await ask()).toBe(201);
});

it.each([
  ['intended', null],
  ['unknown', null],
  ['accepted', 'run-1'],
])('one that may run counts until it has ended for real: %s', async (outcome, run) => {
  await using stack = await startStack();
  const { ask, cancel, id } = await startTraining(stack);
  await note(stack, id, 'refused');
  await note(stack, id, outcome, run);
  await cancel();
  expect(await ask()).toBe(429);
  await asSuperuser(stack, `update public.lora_training_jobs set status = 'cancelled' where id = $1`, [id]);
  expect(await ask()).toBe(201);
});

it('one that follows the run of another counts, though it has sent nothing itself', async () => {
  await using stack = await startStack();
  const { ask, cancel, id } = await startTraining(stack);
  await asSuperuser(
    stack,
    `update public.lora_training_jobs set provider = 'replicate', provider_job_id = 'run-1' where id = $1`,
    [id],
  );
  await cancel();
  expect(await ask()).toBe(429);
});

it('one that somebody is about to send counts until they have let go of it', async () => {
  await using stack = await startStack();
  const { ask, cancel, id } = await startTraining(stack);
  const hold = (until: string) =>
    asSuperuser(stack, `update public.lora_training_jobs set lease_expires_at = ${until} where id = $1`, [
      id,
    ]);
  await hold(`now() + interval '20 seconds'`);
  await cancel();
  expect(await ask()).toBe(429);
  await hold('now()');
  expect(await ask()).toBe(201);
});

describe('the budget of the month', () => {
  /** A brand with money for one training, which was asked for. */
  async function spendAll(stack: TestStack) {
    await changeSettings(stack, brand, { budget: { monthlyUsd: 3 } });
    const pictures = await addPictures(stack);
    const member = await stack.as('ctMember');
    const ask = async () => (await member.from('lora_training_jobs').insert(aJob(pictures))).status;
    expect([await ask(), await ask()]).toEqual([201, 402]);
    const [job] = await asSuperuser<{ id: string }>(stack, 'select id from public.lora_training_jobs');
    const change = (changes: string) =>
      asSuperuser(stack, `update public.lora_training_jobs set ${changes} where id = $1`, [job?.id]);
    return { ask, change, id: job?.id ?? '' };
  }

  it('pays for nothing that was cancelled before anything was sent', async () => {
    await using stack = await startStack();
    const { ask, change, id } = await spendAll(stack);
    await note(stack, id, 'refused');
    await change('cancel_requested_at = now()');
    expect(await ask()).toBe(201);
    await change(`status = 'cancelled'`);
    expect(await ask()).toBe(402);
  });

  it('pays for what somebody is about to send until they have let go of it', async () => {
    await using stack = await startStack();
    const { ask, change } = await spendAll(stack);
    await change(`cancel_requested_at = now(), lease_expires_at = now() + interval '20 seconds'`);
    expect(await ask()).toBe(402);
    await change(`status = 'cancelled'`);
    expect(await ask()).toBe(201);
  });

  it.each(['intended', 'unknown', 'accepted'])('pays for what may have run: %s', async (outcome) => {
    await using stack = await startStack();
    const { ask, change, id } = await spendAll(stack);
    await note(stack, id, outcome, outcome === 'accepted' ? 'run-1' : null);
    await change(`cancel_requested_at = now(), status = 'cancelled'`);
    expect(await ask()).toBe(402);
    // Until it is known what it cost.
    await change('cost_usd = 0.2');
    expect(await ask()).toBe(201);
  });

  it('pays for no pictures that were cancelled before anything was sent', async () => {
    await using stack = await startStack();
    const spent = async () =>
      (
        await asSuperuser<{ spent: number }>(stack, 'select private.spent_this_month($1)::float8 as spent', [
          brand,
        ])
      )[0]?.spent;
    const [model] = await asSuperuser<{ id: string }>(
      stack,
      `insert into public.brand_models (brand_id, visibility, name, version, base_model, path, sha256, size_bytes)
       values ($1, 'brand', 'flux-lora', 1, 'flux', 'models/' || $1 || '/flux-lora-v1.safetensors', repeat('a', 64), 1000)
       returning id`,
      [brand],
    );
    const [generation] = await asSuperuser<{ id: string }>(
      stack,
      `insert into public.generations (brand_id, user_id, model_id, prompt) values ($1, $2, $3, 'a cup') returning id`,
      [brand, demoPeople.ctMember.id, model?.id],
    );
    await asSuperuser(stack, 'update public.generations set estimated_cost_usd = 0.5');
    expect(await spent()).toBe(0.5);
    await asSuperuser(stack, `update public.generations set cancel_requested_at = now()`);
    expect(await spent()).toBe(0);
    await asSuperuser(
      stack,
      `insert into public.provider_attempts (brand_id, generation_id, attempt, provider, outcome)
       values ($1, $2, 1, 'replicate', 'unknown')`,
      [brand, generation?.id],
    );
    expect(await spent()).toBe(0.5);
  });
});
