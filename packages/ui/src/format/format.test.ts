import { expect, it } from 'vitest';
import { formatBytes } from './bytes.ts';
import { formatDuration } from './duration.ts';
import { formatMoney } from './money.ts';
import { formatRelativeTime } from './relative-time.ts';
import { formatSides } from './sides.ts';

/** Spaces that do not break are spaces to a reader. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

it.each([
  ['en', 2.4, '$2.40'],
  ['en', 0.0042, '$0.0042'],
  ['en', 0, '$0.00'],
  ['en', 1234.5, '$1,234.50'],
  ['ru', 2.4, '2,40 $'],
  ['ru', 1234.5, '1 234,50 $'],
])('in %s writes %d dollars as %s', (language, amount, expected) => {
  expect(plain(formatMoney(language, amount))).toBe(expected);
});

it.each([
  ['en', 0, '0 sec'],
  ['en', 45, '45 sec'],
  ['en', 60, '1 min'],
  ['en', 95, '1 min 35 sec'],
  ['en', 3599, '59 min 59 sec'],
  ['en', 3600, '1 hr'],
  ['en', 7523, '2 hr 5 min'],
  ['en', 86_400 + 60, '1 day'],
  ['en', -5, '0 sec'],
  ['ru', 95, '1 мин 35 с'],
  ['ru', 7523, '2 ч 5 мин'],
])('in %s writes %d seconds as %s', (language, seconds, expected) => {
  expect(plain(formatDuration(language, seconds))).toBe(expected);
});

const now = new Date('2026-11-20T12:00:00Z');
const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);

it.each([
  ['en', 20, 'now'],
  ['en', 180, '3 minutes ago'],
  ['en', 90_000, 'yesterday'],
  ['en', -7200, 'in 2 hours'],
  ['ru', 20, 'сейчас'],
  ['ru', 60, '1 минуту назад'],
  ['ru', 180, '3 минуты назад'],
  ['ru', 300, '5 минут назад'],
  ['ru', 90_000, 'вчера'],
])('in %s says of %d seconds ago: %s', (language, seconds, expected) => {
  expect(plain(formatRelativeTime(language, before(seconds), now))).toBe(expected);
});

it.each([
  ['en', 0, '0 byte'],
  ['en', 164_200_000, '164 MB'],
  ['en', 1_540_000, '1.5 MB'],
  ['ru', 1_540_000, '1,5 МБ'],
])('in %s writes %d bytes as %s', (language, bytes, expected) => {
  expect(plain(formatBytes(language, bytes))).toBe(expected);
});

it('tells sides apart', () => {
  expect(formatSides('512,768,1024')).toBe('512, 768, 1024');
  expect(formatSides('1024')).toBe('1024');
});
