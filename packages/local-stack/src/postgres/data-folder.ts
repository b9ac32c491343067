import { chown, mkdir, open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { explainingSystemErrors } from '../errors/explain-system-error.ts';
import { StackError } from '../errors/stack-error.ts';
import { systemCodeOf } from '../errors/system-error.ts';
import type { SystemUser } from './system-user.ts';

/** The major version that the platform packages hold; a cluster can only be opened by its own. */
export const postgresMajorVersion = '17';

/** How a program names the folder that it was lent. */
export const lentPath = '/proc/self/fd/3';

/** A folder handed to a PostgreSQL program: how it is named on its command line, and what it must inherit. */
export interface LentFolder extends AsyncDisposable {
  /** Goes behind `-D`. */
  argument: string;
  /** An open descriptor for the child's fourth place, or null. */
  descriptor: number | null;
}

/**
 * Lends a folder to a program that may run as another user. When root lends it, the folder may lie below a home that
 * only root can enter; an open descriptor still leads there (Linux only, which is where this occurs).
 */
export async function lendFolder(folder: string, user: SystemUser | null): Promise<LentFolder> {
  if (!user || process.platform !== 'linux') {
    return { argument: folder, descriptor: null, [Symbol.asyncDispose]: async () => undefined };
  }
  const handle = await open(folder, 'r');
  return {
    argument: lentPath,
    descriptor: handle.fd,
    [Symbol.asyncDispose]: () => handle.close(),
  };
}

/** Makes the folder if it is missing, closed to everybody but the user that PostgreSQL runs as. */
export async function createPrivateFolder(folder: string, user: SystemUser | null): Promise<void> {
  await explainingSystemErrors(folder, async () => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (user) await chown(folder, user.uid, user.gid);
  });
}

export type DataFolderState = 'missing' | 'ready';

/** Looks before PostgreSQL does, so that a folder it would refuse is explained in plain words. */
export async function inspectDataFolder(folder: string): Promise<DataFolderState> {
  const found = await explainingSystemErrors(folder, () =>
    stat(folder).catch((error: unknown) => {
      if (systemCodeOf(error) === 'ENOENT') return null;
      throw error;
    }),
  );
  if (!found) return 'missing';

  const version = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => null);
  const control = await stat(join(folder, 'global', 'pg_control')).catch(() => null);
  if (version === null || control === null)
    throw brokenFolder(folder, 'it is not a whole PostgreSQL data folder');
  if (version.trim() !== postgresMajorVersion) {
    throw new StackError({
      code: 'data_folder_other_version',
      message: `The data in ${folder} was made by PostgreSQL ${version.trim()}; this one is ${postgresMajorVersion}.`,
      remedy:
        'Set ACT_HOME to a new folder, and bring the data over with pg_dump of the version that made it.',
    });
  }
  return 'ready';
}

export function brokenFolder(folder: string, what: string, cause?: unknown): StackError {
  return new StackError({
    code: 'data_folder_broken',
    message: `The database in ${folder} cannot be opened: ${what}.`,
    remedy: `Restore the folder from a backup, or move it away to begin anew.`,
    cause,
  });
}
