import { rm } from 'node:fs/promises';
import type { DatabaseAddress } from '../database/database-address.ts';
import { prepareDatabase } from '../database/prepare-database.ts';
import { addDemoContent, hasDemoContent } from '../demo/demo-content.ts';
import { openHome } from '../home/act-home.ts';
import type { StackSettings } from '../home/load-setting.ts';
import { takeOwnership } from '../home/owner-lock.ts';
import type { PortVariable } from '../home/ports.ts';
import { loadSecrets } from '../home/secrets.ts';
import { writePrivateJson } from '../home/write-private-json.ts';
import type { StackDescription } from '../pages/stack-description.ts';
import { stopAbandonedCluster, superuserAddress } from '../postgres/cluster.ts';
import { gatewayService } from './gateway-service.ts';
import { readLastPorts, writeLastPorts } from './last-ports.ts';
import { postgresService } from './postgres-service.ts';
import type { Progress } from './progress.ts';
import { providerService } from './provider-service.ts';
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

const usualPorts = { stack: 54_321, database: 54_322, providers: 54_323 };
type Part = keyof typeof usualPorts;
const portVariables = {
  stack: 'ACT_STACK_PORT',
  database: 'ACT_DB_PORT',
  providers: 'ACT_PROVIDERS_PORT',
} satisfies Record<Part, PortVariable>;

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
  const wishFor = (part: Part, wanted: number | null): PortWish => ({
    variable: portVariables[part],
    wanted,
    preferred: [lastPorts?.[part] ?? usualPorts[part], usualPorts[part]],
    say: progress.say,
  });

  const startEmbedded = (note: (text: string) => void): Promise<DatabaseAddress> => {
    return startOnPort(wishFor('database', settings.databasePort), async (port) => {
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

  const providers = await progress.step('Provider simulators', () => {
    return startOnPort(wishFor('providers', settings.providersPort), async (port) => {
      const speed = settings.simulationSpeed;
      const { service, description } = providerService({ secrets, port, speed });
      const simulators = await supervise(service, keep);
      cleanup.defer(() => simulators.stop());
      return { port, description };
    });
  });

  const description = await progress.step('Supabase API', () => {
    return startOnPort(wishFor('stack', settings.stackPort), async (port) => {
      const { service, description } = gatewayService({
        home,
        secrets,
        port,
        superuser,
        providers: providers.description,
      });
      const gateway = await supervise(service, keep);
      cleanup.defer(() => gateway.stop());
      await writeLastPorts(home.portsFile, {
        stack: port,
        providers: providers.port,
        database: settings.database ? null : superuser.port,
      });
      return description;
    });
  });

  if (settings.demoContent && !(await hasDemoContent(home))) {
    await progress.step('Sample pictures and a model', () =>
      addDemoContent({ home, secrets, superuser, url: description.url }),
    );
  }

  await lock.announce(description.url);
  const { secretKey, jwtSecret: systemSigningKey } = secrets;
  await writePrivateJson(home.stackFile, { ...description, secretKey, systemSigningKey, pid: process.pid });
  cleanup.defer(() => rm(home.stackFile, { force: true }));
  const owned = cleanup.move();
  return { description, failed, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
