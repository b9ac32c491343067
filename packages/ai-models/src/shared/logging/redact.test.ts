import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactText, redactValue } from './redact.ts';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJicmFuZF9pZCI6ImFjbWUifQ.c2lnbmF0dXJl';
const secrets = [
  'r8_QnVtYmxlYmVlMTIzNDU2Nzg5MDEyMzQ1',
  'rpa_ABCDEF1234567890abcdef',
  'sb_secret_abc-DEF_123456',
  'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
  'hf_abcdefghijklmnop',
  jwt,
];

describe('text', () => {
  it.each(secrets)('loses %s wherever it stands', (secret) => {
    for (const text of [
      secret,
      `a ${secret} b`,
      `"${secret}"`,
      `x=${secret}&y`,
      `https://h/${secret}/p`,
      `(${secret})`,
    ]) {
      expect(redactText(text)).toContain('[redacted]');
      expect(redactText(text)).not.toContain(secret.slice(5, -2));
    }
  });

  it.each([
    [
      'https://s/object/sign/models/acme/x?token=abc.def&a=1',
      'https://s/object/sign/models/acme/x?token=[redacted]&a=1',
    ],
    ['https://s/x?a=1&X-Amz-Signature=f00&b=2', 'https://s/x?a=1&X-Amz-Signature=[redacted]&b=2'],
    [
      'https://api/files/1/download?owner=me&signature=Zm9v',
      'https://api/files/1/download?owner=me&signature=[redacted]',
    ],
    ['postgres://act:hunter2@localhost:5432/act', 'postgres://act:[redacted]@localhost:5432/act'],
    ['authorization: Bearer opaque', 'authorization: Bearer [redacted]'],
    ['{"Authorization":"Token opaque"}', '{"Authorization":"Token [redacted]"}'],
    ['sent Bearer 0123456789abcdef', 'sent Bearer [redacted]'],
    [
      'https://act.test/api/webhooks/replicate/AbC-123_xyz4567890',
      'https://act.test/api/webhooks/replicate/[redacted]',
    ],
  ])('%s', (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it.each([
    'The token is missing.',
    'Use a token that was made for this brand.',
    'training-data/acme/image-001.jpg',
    'flux_train_replicate:  12%|█▏        | 120/1000 [02:00<14:40,  1.00it/s, lr: 4.0e-04 loss: 3.2e-01]',
    'https://example.com/gallery?page=2&limit=20',
    '77 tokens at most',
  ])('keeps %s', (text) => {
    expect(redactText(text)).toBe(text);
  });
});

it.each(['a', '?', 'token ', 'eyJ', 'a:', '://', 'authorization', '?token', 'r8_', '/webhooks/a/'])(
  'takes no longer than it must for many times %j',
  (part) => {
    const startedAt = performance.now();
    redactText(part.repeat(200_000 / part.length));
    expect(performance.now() - startedAt).toBeLessThan(1500);
  },
);

describe('values', () => {
  it('lose secrets at any depth, by name and by form', () => {
    const details = {
      headers: new Headers({ authorization: 'Bearer opaque', 'x-request-id': 'r1' }),
      settings: [{ apiToken: 'opaque', url: new URL('https://a.test/?token=opaque') }],
      nested: new Map([['signingKey', { any: 'opaque' }]]),
      key: { kty: 'EC', d: 'opaque' },
      error: new Error(`refused ${secrets[0]}`, { cause: { password: 'opaque' } }),
      bytes: new Uint8Array(3),
      tokenCount: 77,
      at: new Date(0),
    };
    const clean = redactValue(details);
    expect(JSON.stringify(clean)).not.toMatch(/opaque|QnVtYmxl/);
    expect(clean).toMatchObject({
      headers: { 'x-request-id': 'r1' },
      settings: [{ url: 'https://a.test/?token=[redacted]' }],
      error: { name: 'Error', message: 'refused [redacted]' },
      bytes: '[3 bytes]',
      tokenCount: 77,
      at: '1970-01-01T00:00:00.000Z',
    });
    expect(details.settings[0]?.apiToken).toBe('opaque');
  });

  it('may hold themselves, be deep, or refuse to be read', () => {
    const ring: Record<string, unknown> = { name: 'ring' };
    ring.self = ring;
    const shared = { a: 1 };
    const hostile = new Proxy(
      {},
      { ownKeys: () => Reflect.apply(String, Symbol.iterator, [{}, Object.create(null)]) },
    );
    const getter = Object.defineProperty({}, 'x', {
      enumerable: true,
      get: () => {
        throw new Error('no');
      },
    });
    expect(redactValue({ ring, twice: [shared, shared], getter })).toEqual({
      ring: { name: 'ring', self: '[circular]' },
      twice: [{ a: 1 }, { a: 1 }],
      getter: '[unreadable]',
    });
    expect(() => redactValue(hostile)).not.toThrow();
    expect(JSON.stringify(redactValue(JSON.parse(`${'[1,'.repeat(500)}1${']'.repeat(500)}`)))).toContain(
      'deeper',
    );
  });

  it('become plain ones, whatever they were', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true }),
        (value) => {
          expect(() => JSON.stringify(redactValue(value))).not.toThrow();
        },
      ),
    );
  });
});
