import { expect, it } from 'vitest';
import { drawText, measureText, wrapText } from './draw-text.ts';

const style = { size: 12, colour: '#000000' };

it('draws a line for each letter, and a box where there is none', () => {
  const count = (text: string) => drawText(text, { x: 0, y: 0 }, style).split('<path').length - 1;
  expect([count('abc'), count('a b'), count('写真'), count('')]).toEqual([3, 2, 2, 0]);
});

it('breaks between words, and says with an ellipsis that there was more', () => {
  const lines = wrapText('one two three four five six seven', style, 110, 2);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toBe('ONE TWO');
  expect(lines[1]).toMatch(/^THREE F?.*\u2026$/);
  expect(lines.every((line) => measureText(line, style) <= 110)).toBe(true);
});

it('breaks a word that is longer than a line', () => {
  const lines = wrapText('x'.repeat(50), style, 100, 3);
  expect(lines).toHaveLength(3);
  expect(lines.every((line) => line.length > 0 && measureText(line, style) <= 100)).toBe(true);
});

it('keeps what fits as it is', () => {
  expect(wrapText('short', style, 500, 2)).toEqual(['SHORT']);
  expect(wrapText('', style, 500, 2)).toEqual([]);
});
