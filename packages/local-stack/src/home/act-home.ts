import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { explainingSystemErrors } from '../errors/explain-system-error.ts';
import { systemCodeOf } from '../errors/system-error.ts';

/** Where things lie in one home. */
export interface ActHome {
  folder: string;
  ownerFile: string;
  secretsFile: string;
  /** Addresses and sign-ins for people and scripts. */
  stackFile: string;
  /** Where this home listened last time. */
  portsFile: string;
  storageFolder: string;
  outboxFolder: string;
  /** What the simulated vendors are at. */
  simulatorsFile: string;
}

/**
 * Makes a folder and those above it, one at a time: asked to make all at once where the system allows none, Node tries for
 * ever or says that there is no such folder.
 */
async function createFolders(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (
      systemCodeOf(error) === 'ENOENT' &&
      dirname(folder) !== folder &&
      !(await isFolder(dirname(folder)))
    ) {
      await createFolders(dirname(folder));
      return createFolders(folder);
    }
    if (await isFolder(folder)) return;
    // A folder that is there and takes no new one says so in many ways (on /proc: that there is no such file).
    throw systemCodeOf(error) === 'ENOENT'
      ? Object.assign(new Error(String(error)), { code: 'EACCES', path: folder })
      : error;
  }
}

const isFolder = async (path: string) => (await stat(path).catch(() => null))?.isDirectory() === true;

/** Names the places of a home and makes its folder, which is closed to other users: it holds keys and faces. */
export async function openHome(folder: string): Promise<ActHome> {
  await explainingSystemErrors(folder, () => createFolders(folder));
  return {
    folder,
    ownerFile: join(folder, 'owner.json'),
    secretsFile: join(folder, 'secrets.json'),
    stackFile: join(folder, 'stack.json'),
    portsFile: join(folder, 'ports.json'),
    storageFolder: join(folder, 'storage'),
    outboxFolder: join(folder, 'outbox'),
    simulatorsFile: join(folder, 'simulators.jsonl'),
  };
}
