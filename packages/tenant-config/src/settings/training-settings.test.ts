import { expect, it } from 'vitest';
import { parseBrandSettings } from './brand-settings.ts';

const parse = (training: unknown) => parseBrandSettings({ training }, { brandId: 'acme' }).training;
const parseQuiet = (quietHours: unknown) => parse({ autoRetrain: { quietHours } }).autoRetrain.quietHours;

it.each([
  [{ minimumImages: 21 }],
  [{ recommendedImages: 101 }],
  [{ maximumImages: 19 }],
  [{ minimumImages: 30, recommendedImages: 20, maximumImages: 40 }],
])('refuses the numbers of pictures %j, and says which defaults they meet', (style) => {
  expect(() => parse({ subjects: { style } })).toThrow(
    /training\.subjects\.style contradicts itself\. .* are 10, 20 and 100\./,
  );
});

it('takes one number of pictures for all three', () => {
  const style = { minimumImages: 7, recommendedImages: 7, maximumImages: 7 };
  expect(parse({ subjects: { style } }).subjects.style).toMatchObject(style);
});

it('takes no larger file than the storage bucket does', () => {
  const limited = (maximumFileBytes: number) => parse({ subjects: { product: { maximumFileBytes } } });
  expect(limited(20 * 1024 * 1024).subjects.product.maximumFileBytes).toBe(20971520);
  expect(() => limited(20 * 1024 * 1024 + 1)).toThrow(/Use at most 20971520/);
});

it.each([[[]], [['image/gif']], [['image/png', 'image/png']]])('refuses the file types %j', (fileTypes) => {
  expect(() => parse({ subjects: { person: { fileTypes } } })).toThrow(
    /training\.subjects\.person\.fileTypes/,
  );
});

it.each(['Europe/Moscow', 'UTC', 'America/Argentina/Buenos_Aires'])('takes the time zone %s', (timeZone) => {
  expect(parseQuiet({ timeZone })).toEqual({ from: '22:00', to: '07:00', timeZone });
});

it.each(['+03:00', '-05', 'Mars/Olympus', '', "Europe/Berlin'; drop table jobs"])(
  'refuses the time zone %j',
  (timeZone) => {
    expect(() => parseQuiet({ timeZone })).toThrow(/quietHours\.timeZone is .* Use the name of a time zone/);
  },
);

it.each(['24:00', '7:00', '07:60', '07:00:00', ''])('refuses the time %j', (from) => {
  expect(() => parseQuiet({ from })).toThrow(/quietHours\.from is .* Use a time such as "22:00"\./);
});

it('refuses quiet hours without length', () => {
  expect(() => parseQuiet({ from: '07:00' })).toThrow(/quietHours has no length/);
});
