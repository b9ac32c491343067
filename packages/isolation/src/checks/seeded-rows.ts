import { quoteName, type Table } from '../catalogue/catalogue.ts';
import type { TableRule } from '../rules/table-rule.ts';
import type { RowFacts } from '../rules/who.ts';
import type { Session } from '../world/session.ts';

/** One row as it lies in the database: every column as text, and what decides who may see it. */
export interface SeededRow {
  values: Readonly<Record<string, string | null>>;
  facts: RowFacts;
}

export const quoteColumn = (name: string): string => `"${name}"`;

/** Every row of a table, read past all policies. */
export async function readRows(session: Session, table: Table, rule: TableRule): Promise<SeededRow[]> {
  const columns = table.columns.map(({ name }) => `t.${quoteColumn(name)}::text`).join(', ');
  const isUsed =
    table.name === 'brand_assets'
      ? 'exists (select from public.lora_training_job_assets as used where used.asset_id = t.id)'
      : 'false';
  const rows = await session.read<Record<string, string | null> & { is_used: boolean }>(
    `select ${columns}, ${isUsed} as is_used from ${quoteName(table.name)} as t`,
  );
  const { brandColumn = 'brand_id' } = rule;
  return rows.map(({ is_used: used, ...values }) => ({
    values,
    facts: {
      brandId: brandColumn === null ? null : (values[brandColumn] ?? null),
      userId: values.user_id ?? null,
      isPrivate: values.visibility === 'owner',
      isUsed: used,
    },
  }));
}

/** The columns by which a row is found. */
export const identityOf = (table: Table, rule: TableRule): readonly string[] =>
  rule.identity ?? table.primaryKey;

/** A condition that finds exactly this row, with its values. */
export function toCondition(row: SeededRow, columns: readonly string[], first = 1) {
  return {
    sql: columns.map((column, index) => `${quoteColumn(column)}::text = $${first + index}`).join(' and '),
    values: columns.map((column) => row.values[column] ?? null),
  };
}
