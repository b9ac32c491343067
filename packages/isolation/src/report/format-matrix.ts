import type { Verb } from '../catalogue/catalogue.ts';
import { brand } from '../world/people.ts';
import type { Ability } from './recorder.ts';

/** Those in whom the matrix of design §3 is told, seen from one brand. */
const columns: Readonly<Record<string, string>> = {
  anonymous: 'anon',
  'without a brand': 'none',
  'admin of another': 'other',
  viewer: 'viewer',
  colleague: 'member',
  member: 'owner',
  admin: 'admin',
  system: 'system',
  'system of another': 'system2',
  'service role': 'service',
  'worker login': 'worker',
};

const letters: Readonly<Record<Verb, string>> = { insert: 'c', select: 'r', update: 'u', delete: 'd' };

const legend = `What each could do to rows and files of ${brand}: create, read, update, delete; on those of the brand / on the owner's private ones.`;

/** One line for each table and bucket, one column for each actor. */
export function formatMatrix(abilities: readonly Ability[]): string {
  const own = abilities.filter(({ brandId }) => brandId === brand || brandId === null);
  const names = [...new Set(own.map(({ what }) => what))].sort();
  const width = Math.max(...names.map((name) => name.length)) + 2;
  const line = (name: string, cells: string[]) =>
    name.padEnd(width) + cells.map((cell) => cell.padEnd(10)).join('');
  const rows = names.map((name) =>
    line(
      name,
      Object.keys(columns).map((who) =>
        formatCell(own.filter((ability) => ability.what === name && ability.who === who)),
      ),
    ),
  );
  return [legend, '', line('', Object.values(columns)), ...rows].map((text) => text.trimEnd()).join('\n');
}

function formatCell(abilities: Ability[]): string {
  const of = (isPrivate: boolean) =>
    Object.entries(letters)
      .filter(([verb]) =>
        abilities.some((ability) => ability.verb === verb && ability.isPrivate === isPrivate),
      )
      .map(([, letter]) => letter)
      .join('');
  const [shared, personal] = [of(false), of(true)];
  return shared === '' && personal === '' ? '·' : `${shared || '·'}/${personal || '·'}`;
}
