import type { Scale } from '../scale.ts';

/** The brands of rank 1 to 3 hold most: at full scale about 100,000 pictures and trainings each. */
const bigBrands = 3;
const membersOfBigBrand = 300;
const membersOfOtherBrand = 3;
const privateShare = 0.05;
const yearsOfRows = 2;

/** A number in [0, 1) that looks random and is the same in every run. */
export const chance = (n: string, seed: number): string =>
  `((hashint8extended(${n}, ${seed}) & 4294967295)::float8 / 4294967296)`;

export interface SpreadOptions {
  scale: Scale;
  rows: number;
  /** Which part of the rows the big brands share. */
  bigShare: number;
  seed: number;
  /** A rank that overrides chance where it is not null, as SQL over `n`. */
  fixedRank?: string;
}

/**
 * A from-item `spread (n, rank, brand_id, user_id, visibility, folder, created_at)`, oldest row first and the brands
 * mixed, as rows really come: few brands have many, most have few.
 */
export function spread({ scale, rows, bigShare, seed, fixedRank = 'null' }: SpreadOptions): string {
  const mediumBrands = Math.ceil(scale.brands / 100);
  const mediumShare = 0.25 * (1 - bigShare);
  const smallBrands = scale.brands - bigBrands - mediumBrands;
  const secondsApart = (yearsOfRows * 365 * 86_400) / rows;
  return `
    (select *, 'brand-' || rank as brand_id,
            case when is_private then 'owner' else 'brand' end as visibility,
            'brand-' || rank || case when is_private then '/' || user_id else '' end as folder,
            now() - (${rows} - n) * ${secondsApart} * interval '1 second' as created_at
     from (
       select *, ${memberId('rank', `n % ${memberCount('rank')}`)} as user_id,
              ${chance('n', seed + 1)} < ${privateShare} as is_private
       from (
         select n, coalesce(${fixedRank}, case
           when luck < ${bigShare} then 1 + floor(luck / ${bigShare} * ${bigBrands})
           when luck < ${bigShare + mediumShare}
             then ${bigBrands + 1} + floor((luck - ${bigShare}) / ${mediumShare} * ${mediumBrands})
           else ${bigBrands + mediumBrands + 1}
             + floor(power((luck - ${bigShare + mediumShare}) / ${1 - bigShare - mediumShare}, 1.5) * ${smallBrands})
         end)::integer as rank
         from (select n, ${chance('n', seed)} as luck from generate_series(1, ${rows}) as n offset 0) as lucky offset 0
       ) as ranked offset 0
     ) as owned offset 0) as spread`;
}

/** How many people a brand has, as SQL over its rank. */
export const memberCount = (rank: string): string =>
  `(case when ${rank} <= ${bigBrands} then ${membersOfBigBrand} else ${membersOfOtherBrand} end)`;

/** The id of a brand's member, counted from 0, as SQL. */
export const memberId = (rank: string, index: string): string =>
  `md5('member-' || ${rank} || '-' || (${index}))::uuid`;

/** An id that follows from a kind and a number, as SQL, so that rows can refer to each other without being looked up. */
export const rowId = (kind: string, n: string): string => `md5('${kind}-' || ${n})::uuid`;
