import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { signTestWebhook } from '../testing/sign-test-webhook.ts';
import { type VerifyWebhookOptions, verifyWebhook } from './verify-webhook.ts';

const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const otherSecret = 'whsec_AAAAsBQIhrscChlQIMV+b5sSYspob7oD';
const body = '{"id":"t1","status":"succeeded"}';
/** From Replicate's reference; not made by our signer. */
const vector = {
  'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  'webhook-timestamp': '1614265330',
  'webhook-signature': 'v1,bpi0ZVSDqyCnHPjBpjLFKu+TtiT97j59lnH7DiYDOZ4=',
};
const vectorTime = new Date(1_614_265_330_000);

const toRequest = (headers: Record<string, string>, content: string = body) =>
  new Request('https://act.example/webhooks', { method: 'POST', headers, body: content });

const verify = (
  headers: Record<string, string>,
  options: Partial<VerifyWebhookOptions> & { content?: string } = {},
) => verifyWebhook(toRequest(headers, options.content), { secret, now: () => vectorTime, ...options });

it('accepts what Replicate signed', async () => {
  const webhook = await verify(vector);
  expect(webhook).toMatchObject({ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', sentAt: vectorTime });
  expect(new TextDecoder().decode(webhook.body)).toBe(body);
});

it.each([
  ['a changed body', vector, { content: body.replace('t1', 't2') }],
  ['a body that means the same', vector, { content: body.replace(':', ': ') }],
  ['another id', { ...vector, 'webhook-id': 'msg_other' }, {}],
  ['another time', { ...vector, 'webhook-timestamp': '1614265331' }, {}],
  ['another secret', vector, { secret: otherSecret }],
  [
    'another version',
    { ...vector, 'webhook-signature': vector['webhook-signature'].replace('v1', 'v2') },
    {},
  ],
  ['half a signature', { ...vector, 'webhook-signature': 'v1,bpi0ZVSDqyCnHPjBpjLFKu' }, {}],
  ['no signature', { ...vector, 'webhook-signature': '' }, {}],
  ['no base64', { ...vector, 'webhook-signature': 'v1,%%%' }, {}],
  ['a time that is none', { ...vector, 'webhook-timestamp': '1614265330.5' }, {}],
  ['an id with a dot', { ...vector, 'webhook-id': 'msg_p5.1' }, {}],
  ['no headers', {}, {}],
])('refuses %s', async (_name, headers, options) => {
  await expect(verify(headers, options)).rejects.toMatchObject({ code: 'webhook_invalid', retryable: false });
});

describe('the border between id, time and body', () => {
  it('cannot be moved', async () => {
    const headers = await signTestWebhook({ secret, body: '1614265330.{}', id: 'msg_1', sentAt: vectorTime });
    const moved = { ...headers, 'webhook-id': `msg_1.${headers['webhook-timestamp']}` };
    await expect(verify(moved, { content: '{}' })).rejects.toMatchObject({ code: 'webhook_invalid' });
  });
});

it.each([
  ['old', 5 * 60_000, true],
  ['older', 5 * 60_000 + 1_000, false],
  ['early', -5 * 60_000, true],
  ['earlier', -5 * 60_000 - 1_000, false],
])('looks at the age both ways: %s', async (_name, ageMs, isAccepted) => {
  const attempt = verify(vector, { now: () => new Date(vectorTime.getTime() + ageMs) });
  if (isAccepted) await expect(attempt).resolves.toBeDefined();
  else await expect(attempt).rejects.toMatchObject({ code: 'webhook_invalid' });
});

it('takes one good signature among several, and one good secret', async () => {
  const several = `v1,AAAA v1a,x ${vector['webhook-signature']}`;
  await expect(verify({ ...vector, 'webhook-signature': several })).resolves.toBeDefined();
  await expect(verify(vector, { secret: [otherSecret, secret] })).resolves.toBeDefined();
});

it('does not read on once there is too much', async () => {
  let given = 0;
  const long = new ReadableStream({
    pull(controller) {
      given += 1;
      controller.enqueue(new Uint8Array(1024));
      if (given === 1_000) controller.close();
    },
  });
  const request = new Request('https://act.example', {
    method: 'POST',
    headers: vector,
    body: long,
    duplex: 'half',
  });
  const attempt = verifyWebhook(request, { secret, now: () => vectorTime, maximumBytes: 4096 });
  await expect(attempt).rejects.toMatchObject({ code: 'webhook_invalid' });
  expect(given).toBeLessThan(10);
});

it('says that a secret is none, without showing it', async () => {
  const error: unknown = await verify(vector, { secret: 'whsec_not-base64' }).catch((thrown) => thrown);
  expect(error).toMatchObject({ code: 'not_configured' });
  expect(String(error)).not.toContain('not-base64');
});

describe('the test signer', () => {
  it('makes what an independent verifier accepts', async () => {
    const headers = await signTestWebhook({ secret, body });
    expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
    await expect(verifyWebhook(toRequest(headers), { secret })).resolves.toBeDefined();
  });

  it('and we accept what an independent signer makes', async () => {
    const sentAt = new Date();
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign('msg_1', sentAt, body),
    };
    await expect(verifyWebhook(toRequest(headers), { secret })).resolves.toMatchObject({ id: 'msg_1' });
  });
});
