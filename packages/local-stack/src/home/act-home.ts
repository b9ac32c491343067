import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { explainingSystemErrors } from '../errors/explain-system-error.ts';

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
}

/** Names the places of a home and makes its folder, which is closed to other users: it holds keys and faces. */
export async function openHome(folder: string): Promise<ActHome> {
  await explainingSystemErrors(folder, () => mkdir(folder, { recursive: true, mode: 0o700 }));
  return {
    folder,
    ownerFile: join(folder, 'owner.json'),
    secretsFile: join(folder, 'secrets.json'),
    stackFile: join(folder, 'stack.json'),
    portsFile: join(folder, 'ports.json'),
    storageFolder: join(folder, 'storage'),
    outboxFolder: join(folder, 'outbox'),
  };
}
