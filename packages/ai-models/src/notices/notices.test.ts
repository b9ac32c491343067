import { connect, demoPeople, signToken, startStack, type TestStack } from '@act/local-stack/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAiModels } from '../client.ts';
import { createSystemSigner } from '../shared/access/system-signer.ts';

const brand = 'creativetechnologists';
const browser = {
  endpoint: 'https://push.example.com/one',
  keys: { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) },
};

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ listen: true });
});
afterAll(() => stack[Symbol.asyncDispose]());
beforeEach(async () => {
  await query(
    'delete from public.notices; delete from public.notice_preferences; delete from public.webhook_endpoints',
  );
});

async function query<Row extends Record<string, unknown>>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  await using client = await connect(stack.database.superuser);
  return (await client.query<Row>(sql, values)).rows;
}

const supabase = () => ({ url: stack.url, publishableKey: stack.secrets.publishableKey });
const as = (name: keyof typeof demoPeople) =>
  createAiModels({
    supabase: supabase(),
    access: {
      accessToken: () =>
        signToken({
          jwtSecret: stack.secrets.jwtSecret,
          claims: { sub: demoPeople[name].id, role: 'authenticated', aud: 'authenticated' },
        }),
    },
  });

/** Notices about work that nobody has to do first; the first is the oldest. */
const tell = (name: keyof typeof demoPeople, count: number, facts: object = { name: 'Bottles' }) =>
  query(
    `insert into public.notices (brand_id, user_id, kind, facts, created_at)
     select $1, $2, 'training.completed', $4, now() - ($3 - number) * interval '1 minute' from generate_series(1, $3::integer) as number`,
    [brand, demoPeople[name].id, count, facts],
  );

describe('the list of notices', () => {
  it('comes newest first, a page at a time, with how much was not read', async () => {
    await tell('ctMember', 5);
    await tell('ctAdmin', 2);
    const ai = as('ctMember');
    const first = await ai.listNotices({ limit: 3 });
    expect(first.items).toHaveLength(3);
    expect(first.items[0]).toMatchObject({
      kind: 'training.completed',
      facts: { name: 'Bottles' },
      readAt: null,
    });
    expect(first.unreadCount).toBe(5);
    const ids = first.items.slice(0, 2).map(({ id }) => id);
    expect(await ai.markNoticesRead({ ids })).toEqual({ marked: 2 });
    expect(await ai.markNoticesRead({ ids })).toEqual({ marked: 0 });
    const second = await ai.listNotices({ limit: 3, cursor: first.nextCursor ?? '' });
    expect(second).toMatchObject({ nextCursor: null, unreadCount: 3 });
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(5);
    const times = [...first.items, ...second.items].map(({ createdAt }) => createdAt.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect((await ai.listNotices({ unreadOnly: true })).items).toHaveLength(3);
    expect(await ai.markNoticesRead()).toEqual({ marked: 3 });
    expect((await ai.listNotices()).unreadCount).toBe(0);
    expect((await as('ctAdmin').listNotices()).unreadCount).toBe(2);
  });

  it('leaves out what a later version writes and this one does not know', async () => {
    await tell('ctMember', 1, { name: 7, pictures: 3, colour: 'red' });
    const [notice] = (await as('ctMember').listNotices()).items;
    expect(notice?.facts).toEqual({ pictures: 3 });
  });

  it('is a person’s own: the system has none', async () => {
    const system = createAiModels({
      supabase: supabase(),
      access: { brandId: brand, signer: createSystemSigner({ signingKey: stack.secrets.jwtSecret }) },
    });
    await expect(system.listNotices()).rejects.toMatchObject({ code: 'not_allowed' });
    await expect(system.listWebhookEndpoints()).rejects.toMatchObject({ code: 'not_allowed' });
  });

  it('refuses what it does not know', async () => {
    const ai = as('ctMember');
    await expect(ai.listNotices({ limit: 1000 })).rejects.toMatchObject({ code: 'input_invalid' });
    await expect(ai.listNotices({ cursor: 'x' })).rejects.toMatchObject({ code: 'input_invalid' });
    await expect(ai.markNoticesRead({ ids: ['x'] })).rejects.toMatchObject({ code: 'input_invalid' });
    await expect(ai.listNotices({ brandId: 'acmecompany' })).rejects.toMatchObject({
      code: 'brand_not_allowed',
    });
    const odd: object = { userId: demoPeople.ctAdmin.id };
    await expect(ai.listNotices(odd)).rejects.toMatchObject({ code: 'input_invalid' });
  });
});

describe('preferences', () => {
  it('are the defaults until somebody chooses, and keep what is not named', async () => {
    const ai = as('ctMember');
    const usual = await ai.getNoticePreferences();
    expect(usual).toMatchObject({ language: null, othersFailures: false });
    expect(usual.email).toEqual([
      'training.completed',
      'training.failed',
      'pictures.rejected',
      'budget.low',
      'sharing.ended',
      'webhook.disabled',
    ]);
    const changed = await ai.setNoticePreferences({ language: 'ru', push: [] });
    expect(changed).toEqual({ ...usual, language: 'ru', push: [] });
    expect(await ai.setNoticePreferences({ language: null })).toEqual({ ...usual, push: [] });
    expect(await as('ctAdmin').getNoticePreferences()).toEqual(usual);
    const odd: object = { email: ['everything'] };
    await expect(ai.setNoticePreferences(odd)).rejects.toMatchObject({ code: 'input_invalid' });
  });

  it('can be ended from a mail, without a session', async () => {
    const [row] = await query<{ token: string }>('select private.unsubscribe_token($1, $2) as token', [
      brand,
      demoPeople.ctMember.id,
    ]);
    const nobody = createAiModels({ supabase: supabase(), access: { accessToken: () => null } });
    expect(await nobody.unsubscribeFromNotices(`${row?.token}x`)).toBe(false);
    expect((await as('ctMember').getNoticePreferences()).email).not.toEqual([]);
    expect(await nobody.unsubscribeFromNotices(row?.token ?? '')).toBe(true);
    expect((await as('ctMember').getNoticePreferences()).email).toEqual([]);
  });
});

describe('browsers', () => {
  it('are saved as the browser gives them, and removed', async () => {
    const ai = as('ctMember');
    const { id } = await ai.savePushSubscription({ ...browser, expirationTime: null });
    expect(await ai.savePushSubscription(browser)).toEqual({ id });
    const count = async () => (await query('select from public.push_subscriptions')).length;
    await as('ctAdmin').removePushSubscription({ endpoint: browser.endpoint });
    expect(await count()).toBe(1);
    await ai.removePushSubscription({ endpoint: browser.endpoint });
    expect(await count()).toBe(0);
  });

  it.each([
    'http://push.example.com/',
    'https://127.0.0.1/push',
    'https://169.254.169.254/',
    'https://push.internal/',
    'https://me@push.example.com/',
  ])('are not at %s', async (endpoint) => {
    await expect(as('ctMember').savePushSubscription({ ...browser, endpoint })).rejects.toMatchObject({
      code: 'input_invalid',
    });
  });
});

describe('webhooks', () => {
  it('are made, listed, changed, tried and deleted by admins', async () => {
    const ai = as('ctAdmin');
    const { secret, ...made } = await ai.createWebhookEndpoint({ address: 'https://hooks.example.com/act' });
    expect(secret).toMatch(/^whsec_/);
    expect(made).toMatchObject({ isEnabled: true, disabledReason: null, lastSentAt: null });
    expect(made.kinds).toContain('budget.low');
    expect(await ai.listWebhookEndpoints()).toEqual([made]);
    const changed = await ai.updateWebhookEndpoint(made.id, { kinds: ['training.failed'], isEnabled: false });
    expect(changed).toEqual({ ...made, kinds: ['training.failed'], isEnabled: false });
    await expect(ai.sendTestWebhook(made.id)).rejects.toMatchObject({ code: 'conflict' });
    await ai.updateWebhookEndpoint(made.id, { isEnabled: true });
    const { noticeId } = await ai.sendTestWebhook(made.id);
    expect(await query('select kind from public.notices where id = $1', [noticeId])).toEqual([
      { kind: 'webhook.test' },
    ]);
    await ai.deleteWebhookEndpoint(made.id);
    expect(await ai.listWebhookEndpoints()).toEqual([]);
    for (const id of [made.id, 'not-an-id']) {
      await expect(ai.deleteWebhookEndpoint(id)).rejects.toMatchObject({ code: 'webhook_not_found' });
      await expect(ai.updateWebhookEndpoint(id, {})).rejects.toMatchObject({ code: 'webhook_not_found' });
      await expect(ai.sendTestWebhook(id)).rejects.toMatchObject({ code: 'webhook_not_found' });
    }
  });

  it('are no member’s business', async () => {
    const { id } = await as('ctAdmin').createWebhookEndpoint({ address: 'https://hooks.example.com/act' });
    const ai = as('ctMember');
    expect(await ai.listWebhookEndpoints()).toEqual([]);
    await expect(ai.createWebhookEndpoint({ address: 'https://hooks.example.com/' })).rejects.toMatchObject({
      code: 'brand_not_allowed',
    });
    await expect(ai.updateWebhookEndpoint(id, { isEnabled: false })).rejects.toMatchObject({
      code: 'webhook_not_found',
    });
  });

  it.each([
    'http://hooks.example.com/',
    'https://localhost:5678/',
    'https://127.0.0.1/',
    'https://0x7f000001/',
    'https://[::1]/',
    'https://169.254.169.254/latest',
    'https://name:pass@hooks.example.com/',
    'ftp://hooks.example.com/',
  ])('are not at %s', async (address) => {
    await expect(as('ctAdmin').createWebhookEndpoint({ address })).rejects.toMatchObject({
      code: 'input_invalid',
    });
  });

  it('may be on the machine on which the project itself is', async () => {
    const address = 'http://127.0.0.1:5678/webhook/trained';
    expect(await as('ctAdmin').createWebhookEndpoint({ address })).toMatchObject({ address });
  });
});
