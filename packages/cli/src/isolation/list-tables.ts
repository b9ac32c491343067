import { z } from 'zod';
import type { Environment } from '../load-setting.ts';
import type { Project } from '../project/find-project.ts';
import { askDatabase } from '../schema/ask-database.ts';

const documentSchema = z.looseObject({ definitions: z.record(z.string(), z.unknown()).default({}) });

/** Tables and views that no migration of ours need have made: as the interface tells the operator, and the database. */
export async function listOtherTables(project: Project, environment: Environment): Promise<string[]> {
  const { SUPABASE_SECRET_KEY, SUPABASE_SERVICE_ROLE_KEY, ACT_DATABASE_URL } = environment;
  const key = SUPABASE_SECRET_KEY ?? SUPABASE_SERVICE_ROLE_KEY ?? project.embedded?.secretKey ?? '';
  const headers = { apikey: key, authorization: `Bearer ${key}` };
  const response = await fetch(`${project.url}/rest/v1/`, { headers });
  const told = response.ok ? documentSchema.parse(await response.json()).definitions : {};
  return [
    ...Object.keys(told),
    ...(ACT_DATABASE_URL ? await askDatabase(ACT_DATABASE_URL, listInDatabase) : []),
  ];
}

async function listInDatabase(client: {
  query: (sql: string) => Promise<{ rows: unknown[] }>;
}): Promise<string[]> {
  const { rows } = await client.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')`,
  );
  return z
    .array(z.object({ relname: z.string() }))
    .parse(rows)
    .map(({ relname }) => relname);
}
