import { rm } from 'node:fs/promises';
import type { DatabaseAddress } from '../database/database-address.ts';
import { prepareDatabase } from '../database/prepare-database.ts';
import { openHome } from '../home/act-home.ts';
import type { StackSettings } from '../home/load-setting.ts';
import { takeOwnership } from '../home/owner-lock.ts';
import { loadSecrets } from '../home/secrets.ts';
import { writePrivateJson } from '../home/write-private-json.ts';
import type { StackDescription } from '../pages/stack-description.ts';
import { stopAbandonedCluster, superuserAddress } from '../postgres/cluster.ts';
import { gatewayService } from './gateway-service.ts';
import { readLastPorts, writeLastPorts } from './last-ports.ts';
import { postgresService } from './postgres-service.ts';
import type { Progress } from './progress.ts';
import { refuseIncompleteHome } from './refuse-incomplete-home.ts';
import { supervise } from './service.ts';
import { type PortWish, startOnPort } from './start-on-port.ts';

export interface SupervisedStack extends AsyncDisposable {
  description: StackDescription;
  /** Settles only when a part cannot be kept running. */
  failed: Promise<unknown>;
}

export interface StartSupervisorOptions {
  settings: StackSettings;
  progress: Progress;
}

const usualPorts = { stack: 54_321, database: 54_322 };

/** Brings up one home's stack, part by part, and keeps each part running until it is disposed of. */
export async function startSupervisor({
  settings,
  progress,
}: StartSupervisorOptions): Promise<SupervisedStack> {
  await using cleanup = new AsyncDisposableStack();
  const { promise: failed, resolve: giveUp } = Promise.withResolvers<unknown>();
  const keep = { say: progress.say, onGivenUp: giveUp };

  const home = await openHome(settings.home);
  const lock = cleanup.use(await takeOwnership(home.ownerFile));
  const lastPorts = await readLastPorts(home.portsFile);
  refuseIncompleteHome(home, lastPorts);
  const secrets = await loadSecrets(home.secretsFile);
  const preferred = (part: 'stack' | 'database') => [lastPorts?.[part] ?? usualPorts[part], usualPorts[part]];

  const startEmbedded = (note: (text: string) => void): Promise<DatabaseAddress> => {
    const wish: PortWish = {
      variable: 'ACT_DB_PORT',
      wanted: settings.databasePort,
      preferred: preferred('database'),
      say: progress.say,
    };
    return startOnPort(wish, async (port) => {
      const service = postgresService({ home, port, secrets, onInit: () => note('making its data folder') });
      const postgres = await supervise(service, keep);
      cleanup.defer(() => postgres.stop());
      return superuserAddress(port, secrets.databasePasswords.supabase_admin);
    });
  };
  // An orphan of this home would hold the port that the home remembers.
  if (!settings.database) await stopAbandonedCluster(home.folder);
  const superuser = settings.database ?? (await progress.step('PostgreSQL', startEmbedded));

  await progress.step('Database and migrations', () => prepareDatabase({ superuser, secrets }));

  const description = await progress.step('Supabase API', () => {
    const wish: PortWish = {
      variable: 'ACT_STACK_PORT',
      wanted: settings.stackPort,
      preferred: preferred('stack'),
      say: progress.say,
    };
    return startOnPort(wish, async (port) => {
      const { service, description } = gatewayService({ home, secrets, port, superuser });
      const gateway = await supervise(service, keep);
      cleanup.defer(() => gateway.stop());
      await writeLastPorts(home.portsFile, {
        stack: port,
        database: settings.database ? null : superuser.port,
      });
      return description;
    });
  });

  await lock.announce(description.url);
  await writePrivateJson(home.stackFile, { ...description, secretKey: secrets.secretKey, pid: process.pid });
  cleanup.defer(() => rm(home.stackFile, { force: true }));
  const owned = cleanup.move();
  return { description, failed, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
