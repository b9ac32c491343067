import { askedBrand, type Person } from '../people.ts';
import type { BrandQuery, ClientFilter } from './brand-query.ts';
import type { Sample } from './samples.ts';

/** SQL with `$1` … and what stands there, as text. */
export interface Statement {
  text: string;
  values: string[];
}

export interface ComposeOptions {
  query: BrandQuery;
  clientFilter: ClientFilter;
  person: Person;
  samples: ReadonlyMap<string, Sample>;
}

/** What a client sends: which rows may be seen is left to policies. */
export function composeAsked(options: ComposeOptions): Statement {
  const { query, clientFilter } = options;
  return compose(options, [clientFilter === 'brand' ? 'brand_id = :brand' : null, query.where]);
}

/** The same rows with everything spelled out, as an application would that has no policies and knows who is who. */
export function composeFloor(options: ComposeOptions): Statement {
  const { query, clientFilter, person } = options;
  return compose(options, [
    whichBrands(query, clientFilter, person),
    query.where,
    visibleRows[query.visible],
  ]);
}

const visibleRows: Record<BrandQuery['visible'], string | null> = {
  all: null,
  row: `(visibility = 'brand' or user_id = :person)`,
  file: `(split_part(name, '/', 2) !~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' or split_part(name, '/', 2) = :person::text)`,
};

function whichBrands(query: BrandQuery, clientFilter: ClientFilter, person: Person): string | null {
  const isMember = person.brandIds.includes(askedBrand);
  if (query.visible === 'file') return isMember ? null : 'false';
  if (clientFilter === 'none') return 'brand_id = any (:brands)';
  return isMember ? 'brand_id = :brand' : 'false';
}

function compose(
  { query, person, samples }: ComposeOptions,
  conditions: (string | null | undefined)[],
): Statement {
  const where = conditions.filter((condition) => typeof condition === 'string').join(' and ');
  const named = `select ${query.columns} from ${query.table} where ${where || 'true'} ${query.tail ?? ''}`;
  const known = new Map<string, Sample>([
    ...samples,
    ['brand', { value: askedBrand, type: 'text' }],
    ['brands', { value: `{${person.brandIds.join(',')}}`, type: 'text[]' }],
    ['person', { value: person.id, type: 'uuid' }],
  ]);
  const values: string[] = [];
  const numbers = new Map<string, string>();
  const text = named.replace(/(?<!:):([a-z]\w*)/gi, (_, name: string) => {
    const sample = known.get(name);
    if (!sample) throw new Error(`The query "${query.name}" asks for :${name}, of which there is no sample.`);
    const written = numbers.get(name) ?? `$${values.push(sample.value)}::${sample.type}`;
    numbers.set(name, written);
    return written;
  });
  return { text, values };
}
