import { expect, it } from 'vitest';
import { english } from '../../messages/en.ts';
import { rejectionKeyOf } from './rejection-key.ts';

it.each([
  ['type_unknown', 'This is no JPEG, PNG or WebP. Bring it as one of these.'],
  ['too_large', 'The file is too large. Bring a smaller one.'],
  ['too_many_pixels', 'The picture has too many pixels. Bring a smaller one.'],
  ['too_small', 'The picture is too small to learn from. Bring a larger one.'],
  ['animated', 'Moving pictures cannot be learned from. Bring a still one.'],
  ['unreadable', 'The file is damaged or incomplete. Bring it again.'],
  ['file_missing', 'The file did not arrive. Bring it again.'],
])('has words for a picture that is rejected as %s', (code, text) => {
  const key = rejectionKeyOf(code);
  expect(key && english.datasets.rejections[key]).toBe(text);
});

it.each(['blurred', 'constructor', '', null])('leaves %j to the words that came with it', (code) => {
  expect(rejectionKeyOf(code)).toBeNull();
});
