import { createHash } from 'node:crypto';
import { demoPeople, startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import {
  addPictures,
  aJob,
  asSuperuser,
  brand,
  changeSettings,
  otherBrand,
} from './testing/brand-content.ts';
import { claim, claimAs, move } from './testing/worker.ts';

async function stackWithJob() {
  const stack = await startStack();
  const member = await stack.as('ctMember');
  const { error } = await member.from('lora_training_jobs').insert(aJob(await addPictures(stack)));
  if (error) throw error;
  return { stack, member };
}

it('goes from wish to result, each step once, and never back', async () => {
  const { stack, member } = await stackWithJob();
  await using _ = stack;
  const { claimed, system } = await claimAs(stack);
  expect(await claim(stack, 'worker-2')).toBeNull();

  const read = async () =>
    (await member.from('lora_training_jobs').select('status, progress, stage, completed_at').single()).data;
  expect(await move(system, claimed, ['pending', 'uploading'], { progress: 10, stage: 'zipping' })).toBe(
    true,
  );
  expect(await move(system, claimed, ['pending', 'uploading'])).toBe(false);
  expect(
    await move(system, claimed, ['uploading', 'queued'], { provider: 'replicate', provider_job_id: 'r1' }),
  ).toBe(true);
  expect(await read()).toMatchObject({ status: 'queued', progress: 20, stage: null });
  expect(await move(system, claimed, ['queued', 'training'])).toBe(true);
  expect(await move(system, claimed, ['training', 'training'], { progress: 60, stage: 'step 500' })).toBe(
    true,
  );
  expect(await move(system, claimed, ['training', 'training'], { progress: 40 })).toBe(true);
  expect(await read()).toMatchObject({ status: 'training', progress: 60, stage: 'step 500' });
  expect(await move(system, claimed, ['training', 'saving'])).toBe(true);
  expect(await move(system, claimed, ['saving', 'completed'])).toBe(true);
  expect(await read()).toMatchObject({
    status: 'completed',
    progress: 100,
    completed_at: expect.any(String),
  });
  await expect(move(system, claimed, ['completed', 'training'])).rejects.toMatchObject({ code: 'PT409' });

  const { data: events } = await member.from('training_events').select('status').order('id');
  expect(events?.map(({ status }) => status)).toEqual([
    'uploading',
    'queued',
    'training',
    'saving',
    'completed',
  ]);
});

it('takes a success that comes after a failure, and nothing after a completion or a cancellation', async () => {
  const { stack } = await stackWithJob();
  await using _ = stack;
  const { claimed, system } = await claimAs(stack);
  await move(system, claimed, ['pending', 'failed'], {
    error_code: 'deadline',
    error_message: 'Nothing was heard.',
  });
  expect(await move(system, claimed, ['failed', 'saving'])).toBe(true);
  expect(await move(system, claimed, ['saving', 'cancelled'])).toBe(true);
  await expect(move(system, claimed, ['cancelled', 'saving'])).rejects.toMatchObject({ code: 'PT409' });
});

it('lets a stalled worker overwrite nothing of its successor', async () => {
  const { stack } = await stackWithJob();
  await using _ = stack;
  const stalled = await claim(stack, 'stalled', 60);
  await asSuperuser(stack, `update public.lora_training_jobs set lease_expires_at = now()`);
  const successor = await claim(stack, 'successor', 60);
  expect(successor?.work_id).toBe(stalled?.work_id);
  const system = await stack.as({ system: brand });
  if (!stalled || !successor) throw new Error('Nothing was claimed.');
  expect(await move(system, stalled, ['pending', 'uploading'])).toBe(false);
  expect(await move(system, successor, ['pending', 'uploading'])).toBe(true);
  expect((await system.rpc('extend_lease', { work_id: stalled.work_id, fence: stalled.fence })).data).toBe(
    false,
  );
  expect(
    (await system.rpc('extend_lease', { work_id: successor.work_id, fence: successor.fence })).data,
  ).toBe(true);
});

it('moves nothing for a token of another brand, nor for a person', async () => {
  const { stack, member } = await stackWithJob();
  await using _ = stack;
  const { claimed } = await claimAs(stack);
  expect(await move(await stack.as({ system: otherBrand }), claimed, ['pending', 'uploading'])).toBe(false);
  for (const actor of ['ctMember', 'ctAdmin', 'anonymous', 'secretKey'] as const) {
    await expect(move(await stack.as(actor), claimed, ['pending', 'failed'])).rejects.toBeDefined();
  }
  expect((await member.from('lora_training_jobs').select('status').single()).data).toEqual({
    status: 'pending',
  });
});

it('serves brands in turn, whatever one of them has piled up', async () => {
  await using stack = await startStack();
  for (const brandId of [brand, otherBrand])
    await changeSettings(stack, brandId, { training: { maximumRunningJobs: 1000, maximumJobsPerDay: 1000 } });
  const crowd = await addPictures(stack);
  await asSuperuser(
    stack,
    `insert into public.lora_training_jobs (brand_id, user_id, name, model_type, training_asset_ids)
     select $1, $2, 'crowd', 'flux', $3::uuid[] from generate_series(1, 30)`,
    [brand, demoPeople.ctMember.id, crowd],
  );
  await claim(stack);
  const few = await addPictures(stack, { brandId: otherBrand, userId: demoPeople.acmeMember.id });
  await asSuperuser(
    stack,
    `insert into public.lora_training_jobs (brand_id, user_id, name, model_type, training_asset_ids)
     values ($1, $2, 'alone', 'flux', $3::uuid[])`,
    [otherBrand, demoPeople.acmeMember.id, few],
  );
  expect((await claim(stack))?.brand_id).toBe(otherBrand);
  expect((await claim(stack))?.brand_id).toBe(brand);
});

it('gives no piece of work to two workers', async () => {
  await using stack = await startStack();
  await changeSettings(stack, brand, { training: { maximumRunningJobs: 1000, maximumJobsPerDay: 1000 } });
  const pictures = await addPictures(stack);
  await asSuperuser(
    stack,
    `insert into public.lora_training_jobs (brand_id, user_id, name, model_type, training_asset_ids)
     select $1, $2, 'one of many', 'flux', $3::uuid[] from generate_series(1, 24)`,
    [brand, demoPeople.ctMember.id, pictures],
  );
  const worker = async (name: string) => {
    const ids: string[] = [];
    let misses = 0;
    while (misses < 5) {
      const claimed = await claim(stack, name);
      if (claimed) ids.push(claimed.work_id);
      else misses += 1;
    }
    return ids;
  };
  const ids = (await Promise.all(['one', 'two', 'three'].map(worker))).flat();
  expect(ids).toHaveLength(24);
  expect(new Set(ids).size).toBe(24);
});

it('rings for one job only, and tells nobody whether it did', async () => {
  const { stack } = await stackWithJob();
  await using _ = stack;
  const { claimed, system } = await claimAs(stack);
  const expires = new Date(Date.now() + 3600_000).toISOString();
  const capability = 'a-long-random-capability';
  const hash = createHash('sha256').update(capability).digest('hex');
  const granted = {
    brand_id: brand,
    job_id: claimed.work_id,
    provider: 'replicate',
    token_hash: hash,
    expires_at: expires,
  };
  expect((await system.from('webhook_capabilities').insert(granted)).error).toBeNull();
  expect((await system.from('webhook_capabilities').select('token_hash')).error).not.toBeNull();
  await system.rpc('release_lease', { work_id: claimed.work_id, fence: claimed.fence, next_at: expires });
  const isDue = async () =>
    (
      await asSuperuser<{ due: boolean }>(
        stack,
        'select due_at <= now() as due from public.lora_training_jobs',
      )
    )[0]?.due;

  const caller = await stack.as('anonymous');
  expect(await caller.rpc('ring_doorbell', { capability: 'wrong', provider: 'replicate' })).toMatchObject({
    error: null,
    data: null,
  });
  expect(await isDue()).toBe(false);
  expect(await caller.rpc('ring_doorbell', { capability, provider: 'replicate' })).toMatchObject({
    error: null,
    data: null,
  });
  expect(await isDue()).toBe(true);
});

it('shows the login of the worker nothing but ids', async () => {
  const { stack } = await stackWithJob();
  await using _ = stack;
  for (const sql of [
    'select id from public.lora_training_jobs',
    'select id from public.brands',
    'select id from public.brand_assets',
    'select * from private.turns',
    'select * from auth.users',
    'select name from storage.objects',
    'set role act_system',
    'set role authenticated',
    'create table public.mine ()',
  ]) {
    await expect(asSuperuser(stack, `set session authorization act_worker; ${sql}`), sql).rejects.toThrow(
      /permission denied/,
    );
  }
});
