import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DatabaseAddress, parseDatabaseAddress } from '../database/database-address.ts';
import { StackError } from '../errors/stack-error.ts';

/** What a person may choose about their stack; everything has a default. */
export interface StackSettings {
  /** `ACT_HOME`: where all data lies, from the repository. Default `.act`. */
  home: string;
  /** `ACT_STACK_PORT`: where the Supabase API listens. Left out, where it did last time, or 54321, or a free one. */
  stackPort: number | null;
  /** `ACT_DB_PORT`: where the embedded PostgreSQL listens. Left out, as last time, or 54322, or a free one. */
  databasePort: number | null;
  /** `ACT_DATABASE_URL`: a server of one's own, as its superuser, instead of the embedded one. */
  database: DatabaseAddress | null;
}

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** The one place of this package where a person's settings are read from the environment. */
export function loadStackSettings(environment: NodeJS.ProcessEnv = process.env): StackSettings {
  const { ACT_HOME, ACT_STACK_PORT, ACT_DB_PORT, ACT_DATABASE_URL } = environment;
  if (ACT_STACK_PORT && ACT_STACK_PORT === ACT_DB_PORT) {
    throw new StackError({
      code: 'setting_invalid',
      message: `ACT_STACK_PORT and ACT_DB_PORT are both ${ACT_STACK_PORT}.`,
      remedy: 'Give each a port of its own, or leave one out.',
    });
  }
  return {
    home: ACT_HOME ? resolve(repository, ACT_HOME) : join(repository, '.act'),
    stackPort: parsePort('ACT_STACK_PORT', ACT_STACK_PORT),
    databasePort: parsePort('ACT_DB_PORT', ACT_DB_PORT),
    database: ACT_DATABASE_URL ? parseDatabaseAddress(ACT_DATABASE_URL) : null,
  };
}

function parsePort(variable: string, text: string | undefined): number | null {
  if (!text) return null;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new StackError({
    code: 'setting_invalid',
    message: `${variable} is ${JSON.stringify(text)}, which is not a port.`,
    remedy: 'Use a whole number from 1 to 65535, or leave it out and a free port is chosen.',
  });
}
