import { type ForeignKey, findTable, quoteName, type Table } from '../catalogue/catalogue.ts';
import { denied, leak, type Recorder } from '../report/recorder.ts';
import type { TableRule } from '../rules/table-rule.ts';
import { tableRules } from '../rules/table-rules.ts';
import { brand, otherBrand, people, privateBrand } from '../world/people.ts';
import type { Outcome, Session } from '../world/session.ts';
import { type Check, isInFocus } from './check.ts';
import { typeOf } from './rows.ts';
import { quoteColumn, readRows, type SeededRow, toCondition } from './seeded-rows.ts';

/** Wall 2, tried by the owner of the tables, whom no policy binds and with our triggers out of the way. */
export const checkKeys: Check = async ({ catalogue, session }, recorder, focus) => {
  for (const table of catalogue.tables) {
    const rule = tableRules[table.name];
    if (!rule || !isInFocus(focus, table.name)) continue;
    const hasBrand = table.columns.some(({ name }) => name === 'brand_id');
    const rows = await readRows(session, table, rule);
    if (hasBrand) await tryMovingRows(session, recorder, table, rows);
    for (const key of catalogue.foreignKeys.filter((entry) => entry.table === table.name)) {
      const parent = findTable(catalogue, key.parent);
      const parentRule = tableRules[key.parent];
      if (!parent || !parentRule || !parent.columns.some(({ name }) => name === 'brand_id')) continue;
      const parents = await readRows(session, parent, parentRule);
      await tryForeignParents(session, recorder, { table, rows, key, parents });
    }
    await tryForeignPaths(session, recorder, table, rule, rows);
  }
};

const subject = (table: Table, how: string) => ({
  ...{ check: 'keys', what: table.name, who: 'table owner', how },
  wall: 'keys' as const,
});

const withoutTriggers = ({ name }: Table) => `alter table ${quoteName(name)} disable trigger user;`;

function update(
  session: Session,
  table: Table,
  row: SeededRow,
  changes: Record<string, string | null>,
  before = '',
): Promise<Outcome> {
  const names = Object.keys(changes);
  const set = names.map((name, index) => `${quoteColumn(name)} = $${index + 1}::${typeOf(table, name)}`);
  const found = toCondition(row, table.primaryKey, names.length + 1);
  return session.attempt('owner', {
    before,
    sql: `update ${quoteName(table.name)} set ${set.join(', ')} where ${found.sql}`,
    values: [...Object.values(changes), ...found.values],
  });
}

/** A row stays in its brand, also for those who are in both, and for the owner. */
async function tryMovingRows(
  session: Session,
  recorder: Recorder,
  table: Table,
  rows: SeededRow[],
): Promise<void> {
  for (const row of rows.filter(({ facts }) => facts.brandId === brand)) {
    const { code, message } = await update(session, table, row, { brand_id: otherBrand });
    recorder.note(
      subject(table, 'move a row into another brand'),
      code === 'PT409' ? null : leak(`not refused as a move: ${code ?? 'done'} ${message}`),
    );
  }
}

interface ForeignTrial {
  table: Table;
  rows: SeededRow[];
  key: ForeignKey;
  parents: SeededRow[];
}

/** Every child of one brand with every kind of parent from another one. */
async function tryForeignParents(session: Session, recorder: Recorder, trial: ForeignTrial): Promise<void> {
  const { table, rows, key, parents } = trial;
  const pairs = key.columns.map((column, index) => [column, key.parentColumns[index] ?? ''] as const);
  const linking = pairs.filter(([column]) => column !== 'brand_id');
  const children = rows.filter(
    ({ facts, values }) => facts.brandId === brand && key.columns.every((column) => values[column] !== null),
  );
  if (children.length === 0) {
    recorder.note(
      subject(table, `${key.name}: a row to try`),
      leak('The seed puts no row there, so nothing was proved.'),
    );
  }
  for (const row of children) {
    const foreign = parents.filter(
      (parent) =>
        parent.facts.brandId === otherBrand &&
        parent.facts.isPrivate === row.facts.isPrivate &&
        // Somebody who is in both brands is no stranger.
        !parents.some(
          (own) =>
            own.facts.brandId === brand &&
            linking.every(([, from]) => own.values[from] === parent.values[from]),
        ),
    );
    for (const parent of foreign) {
      const changes = Object.fromEntries(
        linking.map(([column, from]) => [column, parent.values[from] ?? null]),
      );
      const { code, message } = await update(session, table, row, changes, withoutTriggers(table));
      recorder.note(
        subject(table, `${linking.map(([column]) => column).join(', ')} of ${otherBrand}`),
        code === '23503' ? null : leak(`no key refuses it: ${code ?? 'done'} ${message}`),
      );
    }
  }
}

const someoneElse = people.colleague.id;

/** What a path may not be, made from one that is right. */
function foreignPaths(path: string, bucket: string, isPrivate: boolean): Record<string, string> {
  // The system's own files lie in nobody's folder.
  const isOwnersOnly = isPrivate && bucket !== 'archives';
  const start = `${bucket}/${brand}/`;
  const rest = path.slice(start.length);
  const file = rest.slice(rest.lastIndexOf('/') + 1);
  return {
    'another brand, whose name begins alike': `${bucket}/${otherBrand}/${rest}`,
    'another brand': `${bucket}/${privateBrand}/${rest}`,
    'no brand': `${bucket}/${rest}`,
    'another bucket': `${bucket === 'models' ? 'archives' : 'models'}/${brand}/${rest}`,
    '".." in it': `${start}../${otherBrand}/${rest}`,
    '".." behind the owner': `${path.slice(0, -file.length)}../${file}`,
    '"." in it': `${start}./${rest}`,
    'an empty part': `${start}/${rest}`,
    'an address': `https://example.test/${path}`,
    "somebody else's folder": `${start}${someoneElse}/${file}`,
    ...(isOwnersOnly ? { "nobody's folder": `${start}${file}` } : {}),
  };
}

async function tryForeignPaths(
  session: Session,
  recorder: Recorder,
  table: Table,
  rule: TableRule,
  rows: SeededRow[],
): Promise<void> {
  for (const [column, bucket] of Object.entries(rule.paths ?? {})) {
    const isList = typeOf(table, column).endsWith('[]');
    const write = (path: string) => (isList ? `{"${path}"}` : path);
    for (const isPrivate of [false, true]) {
      const row = rows.find(
        ({ facts, values }) =>
          facts.brandId === brand &&
          facts.isPrivate === isPrivate &&
          ![null, undefined, '{}'].includes(values[column]),
      );
      const path = row?.values[column]?.replace(/^\{"?|"?\}$/g, '');
      if (!row || !path) {
        recorder.note(subject(table, `${column}: a row to try`), leak('The seed puts no path there.'));
        continue;
      }
      for (const [how, foreign] of Object.entries(foreignPaths(path, bucket, isPrivate))) {
        const { code, message } = await update(
          session,
          table,
          row,
          { [column]: write(foreign) },
          withoutTriggers(table),
        );
        recorder.note(
          subject(table, `${column}: ${how}`),
          code === '23514' ? null : leak(`no check refuses it: ${code ?? 'done'} ${message}`),
        );
      }
      const own = await update(session, table, row, { [column]: write(path) }, withoutTriggers(table));
      recorder.note(subject(table, `${column}: its own`), own.code === null ? null : denied(own.message));
    }
  }
}
