import { expect, it } from 'vitest';
import { brand, otherBrand } from '../world/people.ts';
import type { Outcome } from '../world/session.ts';
import { judge } from './judge.ts';

const outcome = (changes: Partial<Outcome>): Outcome => ({
  ...{ code: null, message: '', rowCount: 0, rows: [], changes: [] },
  ...changes,
});
const done = outcome({ rowCount: 1, changes: [`brand_assets/${brand}`] });
const nothing = outcome({});
const refused = outcome({ code: '42501', message: 'permission denied' });
const foreign = outcome({ rowCount: 1, changes: [`brand_assets/${brand}`, `brand_assets/${otherBrand}`] });

it.each([
  ['what may be done and is', 'done', done, null],
  ['what may be done and is refused', 'done', refused, 'denied'],
  ['what may be done and finds nothing', 'done', nothing, 'denied'],
  ['what is done, in another brand too', 'done', foreign, 'leak'],
  ['what must be refused and is', 'refused', refused, null],
  ['what must be refused and finds nothing', 'refused', nothing, 'leak'],
  ['what must be refused and is done', 'refused', done, 'leak'],
  ['what must be refused, with an error that tells more', 'refused', outcome({ code: '23505' }), 'leak'],
  ['what must be hidden and is', 'nothing', nothing, null],
  ['what must be hidden and is refused', 'nothing', refused, 'leak'],
  ['what finds nothing and changes something', 'nothing', outcome({ changes: ['generations/acme'] }), 'leak'],
] as const)('judges %s', (_name, expected, tried, kind) => {
  expect(judge(tried, { expected, brandId: brand })?.kind ?? null).toBe(kind);
});
