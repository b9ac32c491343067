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
])('takes what nobody is to read out of %j', (text, clean) => {
  expect(redactVendorText(text)).toBe(clean);
});
