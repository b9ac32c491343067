import { expect, it } from 'vitest';
import { toPlainName } from './plain-name.ts';

it.each([
  ['Bottles', 'Bottles'],
  ['  two\r\nlines\u2028and  more ', 'two lines and more'],
  ['bell\u0007, null\u0000, escape\u001b[31m', 'bell , null , escape [31m'],
  ['turned \u202earound\u2066', 'turned around'],
  ['\u200b', ''],
  ['<b>kept & shown</b>', '<b>kept & shown</b>'],
  ['x'.repeat(81), `${'x'.repeat(79)}…`],
  ['🍾'.repeat(80), '🍾'.repeat(80)],
])('shows %j as %j', (name, shown) => expect(toPlainName(name)).toBe(shown));
