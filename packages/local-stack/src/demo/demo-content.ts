import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseAddress } from '../database/database-address.ts';
import { demoPeople } from '../database/demo-people.ts';
import type { ActHome } from '../home/act-home.ts';
import type { StackSecrets } from '../home/secrets.ts';
import { createDemoAccess } from './demo-access.ts';
import { addDemoModel } from './demo-model.ts';
import { addSamplePictures } from './sample-pictures.ts';

export interface DemoContentOptions {
  home: ActHome;
  secrets: StackSecrets;
  superuser: DatabaseAddress;
  /** The stack's own interface: everything goes in as a person's would. */
  url: string;
}

/** Whoever deletes the samples does not get them back: they are made once in a home. */
const markerOf = ({ folder }: ActHome) => join(folder, 'demo-content');

export const hasDemoContent = async (home: ActHome): Promise<boolean> =>
  (await stat(markerOf(home)).catch(() => null)) !== null;

/** Gives the demo brands something to begin with. Whoever is stopped halfway goes on with the next start. */
export async function addDemoContent({ home, secrets, superuser, url }: DemoContentOptions): Promise<void> {
  const access = createDemoAccess(url, secrets);
  await addSamplePictures(access, { brandId: 'creativetechnologists', person: demoPeople.ctMember });
  await addSamplePictures(access, { brandId: 'acmecompany', person: demoPeople.acmeMember });
  await addDemoModel(access, superuser);
  await writeFile(markerOf(home), '', { mode: 0o600 });
}
