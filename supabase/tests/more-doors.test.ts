import { demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import { describe, expect, it } from 'vitest';
import { addPictures, aJob, asSuperuser, brand, changeSettings } from './testing/brand-content.ts';
import { browser, endTraining } from './testing/notices.ts';

const { newcomer, acmeMember, ctMember } = demoPeople;

describe('who comes into a brand', () => {
  it('is put there by no admin, and so tells no admin their address', async () => {
    await using stack = await startStack();
    const admin = await stack.as('ctAdmin');
    const put = { user_id: acmeMember.id, brand_id: brand, role: 'viewer' };
    expect((await admin.from('brand_users').insert(put)).status).toBe(403);
    expect((await admin.from('brand_users').upsert(put)).status).toBe(403);
    const { data } = await admin.rpc('list_member_addresses', { brand_id: brand });
    expect(data.map(({ email }: { email: string }) => email)).not.toContain(acmeMember.email);
  });

  it('is changed and taken out by its admins, and put into a new one by the operator', async () => {
    await using stack = await startStack();
    const operator = await stack.as('secretKey');
    expect((await operator.from('brands').insert({ id: 'newest', name: 'Newest' })).error).toBeNull();
    const first = { user_id: newcomer.id, brand_id: 'newest', role: 'admin' };
    expect((await operator.from('brand_users').insert(first)).error).toBeNull();
    const admin = await stack.as('newcomer');
    const code = await admin.rpc('create_invitation', { brand_id: 'newest', email: ctMember.email });
    expect(
      (await (await stack.as('ctMember')).rpc('accept_invitation', { code: code.data })).error,
    ).toBeNull();
    const member = () => ({ user_id: ctMember.id, brand_id: 'newest' });
    const changed = await admin.from('brand_users').update({ role: 'viewer' }).match(member()).select('role');
    expect(changed.data).toEqual([{ role: 'viewer' }]);
    const removed = await admin.from('brand_users').delete().match(member()).select('role');
    expect(removed.data).toHaveLength(1);
  });

  it('is nobody who asked to be deleted', async () => {
    await using stack = await startStack();
    await changeSettings(stack, brand, { signUp: { open: true } });
    const { data: code } = await (await stack.as('ctAdmin')).rpc('create_invitation', {
      brand_id: brand,
      email: newcomer.email,
    });
    const guest = await stack.as('newcomer');
    expect((await guest.rpc('delete_my_data')).error).toBeNull();
    expect((await guest.rpc('accept_invitation', { code })).error).toMatchObject({ code: 'PT409' });
    expect((await guest.rpc('join_brand', { brand_id: brand })).error).toMatchObject({ code: 'PT409' });
    expect((await guest.from('brands').select('id')).data).toEqual([]);
  });
});

describe('a training that is tried again', () => {
  const retry = async (stack: TestStack, actor: 'ctMember' | 'ctAdmin', id: string, changes: object = {}) => {
    const [first] = await asSuperuser<{ training_asset_ids: string[] }>(
      stack,
      'select training_asset_ids from public.lora_training_jobs where id = $1',
      [id],
    );
    return (await stack.as(actor))
      .from('lora_training_jobs')
      .insert(aJob(first?.training_asset_ids ?? [], { retry_of: id, ...changes }))
      .select('id')
      .single();
  };

  it('is paid for once, however many people try', async () => {
    await using stack = await startStack();
    const failed = await endTraining(stack, 'failed');
    const { data: again } = await retry(stack, 'ctMember', failed, { idempotency_key: `retry-${failed}` });
    expect((await retry(stack, 'ctAdmin', failed)).error).toMatchObject({
      code: 'PT409',
      hint: expect.stringContaining(again?.id),
    });
    const twice = await retry(stack, 'ctMember', failed, { idempotency_key: `retry-${failed}` });
    expect(twice.error).toMatchObject({ code: '23505' });
    await asSuperuser(
      stack,
      `update public.lora_training_jobs set status = 'failed', error_code = 'x', due_at = null`,
    );
    expect((await retry(stack, 'ctAdmin', failed)).error).toBeNull();
  });

  it('is paid for once also where two try at the same moment', async () => {
    await using stack = await startStack();
    const failed = await endTraining(stack, 'failed');
    const answers = await Promise.all([retry(stack, 'ctMember', failed), retry(stack, 'ctAdmin', failed)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  it('says nothing about a private one', async () => {
    await using stack = await startStack();
    const failed = await endTraining(stack, 'failed');
    const { data: again } = await retry(stack, 'ctMember', failed);
    await asSuperuser(
      stack,
      `set session_replication_role = replica;
       update public.lora_training_jobs set visibility = 'owner' where id = '${again?.id}'`,
    );
    const { error } = await retry(stack, 'ctAdmin', failed);
    expect(error).toMatchObject({ code: 'PT409', hint: expect.not.stringContaining(again?.id) });
  });

  it('keeps its run at the provider when the one before it is deleted', async () => {
    await using stack = await startStack();
    const failed = await endTraining(stack, 'failed');
    const { data: again } = await retry(stack, 'ctMember', failed);
    await asSuperuser(
      stack,
      `update public.lora_training_jobs set provider = 'replicate', provider_job_id = 'run-1'`,
    );
    const left = () => asSuperuser(stack, 'select provider_job_id from public.provider_leftovers');
    const remove = (id: string) =>
      asSuperuser(stack, `delete from public.lora_training_jobs where id = '${id}'`);
    await remove(failed);
    expect(await left()).toEqual([]);
    await remove(again?.id);
    expect(await left()).toEqual([{ provider_job_id: 'run-1' }]);
  });
});

// 180 seconds and 1.2 for each step with each picture, of an H100.
it.each([
  [{}, 2.1045],
  [{ preset: 'quick' }, 1.1895],
  [{ preset: 'best' }, 3.9345],
  [{ preset: 'best', steps: 'many' }, 3.9345],
  [{ preset: 'best', steps: 10 }, 0.2928],
  [{ steps: -150 }, 0.28],
  [{ steps: 0, batchSize: -4 }, 0.28],
  [{ batchSize: 4 }, 7.5945],
])('expects of %o what the engine will make of it', async (training_config, cost) => {
  await using stack = await startStack();
  const member = await stack.as('ctMember');
  const { data } = await member
    .from('lora_training_jobs')
    .insert(aJob(await addPictures(stack), { training_config }))
    .select('estimated_cost_usd')
    .single();
  expect(data?.estimated_cost_usd).toBe(cost);
});

it('tells what was spent and what runs to members, and not to viewers', async () => {
  await using stack = await startStack();
  const facts = async (actor: Parameters<TestStack['as']>[0]) =>
    (await (await stack.as(actor)).rpc('get_retraining_facts', { brand_id: brand })).data;
  const hidden = { spent_usd: null, spent_automatically_usd: null, running: null, started_today: null };
  const told = { spent_usd: 0, spent_automatically_usd: 0, running: 0, started_today: 0 };
  expect(await facts('ctViewer')).toMatchObject({ ...hidden, wanted_images: 20 });
  expect(await facts('ctMember')).toMatchObject(told);
  expect(await facts({ system: brand })).toMatchObject(told);
});

it.each([['A'.repeat(87)], [`BQ${'A'.repeat(85)}`]])(
  'keeps no browser whose key is not a point: %s',
  async (public_key) => {
    await using stack = await startStack();
    const member = await stack.as('ctMember');
    const saved = await member.rpc('save_push_subscription', { brand_id: brand, ...browser, public_key });
    expect(saved.error).toMatchObject({ code: '23514' });
  },
);
