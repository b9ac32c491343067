import { statfs } from 'node:fs/promises';
import { StackError } from './stack-error.ts';
import { isDiskFull, isSystemError } from './system-error.ts';

/** Turns what the operating system said about a file or folder into a cause and a remedy; passes the rest on. */
export function explainSystemError(error: unknown, path: string): unknown {
  if (!isSystemError(error)) return error;
  if (isDiskFull(error)) return diskFull(path, error);
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StackError({
        code: 'no_permission',
        message: `No right to read or write ${error.path ?? path}.`,
        remedy: 'Give your user the right to it, or set ACT_HOME to a folder of your own.',
        cause: error,
      });
    case 'EISDIR':
      return new StackError({
        code: 'data_folder_broken',
        message: `${error.path ?? path} is a folder; a file was expected there.`,
        remedy: 'Move it away, or set ACT_HOME to another folder.',
        cause: error,
      });
    case 'ENOTDIR':
    case 'EEXIST':
      return new StackError({
        code: 'data_folder_broken',
        message: `${error.path ?? path} is in the way: a folder was expected there.`,
        remedy: 'Move it away, or set ACT_HOME to another folder.',
        cause: error,
      });
    default:
      return error;
  }
}

/** Runs file work on a path and explains what the system refuses. */
export async function explainingSystemErrors<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw explainSystemError(error, path);
  }
}

export function diskFull(path: string, cause?: unknown): StackError {
  return new StackError({
    code: 'disk_full',
    message: `The disk that holds ${path} is full.`,
    remedy: 'Free some space there, or set ACT_HOME to a folder on a larger disk, and start again.',
    cause,
  });
}

/** Room left for ordinary users on the disk that holds a folder. */
export async function measureFreeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
