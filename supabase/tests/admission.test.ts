import { demoPeople, startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import {
  addPictures,
  aJob,
  asSuperuser,
  brand,
  changeSettings,
  makePrivate,
  otherBrand,
} from './testing/brand-content.ts';

it('takes the wish of a member and fills in the rest itself', async () => {
  await using stack = await startStack();
  const pictures = await addPictures(stack);
  const member = await stack.as('ctMember');
  expect((await member.from('lora_training_jobs').insert(aJob(pictures))).error).toBeNull();
  const { data } = await member.from('lora_training_jobs').select().single();
  expect(data).toMatchObject({
    user_id: demoPeople.ctMember.id,
    visibility: 'brand',
    status: 'pending',
    progress: 0,
    provider: null,
    cost_usd: null,
    estimated_cost_usd: 2.1045,
  });
  const { data: used } = await member.from('lora_training_job_assets').select('asset_id').order('position');
  expect(used?.map(({ asset_id }) => asset_id)).toEqual(pictures);
});

it.each([
  { status: 'completed' },
  { progress: 100 },
  { provider: 'replicate' },
  { provider_job_id: 'x' },
  { cost_usd: 0 },
  { model_url: `models/${brand}/flux-lora-v1.safetensors` },
  { fence: 9 },
  { user_id: demoPeople.ctAdmin.id },
  { visibility: 'brand' },
])('does not let a person send %o', async (forged) => {
  await using stack = await startStack();
  const member = await stack.as('ctMember');
  const answer = await member.from('lora_training_jobs').insert(aJob(await addPictures(stack), forged));
  expect(answer).toMatchObject({ status: 403, error: { code: '42501' } });
});

it('trains no picture of another brand, whoever asks', async () => {
  await using stack = await startStack();
  const [foreign] = await addPictures(stack, {
    count: 1,
    brandId: otherBrand,
    userId: demoPeople.acmeMember.id,
  });
  const own = await addPictures(stack, { count: 19 });
  for (const actor of ['ctMember', 'freelancer'] as const) {
    const answer = await (await stack.as(actor))
      .from('lora_training_jobs')
      .insert(aJob([...own, foreign ?? '']));
    expect(answer).toMatchObject({ status: 422, error: { code: 'PT422' } });
  }
  await expect(
    asSuperuser(
      stack,
      `set session_replication_role = replica;
       insert into public.lora_training_jobs (brand_id, visibility, name, model_type, training_asset_ids)
       values ('${brand}', 'brand', 'by hand', 'flux', array['${foreign}'::uuid]);
       set session_replication_role = origin;
       insert into public.lora_training_job_assets (brand_id, job_id, asset_id, position)
       select brand_id, id, '${foreign}', 1 from public.lora_training_jobs`,
    ),
  ).rejects.toThrow(/foreign key/);
});

it('trains neither what is being checked, nor what was rejected, nor one picture as two', async () => {
  await using stack = await startStack();
  const ready = await addPictures(stack, { count: 19 });
  const member = await stack.as('ctMember');
  for (const status of ['received', 'rejected'] as const) {
    const [other] = await addPictures(stack, { count: 1, status });
    expect((await member.from('lora_training_jobs').insert(aJob([...ready, other ?? '']))).status).toBe(422);
  }
  expect((await member.from('lora_training_jobs').insert(aJob([...ready, ready[0] ?? '']))).status).toBe(422);
});

it('makes no model for the brand out of what is private to one person', async () => {
  await using stack = await startStack();
  await makePrivate(stack);
  const personal = await addPictures(stack);
  await asSuperuser(stack, `update public.brands set default_visibility = 'brand' where id = $1`, [brand]);
  const member = await stack.as('ctMember');
  expect((await member.from('lora_training_jobs').insert(aJob(personal))).status).toBe(422);
  await makePrivate(stack);
  expect((await member.from('lora_training_jobs').insert(aJob(personal))).error).toBeNull();
  expect((await (await stack.as('ctAdmin')).from('lora_training_jobs').insert(aJob(personal))).status).toBe(
    422,
  );
});

it('asks for enough pictures, and for a clear word where they are only just enough', async () => {
  await using stack = await startStack();
  const member = await stack.as('ctMember');
  const few = await addPictures(stack, { count: 9 });
  expect(await member.from('lora_training_jobs').insert(aJob(few))).toMatchObject({
    status: 422,
    error: { message: 'A style needs 10 to 100 pictures; these are 9.', hint: 'Add more pictures.' },
  });
  const some = [...few, ...(await addPictures(stack, { count: 3 }))];
  expect(await member.from('lora_training_jobs').insert(aJob(some))).toMatchObject({
    status: 422,
    error: { message: expect.stringContaining('need attention') },
  });
  expect(
    (await member.from('lora_training_jobs').insert(aJob(some, { readiness_override: true }))).error,
  ).toBeNull();
});

it('keeps to the limit when fifty ask at the same moment', async () => {
  await using stack = await startStack();
  const pictures = await addPictures(stack);
  const members = await Promise.all(
    ['ctMember', 'ctAdmin', 'freelancer'].map((name) => stack.as(name as 'ctMember')),
  );
  const answers = await Promise.all(
    Array.from({ length: 50 }, async (_, index) =>
      members[index % 3]?.from('lora_training_jobs').insert(aJob(pictures)),
    ),
  );
  expect(answers.filter((answer) => answer?.status === 201)).toHaveLength(3);
  expect(answers.filter((answer) => answer?.status === 429)).toHaveLength(47);
  const rows = await asSuperuser(stack, 'select from public.lora_training_jobs');
  expect(rows).toHaveLength(3);
}, 60_000);

it('keeps to the budget of the month', async () => {
  await using stack = await startStack();
  await changeSettings(stack, brand, { budget: { monthlyUsd: 5 } });
  const pictures = await addPictures(stack);
  const member = await stack.as('ctMember');
  const ask = () => member.from('lora_training_jobs').insert(aJob(pictures));
  expect((await ask()).status).toBe(201);
  expect((await ask()).status).toBe(201);
  expect(await ask()).toMatchObject({
    status: 402,
    error: {
      message: 'The budget of this month does not cover it.',
      details: expect.stringContaining('4.2090 USD are spent'),
    },
  });
});

it('tells a stranger nothing about limits and budgets of a brand', async () => {
  await using stack = await startStack();
  await changeSettings(stack, brand, { budget: { monthlyUsd: 0 }, training: { maximumRunningJobs: 0 } });
  const pictures = await addPictures(stack);
  for (const actor of ['acmeMember', 'newcomer', 'ctViewer'] as const) {
    const client = await stack.as(actor);
    expect(await client.from('lora_training_jobs').insert(aJob(pictures))).toMatchObject({
      status: 403,
      error: { code: '42501', message: expect.stringContaining('row-level security') },
    });
  }
});

it('starts a wish once, however often it is sent', async () => {
  await using stack = await startStack();
  const pictures = await addPictures(stack);
  const member = await stack.as('ctMember');
  const wish = aJob(pictures, { idempotency_key: 'once' });
  const answers = await Promise.all([1, 2, 3].map(() => member.from('lora_training_jobs').insert(wish)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
});

it('lets people change what is theirs to change, and precisely so', async () => {
  await using stack = await startStack();
  const pictures = await addPictures(stack);
  const member = await stack.as('ctMember');
  await member.from('lora_training_jobs').insert(aJob(pictures));
  const { data: job } = await member.from('lora_training_jobs').select('id').single();
  const change = async (actor: 'ctMember' | 'ctAdmin' | 'ctViewer' | 'freelancer', changes: object) =>
    (await (await stack.as(actor)).from('lora_training_jobs').update(changes).eq('id', job?.id).select('id'))
      .data?.length ?? 0;

  expect(await change('ctMember', { name: 'Renamed' })).toBe(1);
  expect(await change('ctAdmin', { description: 'By an admin' })).toBe(1);
  expect(await change('freelancer', { name: 'Not mine' })).toBe(0);
  expect(await change('ctViewer', { name: 'Not mine' })).toBe(0);
  expect(await change('ctMember', { status: 'completed' })).toBe(0);
  expect(await change('ctMember', { cancel_requested_at: '2000-01-01' })).toBe(1);
  expect(await change('ctMember', { cancel_requested_at: null })).toBe(1);
  const [row] = await asSuperuser<{ recent: boolean }>(
    stack,
    `select cancel_requested_at > now() - interval '1 minute' as recent from public.lora_training_jobs`,
  );
  expect(row?.recent).toBe(true);
});
