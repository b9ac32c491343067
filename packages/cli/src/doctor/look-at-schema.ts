import type { Client } from 'pg';
import { askDatabase } from '../schema/ask-database.ts';
import { readMigrations } from '../schema/read-migrations.ts';
import { bad, type Check, type Finding, good, type Patient, skipped, tryFetch } from './check.ts';

/** Whether the database is as new as this program; needs a connection of the operator's. */
export const lookAtMigrations: Check = {
  name: 'Migrations',
  look: async ({ world, project }) => {
    const { ACT_DATABASE_URL } = world.settings.environment;
    if (!ACT_DATABASE_URL) {
      return [
        skipped(
          project?.embedded
            ? '`npm start` has run them.'
            : 'ACT_DATABASE_URL is not set: a connection of the operator’s, which sees the history.',
        ),
      ];
    }
    return withDatabase(ACT_DATABASE_URL, async (client) => {
      const { versions } = await readMigrations();
      const { rows } = await client.query<{ version: string }>(
        'select version from supabase_migrations.schema_migrations',
      );
      const applied = new Set(rows.map(({ version }) => version));
      const missing = versions.filter((version) => !applied.has(version));
      return missing.length > 0
        ? [
            bad(
              `${missing.length} of ${versions.length} migrations are missing, from ${missing[0]} on.`,
              'Run `supabase db push`.',
            ),
          ]
        : [good(`All ${versions.length} migrations have run.`)];
    });
  },
};

const tables = ['brands', 'brand_users', 'brand_assets', 'lora_training_jobs', 'brand_models', 'generations'];

/** Whether strangers see nothing, and every table is under policies. `act isolation` proves more. */
export const lookAtPolicies: Check = {
  name: 'Policies',
  look: async (patient) => {
    const { project, world } = patient;
    if (!project) return [skipped('There is no project to look at.')];
    const open = (await Promise.all(tables.map((table) => findOpen(table, project, patient)))).flat();
    const findings: Finding[] =
      open.length > 0
        ? [
            bad(
              `Anybody can read ${open.join(', ')}.`,
              'Close it at once: enable row level security, and run the migrations again.',
            ),
          ]
        : [good(`Strangers see nothing of ${tables.length} tables.`)];
    const { ACT_DATABASE_URL } = world.settings.environment;
    return ACT_DATABASE_URL ? [...findings, ...(await withDatabase(ACT_DATABASE_URL, findBare))] : findings;
  },
};

async function findOpen(
  table: string,
  { url, publishableKey }: { url: string; publishableKey: string },
  patient: Patient,
): Promise<string[]> {
  const headers = { apikey: publishableKey };
  const answer = await tryFetch(`${url}/rest/v1/${table}?select=*&limit=1`, patient, { headers });
  if (typeof answer === 'string' || !answer.ok) return [];
  return (await answer.text()).trim() === '[]' ? [] : [table];
}

async function findBare(client: Client): Promise<Finding[]> {
  const { rows } = await client.query<{ relname: string }>(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`,
  );
  return rows.length > 0
    ? [
        bad(
          `Tables without policies: ${rows.map(({ relname }) => relname).join(', ')}.`,
          'Enable row level security on them.',
        ),
      ]
    : [good('Row level security is on for every table.')];
}

async function withDatabase(url: string, look: (client: Client) => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await askDatabase(url, look);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [
      bad(`The database cannot be asked: ${why}.`, 'Check ACT_DATABASE_URL: port 5432, as the operator.'),
    ];
  }
}
