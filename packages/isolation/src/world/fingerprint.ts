import { type Catalogue, quoteName } from '../catalogue/catalogue.ts';

/** A hash of all rows for each table and brand. */
export type Fingerprint = Map<string, string>;

/** One query over every table, so that whatever an attempt changes anywhere is seen. */
export function fingerprintSql({ tables }: Catalogue): string {
  return tables
    .map(({ name, columns }) => {
      const has = (column: string) => columns.some((entry) => entry.name === column);
      const brand = brandExpression(name, has);
      return `select '${name}/' || ${brand} as place, md5(string_agg(t::text, '|' order by t::text)) as hash
              from ${quoteName(name)} as t group by 1`;
    })
    .join(' union all ');
}

function brandExpression(table: string, has: (column: string) => boolean): string {
  if (has('brand_id')) return `coalesce(t.brand_id, '')`;
  if (table === 'brands') return 't.id';
  if (table === 'storage.objects') return `split_part(t.name, '/', 1)`;
  return `''`;
}

/** What the query answered, by place. */
export const toFingerprint = (rows: { place: string; hash: string }[]): Fingerprint =>
  new Map(rows.map(({ place, hash }) => [place, hash]));

/** The places, as `table/brand`, whose rows are not what they were. */
export function listChanges(before: Fingerprint, after: Fingerprint): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (place) => before.get(place) !== after.get(place),
  );
}
