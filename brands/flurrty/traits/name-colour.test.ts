import { expect, it } from 'vitest';
import { nameColour } from './name-colour.ts';

it.each([
  ['#ffffff', 'white'],
  ['#0b0b0d', 'black'],
  ['#8a8a8c', 'grey'],
  ['#f2915c', 'orange'],
  ['#6b3d1e', 'brown'],
  ['#fff1e0', 'cream'],
  ['#e23b3b', 'red'],
  ['#2f6fed', 'blue'],
  ['#1d2b6b', 'dark blue'],
  ['#2e9e4f', 'green'],
  ['#8b4fd8', 'violet'],
  ['#f7b8d2', 'pastel pink'],
  ['#f5c518', 'golden yellow'],
  ['no colour', 'soft grey'],
])('calls %s "%s"', (hex, name) => expect(nameColour(hex)).toBe(name));
