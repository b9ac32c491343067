/** What the database says of itself: everything that a check must have an opinion about. */
export interface Catalogue {
  schemas: string[];
  tables: Table[];
  views: View[];
  foreignKeys: ForeignKey[];
  indexes: Index[];
  triggers: Trigger[];
  policies: Policy[];
  functions: FunctionEntry[];
  buckets: Bucket[];
  roles: Role[];
}

interface Column {
  name: string;
  /** As SQL writes it, so that a text can be cast to it. */
  type: string;
  /** Computed or numbered by the database: nobody writes it. */
  isGenerated: boolean;
  isNullable: boolean;
}

export interface Table {
  schema: string;
  /** `brand_assets`, or with its schema where that is not `public`. */
  name: string;
  hasRowSecurity: boolean;
  columns: Column[];
  primaryKey: string[];
}

interface View {
  schema: string;
  name: string;
  kind: 'view' | 'materialized view' | 'foreign table';
  options: string[];
}

export interface ForeignKey {
  table: string;
  name: string;
  columns: string[];
  parent: string;
  parentColumns: string[];
}

interface Index {
  table: string;
  columns: string[];
  isPartial: boolean;
}

interface Trigger {
  table: string;
  name: string;
  function: string;
  isEnabled: boolean;
  definition: string;
}

export type Verb = 'select' | 'insert' | 'update' | 'delete';

interface Policy {
  table: string;
  name: string;
  command: Verb | 'all';
  isPermissive: boolean;
  roles: string[];
  using: string | null;
  check: string | null;
}

export interface FunctionEntry {
  schema: string;
  /** With its schema. */
  name: string;
  argumentTypes: string[];
  /** Its last argument takes any number of values. */
  isVariadic: boolean;
  isDefiner: boolean;
  isTrigger: boolean;
  settings: string[];
}

interface Bucket {
  id: string;
  isPublic: boolean;
}

interface Role {
  name: string;
  isSuperuser: boolean;
  bypassesRowSecurity: boolean;
  canLogin: boolean;
  memberOf: string[];
}

/** Schemas of the platform: made by Supabase, not by our migrations. */
export const platformSchemas = ['auth', 'storage', 'extensions', 'supabase_migrations'];

/** The roles through which anybody can come. */
export const requestRoles = ['anon', 'authenticated', 'service_role', 'act_system', 'act_worker'] as const;

export type RequestRole = (typeof requestRoles)[number];

export const findTable = ({ tables }: Catalogue, name: string): Table | null =>
  tables.find((table) => table.name === name) ?? null;

/** `brand_assets` is in `public`; anything else is written with its schema. */
export const quoteName = (name: string): string =>
  (name.includes('.') ? name : `public.${name}`)
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');
