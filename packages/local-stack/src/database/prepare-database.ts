import type { StackSecrets } from '../home/secrets.ts';
import { bootstrapCluster, bootstrapDatabase, grantRequestRoles } from './bootstrap.ts';
import type { DatabaseAddress } from './database-address.ts';
import { seedDemo } from './demo-people.ts';
import { loginTo } from './logins.ts';
import { applyMigrations, readMigrations } from './migrations.ts';
import { openWorkerLogin } from './worker-login.ts';

export interface PrepareDatabaseOptions {
  superuser: DatabaseAddress;
  secrets: StackSecrets;
}

/** Makes any database of a server ready to serve: roles, Supabase's schemas, our migrations, and people if it is new. */
export async function prepareDatabase({ superuser, secrets }: PrepareDatabaseOptions): Promise<void> {
  const { act_owner, act_rest, act_storage } = secrets.databasePasswords;
  await bootstrapCluster(superuser, { act_owner, act_rest, act_storage });
  await bootstrapDatabase(superuser);
  const migrations = await readMigrations();
  const applied = await applyMigrations(
    loginTo(superuser, 'act_owner', secrets.databasePasswords),
    migrations,
  );
  await grantRequestRoles(superuser);
  await openWorkerLogin(superuser, secrets);

  const isNew = applied.length > 0 && applied.length === migrations.length;
  if (isNew) await seedDemo(superuser, secrets.demoPassword);
}
