import { StackError } from '../errors/stack-error.ts';

/** Where a database is and who is asking. */
export interface DatabaseAddress {
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
}

/** Reads the `postgres://` address of a person's own server, which must name a superuser. */
export function parseDatabaseAddress(text: string): DatabaseAddress {
  const url = URL.parse(text);
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol) || !url.hostname || !url.username) {
    throw new StackError({
      code: 'setting_invalid',
      message: 'ACT_DATABASE_URL is not the address of a PostgreSQL server.',
      remedy: 'Write it as postgres://superuser:password@host:5432/database.',
    });
  }
  if (url.search) {
    throw new StackError({
      code: 'setting_invalid',
      message: `ACT_DATABASE_URL ends in ${url.search}, which is not understood: the connection is never encrypted.`,
      remedy: 'Leave that part out, and use a server on this machine or through a tunnel.',
    });
  }
  return {
    host: url.hostname,
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)) || 'postgres',
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

export function toDatabaseUrl({ host, port, database, user, password }: DatabaseAddress): string {
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  return `postgres://${login}@${host}:${port}/${encodeURIComponent(database)}`;
}
