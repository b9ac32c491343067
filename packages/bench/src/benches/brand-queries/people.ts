import { createHash } from 'node:crypto';
import type { Scale } from './scale.ts';

/** Somebody whom the bench acts as. */
export interface Person {
  id: string;
  /** All brands they are in: the one that everybody asks for, then others spread over all sizes. */
  brandIds: string[];
}

/** The brand that everybody asks for: one of the big ones, with a gallery of 10,000 pictures. */
export const askedBrand = 'brand-1';

/** People of 0, 1, 3 and 200 brands. Those who are in any are the first members of the asked brand. */
export function createPeople(scale: Scale): Person[] {
  return [0, 1, 3, 200].map((brandCount, index) => ({
    id: brandCount === 0 ? toUuid('stranger') : toUuid(`member-1-${index - 1}`),
    brandIds: Array.from({ length: brandCount }, (_, nth) =>
      nth === 0 ? askedBrand : `brand-${Math.floor((scale.brands * (nth + 0.5)) / brandCount)}`,
    ),
  }));
}

/** As `md5(…)::uuid` in SQL. */
function toUuid(name: string): string {
  return createHash('md5')
    .update(name)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
