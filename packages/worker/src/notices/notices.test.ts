import { execFile } from 'node:child_process';
import { createECDH, randomBytes } from 'node:crypto';
import { connect as connectSocket, createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAiModels } from '@act/ai-models';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import webPush from 'web-push';
import { createNoticeDuty } from './notice-duty.ts';
import type { NoticeSettings } from './notice-settings.ts';
import { startMailServer } from './testing/mail-server.ts';
import type { MortalSettings } from './testing/mortal-notifier.ts';
import { brand, createNoticeProject, type NoticeProject } from './testing/notice-project.ts';
import { decryptPush, readVapid } from './testing/push-browser.ts';
import { type Receiver, startReceiver } from './testing/receiver.ts';

let project: NoticeProject;
let receiver: Receiver;
beforeAll(async () => {
  project = await createNoticeProject();
  await project.query(
    `update public.brands set settings = '{"training": {"maximumRunningJobs": 1000, "maximumJobsPerDay": 10000}}'`,
  );
});
afterAll(() => project[Symbol.asyncDispose]());
beforeEach(async () => {
  await project.query(`delete from public.notices; delete from public.webhook_endpoints;
    delete from public.push_subscriptions; delete from public.notice_preferences`);
  receiver = await startReceiver();
  return () => receiver[Symbol.asyncDispose]();
});

const vapidKeys = webPush.generateVAPIDKeys();
const settings = (changes: Partial<NoticeSettings> = {}): NoticeSettings => ({
  mail: null,
  push: { ...vapidKeys, subject: 'mailto:notices@act.example' },
  siteUrl: 'https://studio.example',
  network: receiver.network,
  ...changes,
});
const mailTo = (url: string): NoticeSettings => settings({ mail: { url, from: 'notices@act.example' } });

/** Sends everything that is due, and says how much that was. */
async function sendAll(how: NoticeSettings): Promise<number> {
  const { doNext } = createNoticeDuty(how);
  let count = 0;
  while (await doNext(project.world, new AbortController().signal)) count += 1;
  return count;
}

const as = (actor: 'ctMember' | 'ctAdmin') =>
  createAiModels({
    supabase: { url: project.stack.url, publishableKey: project.stack.secrets.publishableKey },
    access: { accessToken: () => project.stack.tokenFor(actor) },
  });
const addWebhook = () =>
  as('ctAdmin').createWebhookEndpoint({
    address: 'https://hooks.example.com/act?a=b',
    kinds: ['training.completed'],
  });
const mailOff = () => as('ctMember').setNoticePreferences({ email: [] });

describe('mail', () => {
  it('leaves once, to the person, in their language, with a link that ends it', async () => {
    await using server = await startMailServer();
    await as('ctMember').setNoticePreferences({ language: 'ru' });
    const jobId = await project.endTraining('completed', 'Бутылки');
    expect(await sendAll(mailTo(server.url))).toBe(1);
    expect(await sendAll(mailTo(server.url))).toBe(0);
    const [delivery] = await project.deliveries();
    expect(delivery).toMatchObject({ channel: 'email', state: 'sent', attempts: 1, last_error: null });
    expect(server.mails).toHaveLength(1);
    const [mail] = server.mails;
    expect(mail?.to).toEqual(['member@creativetechnologists.test']);
    expect(mail?.headers.get('from')).toBe('Creative Technologists <notices@act.example>');
    expect(mail?.headers.get('message-id')).toBe(`<${delivery?.id}@act.example>`);
    expect(mail?.headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const words = decodeWords(mail?.headers.get('subject') ?? '');
    expect(words).toBe('Обучение завершено: «Бутылки»');
    expect(Buffer.from(mail?.message ?? '').toString()).toContain('multipart/alternative');
    expect(mail?.message.replace(/=\r\n/g, '')).toContain(`%2Ftraining%2Fmonitor%3Fjob%3D${jobId}`);

    const link = new URL(mail?.headers.get('list-unsubscribe')?.slice(1, -1) ?? '');
    expect(link.origin + link.pathname).toBe('https://studio.example/api/notices/unsubscribe');
    expect(await as('ctAdmin').unsubscribeFromNotices(link.searchParams.get('token') ?? '')).toBe(true);
    await project.endTraining();
    expect(await sendAll(mailTo(server.url))).toBe(0);
  });

  it('lands on the outbox page of the embedded world', async () => {
    const { url, secrets, outbox } = project.stack;
    await project.endTraining();
    const address = url.replace('http://', `http://worker:${secrets.outboxKey}@`);
    await sendAll(mailTo(`${address}/outbox`));
    expect(await project.deliveries()).toMatchObject([{ state: 'sent' }]);
    expect((await outbox.list())[0]).toMatchObject({
      to: 'member@creativetechnologists.test',
      subject: '“Bottles” is trained',
      text: expect.stringContaining('The training used 20 pictures'),
      html: expect.stringContaining('Open the training'),
    });
    await project.endTraining();
    await sendAll(mailTo(`${address.replace(secrets.outboxKey, 'wrong')}/outbox`));
    expect((await project.deliveries())[1]).toMatchObject({ state: 'failed', last_error: 'outbox_401' });
  });

  it('leads to the storefront of the brand, where it has one of its own', async () => {
    await using server = await startMailServer();
    await project.endTraining();
    const brandSites = { creativetechnologists: 'https://ct.example', acmecompany: 'https://acme.example' };
    await sendAll({ ...mailTo(server.url), brandSites });
    expect(server.mails[0]?.headers.get('list-unsubscribe')).toMatch(/^<https:\/\/ct\.example\//);
  });

  it('is given up where nobody set up a way, or the server refuses it for good', async () => {
    await project.endTraining();
    await sendAll(settings());
    await using server = await startMailServer({
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('No such mailbox'), { responseCode: 550 })),
    });
    await project.endTraining();
    await sendAll(mailTo(server.url));
    expect(await project.deliveries()).toMatchObject([
      { state: 'given_up', last_error: 'channel_off' },
      { state: 'given_up', last_error: 'smtp_550' },
    ]);
  });

  it('waits while the server is busy, or away, and leaves when it is back', async () => {
    await project.endTraining();
    await sendAll(mailTo('smtp://127.0.0.1:1'));
    expect(await project.deliveries()).toMatchObject([
      { state: 'failed', last_error: expect.stringMatching(/^smtp_e/) },
    ]);
    let isBusy = true;
    await using server = await startMailServer({
      onMailFrom: (_address, _session, done) =>
        done(isBusy ? Object.assign(new Error('Later'), { responseCode: 451 }) : null),
    });
    await project.letTimePass();
    await sendAll(mailTo(server.url));
    expect(await project.deliveries()).toMatchObject([
      { state: 'failed', last_error: 'smtp_451', attempts: 2 },
    ]);
    isBusy = false;
    await project.letTimePass();
    await sendAll(mailTo(server.url));
    expect(await project.deliveries()).toMatchObject([{ state: 'sent', attempts: 3 }]);
    expect(server.mails).toHaveLength(1);
  });

  it('whose connection breaks before the server was told it counts as not sent, and after as nobody knows', async () => {
    await using server = await startMailServer();
    await project.endTraining();
    for (const [at, state] of [
      ['MAIL FROM', 'failed'],
      ['RCPT TO', 'failed'],
      ['Message-ID', 'sending'],
      ['Message-ID', 'sending'],
    ] as const) {
      await using breaking = await breakAt(server.url, at);
      await project.letTimePass();
      await sendAll(mailTo(breaking.url));
      expect(await project.deliveries()).toMatchObject([{ state }]);
    }
    // It was told twice, for all that is known.
    await project.letTimePass();
    await sendAll(mailTo(server.url));
    expect(await project.deliveries()).toMatchObject([
      { state: 'given_up', last_error: 'outcome_unknown', attempts: 4 },
    ]);
    expect(server.mails).toEqual([]);
  });
});

describe('a process that is killed', { timeout: 120_000 }, () => {
  it('between sending a mail and noting it has it repeated once, with the same Message-ID', async () => {
    await using server = await startMailServer();
    await project.endTraining();
    await dieBefore('settle_delivery', server.url);
    expect(await project.deliveries()).toMatchObject([{ state: 'sending', attempts: 1 }]);
    expect(await sendAll(mailTo(server.url))).toBe(0);
    await project.letTimePass();
    await sendAll(mailTo(server.url));
    expect(await project.deliveries()).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(server.mails).toHaveLength(2);
    const [first, second] = server.mails.map(({ headers }) => headers.get('message-id'));
    expect(first).toBe(second);
  });

  it('there again and again sends a mail twice and no more', async () => {
    await using server = await startMailServer();
    await project.endTraining();
    for (let index = 0; index < 2; index += 1) {
      await dieBefore('settle_delivery', server.url);
      await project.letTimePass();
    }
    await sendAll(mailTo(server.url));
    expect(await project.deliveries()).toMatchObject([{ state: 'given_up', last_error: 'outcome_unknown' }]);
    expect(server.mails).toHaveLength(2);
  });

  it('before it has noted that it begins has sent nothing', async () => {
    await using server = await startMailServer();
    await project.endTraining();
    for (let index = 0; index < 2; index += 1) {
      await dieBefore('begin_delivery', server.url);
      await project.letTimePass();
    }
    expect(server.mails).toEqual([]);
    await sendAll(mailTo(server.url));
    expect(await project.deliveries()).toMatchObject([{ state: 'sent', attempts: 1 }]);
    expect(server.mails).toHaveLength(1);
  });

  it('between calling a webhook and noting it calls it again with the same id', async () => {
    const { secret } = await addWebhook();
    await mailOff();
    await project.endTraining();
    await dieBefore('settle_delivery', null);
    await project.letTimePass();
    await sendAll(settings());
    expect(await project.deliveries()).toMatchObject([{ channel: 'webhook', state: 'sent', attempts: 2 }]);
    const [first, second] = receiver.heard;
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.body).toEqual(first?.body);
    for (const one of [first, second]) verify(secret, one);
  });
});

describe('webhooks', () => {
  it('are signed, and say what happened', async () => {
    const { secret } = await addWebhook();
    await mailOff();
    const jobId = await project.endTraining();
    await sendAll(settings());
    expect(receiver.heard).toHaveLength(1);
    const [call] = receiver.heard;
    expect(call?.path).toBe('/act?a=b');
    expect(verify(secret, call)).toEqual({
      type: 'training.completed',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      data: { brandId: brand, jobId, name: 'Bottles', baseModel: 'flux', pictures: 20 },
    });
    expect(() => verify(`whsec_${randomBytes(24).toString('base64')}`, call)).toThrow();
    const [endpoint] = await as('ctAdmin').listWebhookEndpoints();
    expect(endpoint).toMatchObject({ lastError: null, lastSentAt: expect.any(Date) });
  });

  it('are tried when an admin asks', async () => {
    const { id, secret } = await addWebhook();
    const { noticeId } = await as('ctAdmin').sendTestWebhook(id);
    await sendAll(settings());
    expect(verify(secret, receiver.heard[0])).toMatchObject({
      type: 'webhook.test',
      data: { brandId: brand },
    });
    expect(noticeId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('wait as long as they are asked to, and are not followed elsewhere', async () => {
    await addWebhook();
    await mailOff();
    await project.endTraining();
    receiver.answer = (response) =>
      response.writeHead(503, { 'retry-after': '7200' }).end('a long story of ours');
    await sendAll(settings());
    const [busy] = await project.deliveries();
    expect(busy).toMatchObject({ state: 'failed', last_error: 'status_503' });
    expect(busy?.seconds).toBeGreaterThan(7100);
    receiver.answer = (response) =>
      response.writeHead(302, { location: 'https://elsewhere.example.com/' }).end();
    await project.letTimePass();
    await sendAll(settings());
    expect(await project.deliveries()).toMatchObject([
      { state: 'failed', last_error: 'status_302', attempts: 2 },
    ]);
    expect(receiver.heard).toHaveLength(2);
    const rows = JSON.stringify(
      await project.query('select * from public.notice_deliveries, public.webhook_endpoints'),
    );
    expect(rows).not.toContain('a long story');
  });

  it('are tried ten times in about a day, and are switched off after three notices in vain', async () => {
    await addWebhook();
    await mailOff();
    receiver.answer = (response) => response.writeHead(500).end();
    for (let index = 0; index < 3; index += 1) await project.endTraining();
    let waited = 0;
    for (let round = 0; round < 12; round += 1) {
      await sendAll(settings());
      waited += (await project.deliveries())[0]?.seconds ?? 0;
      await project.letTimePass();
    }
    expect((await project.deliveries()).slice(0, 3)).toMatchObject(
      Array(3).fill({ state: 'given_up', attempts: 10, last_error: 'status_500' }),
    );
    expect(waited / 3600).toBeGreaterThan(18);
    expect(waited / 3600).toBeLessThan(30);
    const [endpoint] = await as('ctAdmin').listWebhookEndpoints();
    expect(endpoint).toMatchObject({
      isEnabled: false,
      disabledReason: 'failing',
      lastError: { code: 'status_500' },
    });
    expect((await as('ctAdmin').listNotices()).items).toMatchObject([{ kind: 'webhook.disabled' }]);
  });

  it('that say they are gone are not called again', async () => {
    await addWebhook();
    await mailOff();
    receiver.answer = (response) => response.writeHead(410).end();
    await project.endTraining();
    await project.endTraining();
    await sendAll(settings());
    await project.letTimePass();
    await project.endTraining();
    await sendAll(settings());
    expect(receiver.heard).toHaveLength(1);
    const [endpoint] = await as('ctAdmin').listWebhookEndpoints();
    expect(endpoint).toMatchObject({ isEnabled: false, disabledReason: 'gone' });
  });

  it.each([
    ['https://127.0.0.1/', '93.184.216.34'],
    ['https://169.254.169.254/latest/meta-data/', '93.184.216.34'],
    ['https://[::1]/', '93.184.216.34'],
    ['https://localhost/', '93.184.216.34'],
    ['https://rebound.example.com/', '127.0.0.1'],
    ['https://rebound.example.com/', '169.254.169.254'],
  ])('never reach %s, nor a name that stands for %s', async (address, resolved) => {
    const { id } = await addWebhook();
    await mailOff();
    // Straight into the table, as an admin can by the REST interface: what the library refuses is refused here too.
    const { error } = await (await project.stack.as('ctAdmin'))
      .from('webhook_endpoints')
      .update({ address })
      .eq('id', id);
    expect(error).toBeNull();
    await project.endTraining();
    const { isPublic: _, ...ways } = receiver.network;
    const isPublic = (one: string) => one === '93.184.216.34';
    await sendAll(
      settings({ network: { ...ways, isPublic, resolve: async () => [{ address: resolved, family: 4 }] } }),
    );
    expect(receiver.heard).toEqual([]);
    expect(await project.deliveries()).toMatchObject([
      { state: 'given_up', last_error: 'address_not_public' },
    ]);
  });
});

describe('browser push', () => {
  const browser = createECDH('prime256v1');
  browser.generateKeys();
  const auth = randomBytes(16);
  const subscription = {
    endpoint: 'https://push.example.com/send/abc',
    keys: { p256dh: browser.getPublicKey('base64url'), auth: auth.toString('base64url') },
  };

  beforeEach(async () => {
    await mailOff();
    await as('ctMember').savePushSubscription(subscription);
  });

  it('brings a title and a link that only the browser can read, from somebody it knows', async () => {
    const jobId = await project.endTraining('completed', 'A secret project');
    await sendAll(settings());
    const [call] = receiver.heard;
    expect(call?.path).toBe('/send/abc');
    expect(call?.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'normal' });
    expect(call?.body.toString('latin1')).not.toContain('training');
    const payload = JSON.parse(decryptPush(call?.body ?? Buffer.alloc(0), { browser, auth }));
    expect(payload).toEqual({
      title: 'A training is done',
      link: `https://studio.example/open/${brand}?next=%2Ftraining%2Fmonitor%3Fjob%3D${jobId}`,
      tag: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(call?.headers.topic).toBe(payload.tag.replaceAll('-', ''));
    const claims = await readVapid(String(call?.headers.authorization), vapidKeys.publicKey);
    expect(claims).toMatchObject({ aud: 'https://push.example.com', sub: 'mailto:notices@act.example' });
    expect(await project.deliveries()).toMatchObject([{ channel: 'push', state: 'sent' }]);
  });

  it.each([404, 410])('forgets a browser that is gone (%i)', async (status) => {
    receiver.answer = (response) => response.writeHead(status).end();
    await project.endTraining();
    await sendAll(settings());
    expect(await project.query('select from public.push_subscriptions')).toEqual([]);
    await project.endTraining();
    expect(await sendAll(settings())).toBe(0);
  });

  it('waits for a service that is busy', async () => {
    receiver.answer = (response) => response.writeHead(429, { 'retry-after': '600' }).end();
    await project.endTraining();
    await sendAll(settings());
    const [delivery] = await project.deliveries();
    expect(delivery).toMatchObject({ state: 'failed', last_error: 'status_429' });
    expect(delivery?.seconds).toBeGreaterThan(550);
  });

  it('is given up where nobody set it up', async () => {
    await project.endTraining();
    await sendAll(settings({ push: null }));
    expect(await project.deliveries()).toMatchObject([{ state: 'given_up', last_error: 'channel_off' }]);
  });

  it('goes to no address that is not public', async () => {
    await project.query(`update public.push_subscriptions set endpoint = 'https://169.254.169.254/'`);
    await project.endTraining();
    await sendAll(settings());
    expect(receiver.heard).toEqual([]);
  });
});

function verify(secret: string, call: Receiver['heard'][number] | undefined): unknown {
  const headers: Receiver['heard'][number]['headers'] = call?.headers ?? {};
  const signed = Object.fromEntries(
    ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, String(headers[name])]),
  );
  return new Webhook(secret).verify(call?.body ?? '', signed);
}

const mortal = fileURLToPath(new URL('./testing/mortal-notifier.ts', import.meta.url));

/** Sends one notice from a process of its own, which ends there. */
async function dieBefore(diesBefore: string, smtpUrl: string | null): Promise<void> {
  const { stack } = project;
  const told: MortalSettings = {
    ...{ url: stack.url, publishableKey: stack.secrets.publishableKey, signingKey: stack.secrets.jwtSecret },
    ...{ databaseUrl: stack.workerDatabaseUrl, diesBefore, smtpUrl, port: receiver.port },
  };
  const signal = await new Promise((resolve) => {
    const child = execFile(process.execPath, [mortal, JSON.stringify(told)], (_error, _out, printed) => {
      resolve(child.signalCode ?? printed);
    });
  });
  expect(signal).toBe('SIGKILL');
}

/** A way to a server that breaks as soon as it has carried these words. */
async function breakAt(url: string, words: string) {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  const proxy = createServer((near) => {
    const far = connectSocket(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
    }
    far.pipe(near);
    near.on('data', (chunk) => {
      if (!chunk.includes(words)) return far.write(chunk);
      near.destroy();
      return far.destroy();
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      proxy.close();
    },
  };
}

/** RFC 2047, as far as our mails use it. */
const decodeWords = (text: string) =>
  text
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?UTF-8\?Q\?(.*?)\?=/gi, (_, word: string) =>
      Buffer.from(
        word
          .replaceAll('_', ' ')
          .replace(/=([0-9A-F]{2})/g, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString('latin1'),
    )
    .replace(/=\?UTF-8\?B\?(.*?)\?=/gi, (_, word: string) => Buffer.from(word, 'base64').toString('latin1'))
    .replace(/[\s\S]+/, (all) => Buffer.from(all, 'latin1').toString());
