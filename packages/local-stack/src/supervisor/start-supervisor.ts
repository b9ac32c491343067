import { rm } from 'node:fs/promises';
import type { DatabaseAddress } from '../database/database-address.ts';
import { demoPeople } from '../database/demo-people.ts';
import { prepareDatabase } from '../database/prepare-database.ts';
import type { GatewayConfiguration } from '../gateway/gateway-process.ts';
import { type ActHome, openHome } from '../home/act-home.ts';
import type { StackSettings } from '../home/load-setting.ts';
import { takeOwnership } from '../home/owner-lock.ts';
import { loadSecrets, type StackSecrets } from '../home/secrets.ts';
import { writePrivateJson } from '../home/write-file.ts';
import type { StackDescription } from '../pages/stack-description.ts';
import { stopAbandonedCluster } from '../postgres/cluster.ts';
import { superuserName } from '../postgres/init-cluster.ts';
import { choosePorts, type StackPorts } from './choose-ports.ts';
import { nodeService } from './node-service.ts';
import { postgresService } from './postgres-service.ts';
import type { Progress } from './progress.ts';
import { supervise } from './service.ts';

export interface SupervisedStack extends AsyncDisposable {
  description: StackDescription;
  /** Settles only when a part cannot be kept running. */
  failed: Promise<unknown>;
}

export interface StartSupervisorOptions {
  settings: StackSettings;
  progress: Progress;
}

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
  const secrets = await loadSecrets(home.secretsFile);
  // An orphan would hold the port that this home remembers.
  if (!settings.database) await stopAbandonedCluster(home.folder);
  const ports = await choosePorts(settings, home.portsFile);
  const superuser = settings.database ?? embeddedSuperuser(ports, secrets);

  if (!settings.database) {
    await progress.step('PostgreSQL', async (note) => {
      const service = postgresService({
        home,
        port: ports.database,
        secrets,
        onInit: () => note('making its data folder'),
      });
      const postgres = await supervise(service, keep);
      cleanup.defer(() => postgres.stop());
    });
  }
  await progress.step('Database and migrations', () =>
    prepareDatabase({ superuser, passwords: loginPasswords(secrets), demoPassword: secrets.demoPassword }),
  );
  const description = describe(ports, secrets);
  await progress.step('Supabase API', async () => {
    const configuration = gatewayConfiguration({ home, secrets, ports, superuser, description });
    const module = new URL('../gateway/gateway-process.ts', import.meta.url);
    const gateway = await supervise(nodeService({ name: 'Supabase API', module, configuration }), keep);
    cleanup.defer(() => gateway.stop());
  });

  await lock.announce(description.url);
  await writePrivateJson(home.stackFile, { ...description, secretKey: secrets.secretKey, pid: process.pid });
  cleanup.defer(() => rm(home.stackFile, { force: true }));
  const owned = cleanup.move();
  return { description, failed, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

const embeddedSuperuser = (ports: StackPorts, secrets: StackSecrets): DatabaseAddress => ({
  host: '127.0.0.1',
  port: ports.database,
  database: 'postgres',
  user: superuserName,
  password: secrets.databasePasswords.supabase_admin,
});

function loginPasswords({ databasePasswords }: StackSecrets) {
  const { act_owner, act_rest, act_storage } = databasePasswords;
  return { act_owner, act_rest, act_storage };
}

function describe(ports: StackPorts, { publishableKey, demoPassword }: StackSecrets): StackDescription {
  return {
    url: `http://127.0.0.1:${ports.stack}`,
    publishableKey,
    people: Object.values(demoPeople).map(({ email, roles }) => ({ email, password: demoPassword, roles })),
  };
}

interface GatewayParts {
  home: ActHome;
  secrets: StackSecrets;
  ports: StackPorts;
  superuser: DatabaseAddress;
  description: StackDescription;
}

function gatewayConfiguration({
  home,
  secrets,
  ports,
  superuser,
  description,
}: GatewayParts): GatewayConfiguration {
  const { publishableKey, secretKey, jwtSecret, storageSigningKey, databasePasswords } = secrets;
  return {
    port: ports.stack,
    restDatabase: { ...superuser, user: 'act_rest', password: databasePasswords.act_rest },
    storageDatabase: { ...superuser, user: 'act_storage', password: databasePasswords.act_storage },
    keys: { publishableKey, secretKey, jwtSecret },
    storageSigningKey,
    storageFolder: home.storageFolder,
    outboxFolder: home.outboxFolder,
    description,
  };
}
