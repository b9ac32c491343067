import { expect, it } from 'vitest';
import { glyphs } from './glyphs.ts';
import { toPlainLetters } from './to-plain-letters.ts';

it.each([
  ['photo of user1', 'PHOTO OF USER1'],
  ['Фото щита, ночь: ёлка и съезд', 'FOTO SHCHITA, NOCH: ELKA I SEZD'],
  ['Київ, їжак', 'KIIV, IZHAK'],
  ['crème brûlée — «Zoë»', 'CREME BRULEE - "ZOE"'],
  ['straße łódź', 'STRASSE LODZ'],
  ['  two\n\tlines ', 'TWO LINES'],
  ['{a|b}\\c', '(A/B)/C'],
])('writes %j as %j, for which there are letters', (text, plain) => {
  expect(toPlainLetters(text)).toBe(plain);
  expect([...plain].filter((letter) => !(letter in glyphs))).toEqual([]);
});

it('leaves what it does not know', () => {
  expect(toPlainLetters('写真 🎨')).toBe('写真 🎨');
});
