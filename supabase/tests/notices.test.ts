import { demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import {
  addPictures,
  asSuperuser,
  brand,
  changeSettings,
  makePrivate,
  otherBrand,
} from './testing/brand-content.ts';
import { browser, endTraining, listOutbox } from './testing/notices.ts';

const { ctMember, ctAdmin } = demoPeople;

const kindsOf = async (
  stack: TestStack,
  actor: 'ctMember' | 'ctAdmin' | 'ctViewer' | 'freelancer' | 'acmeAdmin' | 'newcomer',
) =>
  ((await (await stack.as(actor)).from('notices').select('kind').order('created_at')).data ?? []).map(
    ({ kind }) => kind,
  );

const setPreferences = async (stack: TestStack, actor: 'ctMember' | 'ctAdmin', changes: object) => {
  const { data, error } = await (await stack.as(actor)).rpc('set_notice_preferences', {
    brand_id: brand,
    changes,
  });
  if (error) throw error;
  return data;
};

const addWebhook = async (
  stack: TestStack,
  kinds = ['training.completed', 'training.failed', 'pictures.rejected'],
) => {
  const { data, error } = await (await stack.as('ctAdmin')).rpc('create_webhook_endpoint', {
    brand_id: brand,
    address: 'https://hooks.example.com/act',
    kinds,
  });
  if (error) throw error;
  return data as { id: string; secret: string };
};

it('tells whoever asked how a training ended, and nobody else', async () => {
  await using stack = await startStack();
  const jobId = await endTraining(stack, 'completed');
  const { data } = await (await stack.as('ctMember')).from('notices').select('kind, job_id, facts, read_at');
  expect(data).toEqual([
    {
      kind: 'training.completed',
      job_id: jobId,
      facts: { name: 'Bottles', baseModel: 'flux', pictures: 20 },
      read_at: null,
    },
  ]);
  for (const actor of ['ctAdmin', 'ctViewer', 'freelancer', 'acmeAdmin', 'newcomer'] as const) {
    expect(await kindsOf(stack, actor)).toEqual([]);
  }
  expect((await (await stack.as('anonymous')).from('notices').select('id')).status).toBe(401);
  // Not even the system of the brand reads it but through the lease of a delivery.
  expect((await (await stack.as({ system: brand })).from('notices').select('id')).status).toBe(403);
  expect((await (await stack.as({ system: otherBrand })).from('notices').select('id')).status).toBe(403);
});

it('tells admins of failures in a brand’s work where they chose to hear of them, and never of private work', async () => {
  await using stack = await startStack();
  await endTraining(stack, 'failed');
  expect(await kindsOf(stack, 'ctAdmin')).toEqual([]);
  await setPreferences(stack, 'ctAdmin', { others_failures: true });
  await endTraining(stack, 'failed');
  await endTraining(stack, 'completed');
  expect(await kindsOf(stack, 'ctAdmin')).toEqual(['training.failed']);
  // Who says so and is no admin hears nothing all the same.
  await setPreferences(stack, 'ctMember', { others_failures: true });
  await endTraining(stack, 'failed', { by: 'freelancer' });
  expect(await kindsOf(stack, 'ctMember')).toHaveLength(3);
  await makePrivate(stack);
  await endTraining(stack, 'failed');
  expect(await kindsOf(stack, 'ctAdmin')).toEqual(['training.failed', 'training.failed']);
  expect(await kindsOf(stack, 'ctMember')).toEqual([
    'training.failed',
    'training.failed',
    'training.completed',
    'training.failed',
  ]);
});

it('tells webhooks of a brand’s work once, and never of private work', async () => {
  await using stack = await startStack();
  const { secret } = await addWebhook(stack);
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
  await setPreferences(stack, 'ctAdmin', { others_failures: true });
  await endTraining(stack, 'failed');
  await endTraining(stack, 'completed', { by: null });
  const webhooks = async () => (await listOutbox(stack)).filter(({ channel }) => channel === 'webhook');
  expect((await webhooks()).map(({ kind, user_id }) => [kind, user_id])).toEqual([
    ['training.failed', null],
    ['training.completed', null],
  ]);
  await makePrivate(stack);
  await endTraining(stack, 'failed');
  await endTraining(stack, 'failed', { brandId: otherBrand, by: 'acmeMember' });
  expect(await webhooks()).toHaveLength(2);
});

it('gathers pictures that were rejected together into one notice', async () => {
  await using stack = await startStack();
  await addWebhook(stack);
  const pictures = await addPictures(stack, { count: 7, status: 'received' });
  await Promise.all(
    pictures.map((id) =>
      asSuperuser(
        stack,
        `update public.brand_assets set status = 'rejected', rejection_reason = 'blurred' where id = $1`,
        [id],
      ),
    ),
  );
  const { data } = await (await stack.as('ctMember')).from('notices').select('kind, facts');
  expect(data).toEqual([
    { kind: 'pictures.rejected', facts: { pictures: 7, names: Array(5).fill('picture') } },
  ]);
  expect((await listOutbox(stack)).map(({ channel, kind }) => [channel, kind])).toEqual([
    ['email', 'pictures.rejected'],
    ['webhook', 'pictures.rejected'],
  ]);
});

it('tells admins once a month that the budget runs low', async () => {
  await using stack = await startStack();
  await changeSettings(stack, brand, { budget: { monthlyUsd: 5 } });
  await endTraining(stack, 'completed');
  expect(await kindsOf(stack, 'ctAdmin')).toEqual([]);
  await endTraining(stack, 'completed');
  expect(await kindsOf(stack, 'ctAdmin')).toEqual(['budget.low']);
  await asSuperuser(stack, `update public.lora_training_jobs set cost_usd = 2.4`);
  await endTraining(stack, 'cancelled').catch(() => undefined);
  expect(await kindsOf(stack, 'ctAdmin')).toEqual(['budget.low']);
  expect(await kindsOf(stack, 'acmeAdmin')).toEqual([]);
});

it('lets people mark their own notices as read, at a time that is not theirs to choose', async () => {
  await using stack = await startStack();
  await endTraining(stack, 'completed');
  const me = await stack.as('ctMember');
  for (const actor of ['ctAdmin', 'ctViewer', 'acmeAdmin'] as const) {
    const other = await stack.as(actor);
    const { data } = await other
      .from('notices')
      .update({ read_at: '2000-01-01' })
      .eq('brand_id', brand)
      .select('id');
    expect(data).toEqual([]);
  }
  const { data } = await me
    .from('notices')
    .update({ read_at: '2000-01-01' })
    .eq('brand_id', brand)
    .select('read_at')
    .single();
  expect(Date.now() - Date.parse(data?.read_at)).toBeLessThan(60_000);
  expect((await me.from('notices').update({ kind: 'budget.low' }).eq('brand_id', brand)).status).toBe(403);
  expect((await me.from('notices').insert({ brand_id: brand, kind: 'budget.low' })).error).not.toBeNull();
  expect((await me.from('notices').delete().eq('brand_id', brand)).status).toBe(403);
});

it('takes notices, browsers and preferences along when somebody leaves the brand', async () => {
  await using stack = await startStack();
  const me = await stack.as('ctMember');
  await me.rpc('save_push_subscription', { brand_id: brand, ...browser });
  await setPreferences(stack, 'ctMember', { language: 'ru' });
  await endTraining(stack, 'completed');
  expect((await listOutbox(stack)).map(({ channel }) => channel)).toEqual(['email', 'push']);
  await (await stack.as('ctAdmin'))
    .from('brand_users')
    .delete()
    .eq('user_id', ctMember.id)
    .eq('brand_id', brand);
  expect(await listOutbox(stack)).toEqual([]);
  for (const table of ['notices', 'notice_preferences', 'push_subscriptions']) {
    expect(await asSuperuser(stack, `select from public.${table} where user_id = '${ctMember.id}'`)).toEqual(
      [],
    );
  }
  // Work that ends after they left tells them nothing, and ends all the same.
  await asSuperuser(stack, `update public.lora_training_jobs set status = 'failed', error_code = 'x'`);
  expect(await listOutbox(stack)).toEqual([]);
});

it('goes with the brand, and with the work that it tells of', async () => {
  await using stack = await startStack();
  await addWebhook(stack);
  const jobId = await endTraining(stack, 'completed');
  await endTraining(stack, 'completed');
  expect(
    (await (await stack.as('ctAdmin')).from('lora_training_jobs').delete().eq('id', jobId)).error,
  ).toBeNull();
  expect(await kindsOf(stack, 'ctMember')).toHaveLength(1);
  const { error } = await (await stack.as('secretKey')).rpc('delete_brand', { brand_id: brand });
  expect(error).toBeNull();
  expect(await asSuperuser(stack, 'select from public.notices')).toEqual([]);
  expect(await asSuperuser(stack, 'select from public.webhook_endpoints')).toEqual([]);
});

it('keeps what people choose, for each brand, and refuses what there is none of', async () => {
  await using stack = await startStack();
  const me = await stack.as('freelancer');
  const of = async (brandId: string) => (await me.rpc('get_notice_preferences', { brand_id: brandId })).data;
  const usual = await of(brand);
  expect(usual).toMatchObject({ language: null, others_failures: false });
  expect(usual.email_kinds).toContain('training.completed');
  const { data } = await me.rpc('set_notice_preferences', {
    brand_id: brand,
    changes: { language: 'ru', email_kinds: ['training.failed', 'training.failed'] },
  });
  expect(data).toEqual({ ...usual, language: 'ru', email_kinds: ['training.failed'] });
  expect(await of(otherBrand)).toEqual(usual);
  const change = async (changes: unknown, brandId = brand) =>
    (await me.rpc('set_notice_preferences', { brand_id: brandId, changes })).status;
  expect(await change({ email_kinds: ['training.begun'] })).toBe(422);
  expect(await change({ email_kinds: 'all' })).toBe(422);
  expect(await change({ language: 'de' })).toBe(422);
  expect(await change({ user_id: ctAdmin.id })).toBe(400);
  expect(await change([])).toBe(400);
  expect(await change({}, 'techstartup')).toBe(404);
  expect(
    (await (await stack.as('anonymous')).rpc('get_notice_preferences', { brand_id: brand })).status,
  ).toBe(401);
  expect((await (await stack.as('ctAdmin')).from('notice_preferences').select('*')).data).toEqual([]);
});

it('writes no delivery for what a person does not want', async () => {
  await using stack = await startStack();
  await (await stack.as('ctMember')).rpc('save_push_subscription', { brand_id: brand, ...browser });
  await setPreferences(stack, 'ctMember', { email_kinds: [], push_kinds: ['training.failed'] });
  await endTraining(stack, 'completed');
  expect(await listOutbox(stack)).toEqual([]);
  await endTraining(stack, 'failed');
  expect((await listOutbox(stack)).map(({ channel }) => channel)).toEqual(['push']);
});

it('shows a browser’s keys to nobody, and gives a browser to the last one who sat before it', async () => {
  await using stack = await startStack();
  const save = async (actor: 'ctMember' | 'ctAdmin' | 'newcomer', changes: object = {}) =>
    (await stack.as(actor)).rpc('save_push_subscription', { brand_id: brand, ...browser, ...changes });
  expect((await save('ctMember')).error).toBeNull();
  expect((await save('newcomer')).status).toBe(404);
  const seen = async (actor: 'ctMember' | 'ctAdmin') =>
    ((await (await stack.as(actor)).from('push_subscriptions').select('endpoint')).data ?? []).length;
  expect((await (await stack.as('ctMember')).from('push_subscriptions').select('auth_secret')).status).toBe(
    403,
  );
  expect([await seen('ctMember'), await seen('ctAdmin')]).toEqual([1, 0]);
  // Knowing the address alone takes it from nobody.
  expect((await save('ctAdmin', { auth_secret: 'B'.repeat(22) })).error).toBeNull();
  expect([await seen('ctMember'), await seen('ctAdmin')]).toEqual([1, 1]);
  expect((await save('ctAdmin')).error).toBeNull();
  expect([await seen('ctMember'), await seen('ctAdmin')]).toEqual([0, 1]);
  expect((await save('ctAdmin', { endpoint: 'http://push.example.com/' })).error).not.toBeNull();
  for (let index = 0; index < 12; index += 1)
    await save('ctAdmin', { endpoint: `https://push.example.com/${index}` });
  expect(await seen('ctAdmin')).toBe(10);
});

it('lets only admins make, see and change webhooks, and shows the secret once', async () => {
  await using stack = await startStack();
  const { id } = await addWebhook(stack);
  const wish = { brand_id: brand, address: 'https://hooks.example.com/', kinds: ['training.failed'] };
  for (const actor of ['ctMember', 'ctViewer', 'acmeAdmin', 'newcomer'] as const) {
    const other = await stack.as(actor);
    expect((await other.rpc('create_webhook_endpoint', wish)).status).toBe(404);
    expect((await other.rpc('send_test_webhook', { endpoint_id: id })).status).toBe(404);
    expect((await other.from('webhook_endpoints').select('address')).data).toEqual([]);
    expect(
      (await other.from('webhook_endpoints').update({ address: wish.address }).eq('id', id).select('id'))
        .data,
    ).toEqual([]);
    await other.from('webhook_endpoints').delete().eq('id', id);
  }
  expect((await (await stack.as('anonymous')).rpc('create_webhook_endpoint', wish)).status).toBe(401);
  expect((await (await stack.as({ system: brand })).from('webhook_endpoints').select('address')).status).toBe(
    403,
  );
  const admin = await stack.as('ctAdmin');
  expect((await admin.from('webhook_endpoints').select('secret')).status).toBe(403);
  expect((await admin.from('webhook_endpoints').select('address, is_enabled')).data).toEqual([
    { address: 'https://hooks.example.com/act', is_enabled: true },
  ]);
  expect(
    (
      await admin
        .from('webhook_endpoints')
        .update({ kinds: ['training.begun'] })
        .eq('id', id)
    ).status,
  ).toBe(422);
  expect(
    (await admin.from('webhook_endpoints').update({ address: 'http://hooks.example.com/' }).eq('id', id))
      .error,
  ).not.toBeNull();
  expect(
    (await admin.rpc('create_webhook_endpoint', { ...wish, address: 'https://name:pass@hooks.example.com/' }))
      .error,
  ).not.toBeNull();
  expect((await admin.rpc('create_webhook_endpoint', { ...wish, kinds: [] })).status).toBe(422);
  for (let index = 1; index < 10; index += 1) await admin.rpc('create_webhook_endpoint', wish);
  expect((await admin.rpc('create_webhook_endpoint', wish)).status).toBe(409);
  expect((await admin.from('webhook_endpoints').delete().eq('id', id).select('id')).data).toHaveLength(1);
});

it('tries a webhook when an admin asks, five times a minute', async () => {
  await using stack = await startStack();
  const { id } = await addWebhook(stack);
  const admin = await stack.as('ctAdmin');
  for (let index = 0; index < 5; index += 1) {
    expect((await admin.rpc('send_test_webhook', { endpoint_id: id })).error).toBeNull();
  }
  expect((await admin.rpc('send_test_webhook', { endpoint_id: id })).status).toBe(429);
  await admin.from('webhook_endpoints').update({ is_enabled: false }).eq('id', id);
  expect((await admin.rpc('send_test_webhook', { endpoint_id: id })).status).toBe(409);
  expect((await listOutbox(stack)).map(({ kind }) => kind)).toEqual(Array(5).fill('webhook.test'));
});

it('keeps what people were told for half a year, and what webhooks were told for a month', async () => {
  await using stack = await startStack();
  await addWebhook(stack);
  await endTraining(stack, 'completed');
  const age = (days: number) =>
    asSuperuser(stack, `update public.notices set created_at = now() - $1 * interval '1 day'`, [days]);
  const count = async () => (await asSuperuser(stack, 'select from public.notices')).length;
  await age(29);
  await endTraining(stack, 'completed');
  expect(await count()).toBe(4);
  await age(31);
  await endTraining(stack, 'completed');
  expect(await count()).toBe(4);
  await age(181);
  await endTraining(stack, 'completed');
  expect(await count()).toBe(2);
});
