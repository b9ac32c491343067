import { demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { asSuperuser, brand, otherBrand } from './testing/brand-content.ts';
import { browser, type ClaimedDelivery, claimDelivery, endTraining, listOutbox } from './testing/notices.ts';

const { ctMember } = demoPeople;

/** Calls one of the engine's functions as the system of a brand. */
async function call(
  stack: TestStack,
  name: string,
  { delivery_id, fence }: ClaimedDelivery,
  more: object = {},
  system = brand,
) {
  const { data, error } = await (await stack.as({ system })).rpc(name, { delivery_id, fence, ...more });
  if (error) throw error;
  return data;
}

async function claimed(stack: TestStack): Promise<ClaimedDelivery> {
  const found = await claimDelivery(stack);
  if (!found) throw new Error('Nothing was to be sent.');
  return found;
}

const states = async (stack: TestStack) => (await listOutbox(stack)).map(({ state }) => state);
const endLeases = (stack: TestStack) =>
  asSuperuser(
    stack,
    `update public.notice_deliveries set lease_expires_at = now() - interval '1 second', next_at = case when next_at is not null then now() end`,
  );

it('hands each notice to one worker, and tells it ids only', async () => {
  await using stack = await startStack();
  await endTraining(stack, 'completed');
  const first = await claimed(stack);
  expect(Object.keys(first).sort()).toEqual(['brand_id', 'delivery_id', 'fence']);
  expect(await claimDelivery(stack)).toBeNull();
  await endLeases(stack);
  const second = await claimed(stack);
  expect(second.delivery_id).toBe(first.delivery_id);
  expect(await call(stack, 'begin_delivery', first)).toBe(false);
  expect(await call(stack, 'open_delivery', first)).toBeNull();
  expect(await call(stack, 'settle_delivery', first, { outcome: 'sent' })).toBe(false);
  expect(await call(stack, 'begin_delivery', second)).toBe(true);
  expect(await call(stack, 'settle_delivery', second, { outcome: 'sent' })).toBe(true);
  expect(await states(stack)).toEqual(['sent']);
  await endLeases(stack);
  expect(await claimDelivery(stack)).toBeNull();
});

it('opens a notice for the system of its brand and nobody else', async () => {
  await using stack = await startStack();
  const jobId = await endTraining(stack, 'completed');
  const held = await claimed(stack);
  expect(await call(stack, 'open_delivery', held, {}, otherBrand)).toBeNull();
  expect(await call(stack, 'begin_delivery', held, {}, otherBrand)).toBe(false);
  expect(await call(stack, 'settle_delivery', held, { outcome: 'sent' }, otherBrand)).toBe(false);
  for (const actor of ['ctAdmin', 'anonymous'] as const) {
    const stranger = await stack.as(actor);
    expect([401, 403]).toContain(
      (await stranger.rpc('open_delivery', { ...held, brand_id: undefined })).status,
    );
  }
  expect(await call(stack, 'open_delivery', held)).toMatchObject({
    channel: 'email',
    isRepeat: false,
    notice: { kind: 'training.completed', jobId },
    brand: { id: brand, name: 'Creative Technologists' },
    person: { email: ctMember.email, language: null, unsubscribeToken: expect.stringContaining(ctMember.id) },
    push: null,
    webhook: null,
  });
});

it('serves brands in turn: one with many notices delays another by one', async () => {
  await using stack = await startStack();
  for (let index = 0; index < 4; index += 1) await endTraining(stack, 'completed');
  await endTraining(stack, 'completed', { brandId: otherBrand, by: 'acmeMember' });
  const brands: string[] = [];
  for (let index = 0; index < 3; index += 1) brands.push((await claimed(stack)).brand_id);
  expect(brands.slice(0, 2).sort()).toEqual([otherBrand, brand]);
  expect(brands[2]).toBe(brand);
});

it('repeats a mail of unknown outcome once, and then gives it up', async () => {
  await using stack = await startStack();
  await endTraining(stack, 'completed');
  for (const isSent of [true, true, false]) {
    const held = await claimed(stack);
    expect(await call(stack, 'begin_delivery', held)).toBe(isSent);
    await endLeases(stack);
  }
  expect(await listOutbox(stack)).toMatchObject([
    { state: 'given_up', attempts: 2, last_error: 'outcome_unknown' },
  ]);
});

it('waits after a failure for as long as it is told, and notes no more than a code', async () => {
  await using stack = await startStack();
  await endTraining(stack, 'completed');
  const held = await claimed(stack);
  await call(stack, 'begin_delivery', held);
  await call(stack, 'settle_delivery', held, {
    outcome: 'failed',
    error: 'x'.repeat(500),
    retry_seconds: 3600,
  });
  const [row] = await asSuperuser<{ seconds: number; length: number }>(
    stack,
    'select extract(epoch from next_at - now())::integer as seconds, char_length(last_error) as length from public.notice_deliveries',
  );
  expect(row?.seconds).toBeGreaterThan(3500);
  expect(row?.length).toBe(200);
  expect(await claimDelivery(stack)).toBeNull();
});

it('does not send what nobody wants any more', async () => {
  await using stack = await startStack();
  await endTraining(stack, 'completed');
  const held = await claimed(stack);
  await (await stack.as('ctMember')).rpc('set_notice_preferences', {
    brand_id: brand,
    changes: { email_kinds: [] },
  });
  expect(await call(stack, 'open_delivery', held)).toBeNull();
  expect(await listOutbox(stack)).toMatchObject([{ state: 'given_up', last_error: 'not_wanted' }]);
});

it('forgets a browser that is gone', async () => {
  await using stack = await startStack();
  const me = await stack.as('ctMember');
  await me.rpc('save_push_subscription', { brand_id: brand, ...browser });
  await me.rpc('set_notice_preferences', { brand_id: brand, changes: { email_kinds: [] } });
  await endTraining(stack, 'completed');
  const held = await claimed(stack);
  expect(await call(stack, 'open_delivery', held)).toMatchObject({
    channel: 'push',
    push: { endpoint: browser.endpoint },
  });
  expect(await call(stack, 'settle_delivery', held, { outcome: 'gone' })).toBe(true);
  expect((await me.from('push_subscriptions').select('id')).data).toEqual([]);
});

it('switches a webhook off that is gone, or fails three times in a row, and tells the admins', async () => {
  await using stack = await startStack();
  const admin = await stack.as('ctAdmin');
  await (await stack.as('ctMember')).rpc('set_notice_preferences', {
    brand_id: brand,
    changes: { email_kinds: [] },
  });
  const { data: made } = await admin.rpc('create_webhook_endpoint', {
    brand_id: brand,
    address: 'https://hooks.example.com/act?key=hidden',
    kinds: ['training.completed'],
  });
  const endpoint = async () =>
    (await admin.from('webhook_endpoints').select('is_enabled, disabled_reason, failure_count').single())
      .data;
  const settleNext = async (outcome: string) => {
    await endTraining(stack, 'completed');
    const held = await claimed(stack);
    await call(stack, 'begin_delivery', held);
    await call(stack, 'settle_delivery', held, { outcome, error: 'status_500' });
  };
  await settleNext('given_up');
  await settleNext('given_up');
  await settleNext('sent');
  expect(await endpoint()).toEqual({ is_enabled: true, disabled_reason: null, failure_count: 0 });
  for (let index = 0; index < 3; index += 1) await settleNext('given_up');
  expect(await endpoint()).toEqual({ is_enabled: false, disabled_reason: 'failing', failure_count: 3 });
  const told = await admin.from('notices').select('kind, facts').eq('kind', 'webhook.disabled');
  expect(told.data).toEqual([
    { kind: 'webhook.disabled', facts: { host: 'hooks.example.com', reason: 'failing' } },
  ]);

  await admin.from('webhook_endpoints').update({ is_enabled: true }).eq('id', made.id);
  expect(await endpoint()).toEqual({ is_enabled: true, disabled_reason: null, failure_count: 0 });
  await asSuperuser(stack, `update public.notice_deliveries set state = 'sent', next_at = null`);
  await settleNext('gone');
  expect(await endpoint()).toMatchObject({ is_enabled: false, disabled_reason: 'gone' });
});

it('ends the mails of one brand for whoever holds the link, and for nobody else', async () => {
  await using stack = await startStack();
  await endTraining(stack, 'completed');
  const opened = await call(stack, 'open_delivery', await claimed(stack));
  const token = String(opened.person.unsubscribeToken);
  const anonymous = await stack.as('anonymous');
  const use = async (text: string | null) =>
    (await anonymous.rpc('unsubscribe_from_notices', { token: text })).data;
  const preferences = async () =>
    (await (await stack.as('ctMember')).rpc('get_notice_preferences', { brand_id: brand })).data;
  for (const forged of [
    token.replace(ctMember.id, demoPeople.ctAdmin.id),
    token.replace(brand, otherBrand),
    `${token}0`,
    token.slice(0, -1),
    token.toUpperCase(),
    '',
    null,
    `${brand}.${ctMember.id}.`,
    `${brand}.not-an-id.00`,
  ]) {
    expect(await use(forged)).toBe(false);
  }
  expect((await preferences()).email_kinds).not.toEqual([]);
  expect(await use(token)).toBe(true);
  expect(await use(token)).toBe(true);
  expect(await preferences()).toMatchObject({
    email_kinds: [],
    push_kinds: expect.arrayContaining(['training.completed']),
  });
});
