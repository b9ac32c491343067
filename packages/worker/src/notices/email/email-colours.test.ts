import { expect, it } from 'vitest';
import { toEmailColours, toHex } from './email-colours.ts';

it.each([
  ['#1F4FD8', '#1f4fd8'],
  ['#abc', '#aabbcc'],
  ['#abcd', '#aabbcc'],
  ['#aabbccdd', '#aabbcc'],
  // The corners of sRGB, as CSS Color 4 gives them.
  ['oklch(0.627955 0.257683 29.233885)', '#ff0000'],
  ['oklch(0.866440 0.294827 142.495339)', '#00ff00'],
  ['oklch(45.2014% 0.313214 264.052021)', '#0000ff'],
  ['oklch(1 0 0)', '#ffffff'],
  ['oklch(0% 0% 0 / 50%)', '#000000'],
  ['red', null],
  [undefined, null],
])('writes %s as %s', (colour, hex) => expect(toHex(colour)).toBe(hex));

it.each([
  ['#ffe600', '#000000'],
  ['#1f4fd8', '#ffffff'],
  ['#000000', '#ffffff'],
  ['#ffffff', '#000000'],
])('puts readable text on %s', (accent, text) => {
  expect(toEmailColours({ accent }).accentText).toBe(text);
});
