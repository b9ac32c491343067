import { checkEscalations, checkEscalationsHttp } from '../escalations/escalations.ts';
import { checkRoutes } from '../routes/check-routes.ts';
import type { Check } from './check.ts';
import { checkColumns } from './columns.ts';
import { checkFunctions } from './functions.ts';
import { checkKeys } from './keys.ts';
import { checkLints } from './lints.ts';
import { checkRows } from './rows.ts';
import { checkShape } from './shape.ts';
import { checkStorage } from './storage.ts';
import { checkStorageHttp } from './storage-http.ts';

/** What asks the database itself. */
export const databaseChecks = {
  shape: checkShape,
  lints: checkLints,
  functions: checkFunctions,
  columns: checkColumns,
  keys: checkKeys,
  rows: checkRows,
  storage: checkStorage,
  escalations: checkEscalations,
} satisfies Record<string, Check>;

/** What goes through Supabase's HTTP interfaces, and through ours. */
export const httpChecks = {
  'storage over HTTP': checkStorageHttp,
  'escalations over HTTP': checkEscalationsHttp,
  // The last one: its owners use and delete what is theirs.
  'routes over HTTP': checkRoutes,
} satisfies Record<string, Check>;

/** Every part of the proof, by its name. */
export const checks = { ...databaseChecks, ...httpChecks };

export type CheckName = keyof typeof checks;
