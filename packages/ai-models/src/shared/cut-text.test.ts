import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutText, endOfText } from './cut-text.ts';

it.each([
  ['short', 10, 'short'],
  ['a long text', 6, 'a long'],
  ['ab🐈', 3, 'ab'],
  ['ab🐈', 4, 'ab🐈'],
  ['a\ud83d b', 10, 'a\ufffd b'],
  ['\udc08ab', 2, '\ufffda'],
  ['anything', 0, ''],
])('cuts %j at %i to %j', (text, length, cut) => {
  expect(cutText(text, length)).toBe(cut);
});

it.each([
  ['short', 10, 'short'],
  ['a long text', 4, 'text'],
  ['🐈ab', 3, 'ab'],
  ['🐈ab', 4, '🐈ab'],
  ['b \udc08a', 10, 'b \ufffda'],
  ['anything', 0, ''],
])('gives the end of %j of %i as %j', (text, length, end) => {
  expect(endOfText(text, length)).toBe(end);
});

/** With halves of letters wherever they may stand. */
const anyText = fc
  .array(fc.constantFrom('a', ' ', '\n', 'ж', '🐈', '\ud83d', '\udc08', '\ufffd'), { maxLength: 12 })
  .map((parts) => parts.join(''));

it('gives what a database takes, no longer than asked for, and of a good text only what was in it', () => {
  fc.assert(
    fc.property(anyText, fc.nat(14), (text, length) => {
      for (const cut of [cutText(text, length), endOfText(text, length)]) {
        expect(cut.isWellFormed()).toBe(true);
        expect(cut.length).toBeLessThanOrEqual(length);
      }
      const whole = text.toWellFormed();
      expect(whole.startsWith(cutText(whole, length))).toBe(true);
      expect(whole.endsWith(endOfText(whole, length))).toBe(true);
      expect(cutText(text, text.length)).toBe(whole);
      expect(endOfText(text, text.length)).toBe(whole);
    }),
  );
});
