import type { Verb } from '../catalogue/catalogue.ts';
import type { Who } from './who.ts';

/** Columns by name, or all that there are. */
type Columns = readonly string[] | 'every';

/** What one kind of caller may name in a statement. What is not listed is granted to nobody. */
export interface ColumnGrants {
  /** Default: every column, where the rule lets this kind of caller read at all. */
  select?: Columns;
  insert?: Columns;
  update?: Columns;
}

/** What may be done with one table; whoever is not named may not. */
export interface TableRule extends Record<Verb, readonly Who[]> {
  columns?: { people?: ColumnGrants; system?: ColumnGrants; service?: ColumnGrants };
  /** The column that names the brand; default `brand_id`. Null: the table belongs to no brand. */
  brandColumn?: string | null;
  /** Columns that tell rows apart for whoever may not read the primary key. */
  identity?: readonly string[];
  /** Columns that name a file, and the bucket that it must be in. */
  paths?: Readonly<Record<string, string>>;
  /** Columns that list ids, and the table whose keys hold each of them to the brand. */
  lists?: Readonly<Record<string, string>>;
  /** No key leads from it to its brand; the note says why. */
  isRootless?: boolean;
  /** Only rows that pass may be deleted. */
  deletable?: { when: string; column: string; values: readonly string[] };
  /** Where the rule is narrower or wider than the matrix of design §3, and why. */
  note?: string;
}

/** A table that no caller reaches by a statement of their own. */
export const closed: TableRule = { select: [], insert: [], update: [], delete: [] };
