import { bootstrapCluster, bootstrapDatabase, grantRequestRoles, type LoginPasswords } from './bootstrap.ts';
import type { DatabaseAddress } from './database-address.ts';
import { seedDemo } from './demo-people.ts';
import { applyMigrations, readMigrations } from './migrations.ts';

export interface PrepareDatabaseOptions {
  superuser: DatabaseAddress;
  passwords: LoginPasswords;
  demoPassword: string;
}

/** Makes any database of a server ready to serve: roles, Supabase's schemas, our migrations, and people if it is new. */
export async function prepareDatabase({ superuser, passwords, demoPassword }: PrepareDatabaseOptions) {
  await bootstrapCluster(superuser, passwords);
  await bootstrapDatabase(superuser);
  const migrations = await readMigrations();
  const owner = { ...superuser, user: 'act_owner', password: passwords.act_owner };
  const applied = await applyMigrations(owner, migrations);
  await grantRequestRoles(superuser);

  const isNew = applied.length > 0 && applied.length === migrations.length;
  if (isNew) await seedDemo(superuser, demoPassword);
  return { applied };
}
