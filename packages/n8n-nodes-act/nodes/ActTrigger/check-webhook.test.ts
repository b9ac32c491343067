import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import { checkWebhook } from './check-webhook.ts';

const secret = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
const now = new Date('2026-11-23T10:00:00Z');
const event = { type: 'training.completed', data: { jobId: 'a', name: 'Fläschchen' } };

/** Signed by the library of the standard, as the engine does. */
function sign({ body = JSON.stringify(event), at = now, with: key = secret, id = 'msg_1' } = {}) {
  const headers: Record<string, string> = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(key).sign(id, at, body),
  };
  return { headers, body: Buffer.from(body) };
}
/** What somebody can sign who knows that there is no secret yet, or hardly one. */
function forge(key: string): ReturnType<typeof sign> {
  const call = sign();
  const hmac = createHmac('sha256', Buffer.from(key.replace('whsec_', ''), 'base64'));
  const { 'webhook-id': id, 'webhook-timestamp': at } = call.headers;
  const signature = hmac.update(`${id}.${at}.`).update(call.body).digest('base64');
  return { ...call, headers: { ...call.headers, 'webhook-signature': `v1,${signature}` } };
}
const check = (call: ReturnType<typeof sign>, changes: { secret?: string } = {}) =>
  checkWebhook({ ...call, secret, now, ...changes });
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);

it('takes what the engine signed', () => {
  expect(check(sign())).toEqual({ isGenuine: true, id: 'msg_1', event });
});

it('takes one of several signatures, for while a secret is changed', () => {
  const call = sign();
  call.headers['webhook-signature'] =
    `v1,${Buffer.alloc(32).toString('base64')} ${call.headers['webhook-signature']}`;
  expect(check(call).isGenuine).toBe(true);
});

it.each([-300, 300])('takes a clock that goes %i seconds wrong', (seconds) => {
  expect(check(sign({ at: later(seconds) })).isGenuine).toBe(true);
});

it.each([-301, 301])('refuses a call that is %i seconds off', (seconds) => {
  expect(check(sign({ at: later(seconds) }))).toEqual({
    isGenuine: false,
    reason: 'It is too old, or from the future.',
  });
});

it.each<[string, (call: ReturnType<typeof sign>) => ReturnType<typeof sign>]>([
  [
    'another body',
    (call) => ({ ...call, body: Buffer.from(JSON.stringify({ ...event, type: 'budget.low' })) }),
  ],
  [
    'the same body, written again',
    (call) => ({ ...call, body: Buffer.from(JSON.stringify(event, null, 1)) }),
  ],
  ['no body', (call) => ({ ...call, body: Buffer.alloc(0) })],
  ['another id', (call) => ({ ...call, headers: { ...call.headers, 'webhook-id': 'msg_2' } })],
  [
    'another time',
    (call) => ({
      ...call,
      headers: { ...call.headers, 'webhook-timestamp': String(now.getTime() / 1000 + 1) },
    }),
  ],
  ['a word for a time', (call) => ({ ...call, headers: { ...call.headers, 'webhook-timestamp': 'now' } })],
  [
    'another version',
    (call) => ({
      ...call,
      headers: {
        ...call.headers,
        'webhook-signature': (call.headers['webhook-signature'] ?? '').replace('v1,', 'v2,'),
      },
    }),
  ],
  [
    'half a signature',
    (call) => ({
      ...call,
      headers: {
        ...call.headers,
        'webhook-signature': (call.headers['webhook-signature'] ?? '').slice(0, 20),
      },
    }),
  ],
  ['an empty signature', (call) => ({ ...call, headers: { ...call.headers, 'webhook-signature': 'v1,' } })],
])('refuses %s', (_, change) => {
  expect(check(change(sign())).isGenuine).toBe(false);
});

it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('refuses a call without %s', (name) => {
  const call = sign();
  delete call.headers[name];
  expect(check(call)).toEqual({ isGenuine: false, reason: 'It carries no signature.' });
});

it('refuses what another secret signed, and everything while it has none', () => {
  const other = `whsec_${Buffer.alloc(24, 8).toString('base64')}`;
  expect(check(sign({ with: other })).isGenuine).toBe(false);
  for (const missing of ['', 'whsec_', 'whsec_AAAA']) {
    expect(check(forge(missing), { secret: missing }).isGenuine).toBe(false);
  }
});

it.each(['[]', '"text"', '{"data":{}}', 'no json'])('refuses a signed %s, which is no event', (body) => {
  expect(check(sign({ body }))).toEqual({ isGenuine: false, reason: 'It is no event.' });
});
