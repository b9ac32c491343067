import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StackError } from '../errors/stack-error.ts';
import type { ActHome } from '../home/act-home.ts';
import { postgresMajorVersion } from '../postgres/data-folder.ts';
import type { StackPorts } from './last-ports.ts';

/**
 * Refuses a home of which a part is gone: what is left would be served without it, or a new part made that does not fit.
 * A home that has never run to the end may lack anything.
 */
export function refuseIncompleteHome(home: ActHome, lastPorts: StackPorts | null): void {
  const database = join(home.folder, 'postgres', postgresMajorVersion);
  if (existsSync(database) && !existsSync(home.secretsFile)) throw gone(home.secretsFile, 'its keys');
  if (!lastPorts) return;
  if (lastPorts.database !== null && !existsSync(database)) throw gone(database, 'its database');
  if (!existsSync(home.storageFolder)) throw gone(home.storageFolder, 'its files');
}

const gone = (path: string, what: string) =>
  new StackError({
    code: 'data_folder_broken',
    message: `This stack has lost ${what}: ${path} is missing.`,
    remedy: 'Put it back from a backup, or move the whole ACT_HOME folder away to begin anew.',
  });
