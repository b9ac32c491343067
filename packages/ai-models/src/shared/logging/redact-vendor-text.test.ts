import fc from 'fast-check';
import { expect, it } from 'vitest';
import { redactVendorText } from './redact-vendor-text.ts';

it.each([
  ['r8_AbCdEf123456', '[secret]'],
  // Cut in two by what no eye sees: a colour, a null, a joiner.
  ['r8_\u001b[1mAbCdEf123456', '[secret]'],
  ['r8_\u0000AbCdEf123456', '[secret]'],
  ['hf_\u200bAbCdEf123456', '[secret]'],
  ['Bear\u001b[0mer abcdefgh12345', 'Bearer [secret]'],
  ['\u001b]0;title\u0007step 3', 'step 3'],
  ['see https://replicate.delivery/x?token=1', 'see [address]'],
  // Whatever the scheme, and whatever a password is made of.
  ['postgres://act:hunter2@db:5432/act refused', '[address] refused'],
  ['git+https://me:ghx@host.test/x.git', '[address]'],
  ['redis://:p)a"ss@cache', '[address]'],
  ['(ftp://act:hunter2@files.test/a)', '([address])'],
  ['s3://bucket/key?X-Amz-Signature=f00d', '[address]'],
  ['as act:hunter2@localhost:5432', 'as [address]'],
  // Without a scheme, as logs shorten them.
  ['GET /object/sign/models/acme?token=abc&a=1', 'GET [path]?token=[secret]&a=[secret]'],
  ['GET /x?sig=f0o', 'GET /x?sig=[secret]'],
  ['files.test/x.zip?X-Amz-Credential=ab%2Fc&t=1', 'files.test/x.zip?X-Amz-Credential=[secret]&t=[secret]'],
  [`${'a'.repeat(65)}@mail.test`, 'a[mail]'],
  ['access_token=abcdef1', 'access_token=[secret]'],
  ['AWS_SECRET_ACCESS_KEY: abcdef1', 'AWS_SECRET_ACCESS_KEY: [secret]'],
])('takes what nobody is to read out of %j', (text, clean) => {
  expect(redactVendorText(text)).toBe(clean);
});

it.each([
  'flux_train_replicate:  12%|█▏        | 120/1000 [02:00<14:40,  1.00it/s, lr: 4.0e-04 loss: 3.2e-01]',
  'flux_train_replicate:   0%|          | 0/1000 [00:00<?, ?it/s]',
  'steps:  12%|█▏        | 120/1000 [02:00<1:14:40,  1.00s/it, avr_loss=0.119]',
  'Extracted 12 files from zip: a caption? yes, at 10:30',
  'epoch 3/10: loss=0.25; step=30',
])('keeps %s', (text) => {
  expect(redactVendorText(text)).toBe(text);
});

it.each([
  ['x'.repeat(1_000), 'x'.repeat(1_000)],
  ['x'.repeat(1_001), `${'x'.repeat(999)}…`],
  [`${'x'.repeat(998)}🐈🐈`, `${'x'.repeat(998)}…`],
  ['half a letter \ud83d here', 'half a letter \ufffd here'],
])('gives no more than was asked for, and no half letters: %#', (text, clean) => {
  expect(redactVendorText(text)).toBe(clean);
});

it('gives what a database takes, whatever came', () => {
  const parts = fc.constantFrom(
    'r8_',
    'https://',
    '🐈',
    '\ud83d',
    '\udc08',
    '\u0000',
    '\u001b[',
    '@',
    ':',
    '?a=',
    'x',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 40 }), fc.integer({ min: 1, max: 60 }), (all, length) => {
      const clean = redactVendorText(all.join(''), length);
      expect(clean.isWellFormed()).toBe(true);
      expect(clean).not.toContain('\u0000');
      expect(clean.length).toBeLessThanOrEqual(length);
    }),
  );
});

it.each([
  'a',
  'a.',
  'a-',
  'a:',
  'a:\n',
  '://',
  'a://',
  'a://b@',
  ':a@',
  '?a',
  '?a=',
  'key',
  '/a',
  '@',
  'eyJ',
  '\u001b[',
])('takes no longer than it must for many times %j', (part) => {
  const startedAt = performance.now();
  redactVendorText(part.repeat(4_000_000 / part.length), 100_000);
  expect(performance.now() - startedAt).toBeLessThan(1500);
});
