import { rm } from 'node:fs/promises';
import { type DatabaseAddress, toDatabaseUrl } from '../database/database-address.ts';
import { prepareDatabase } from '../database/prepare-database.ts';
import { seedStorefront } from '../database/seed-storefront.ts';
import { workerLogin } from '../database/worker-login.ts';
import { addDemoContent, hasDemoContent } from '../demo/demo-content.ts';
import { openHome } from '../home/act-home.ts';
import type { StackSettings } from '../home/load-setting.ts';
import { takeOwnership } from '../home/owner-lock.ts';
import { loadSecrets } from '../home/secrets.ts';
import { writePrivateJson } from '../home/write-private-json.ts';
import type { StackDescription } from '../pages/stack-description.ts';
import { stopAbandonedCluster, superuserAddress } from '../postgres/cluster.ts';
import { gatewayService } from './gateway-service.ts';
import { readLastPorts, writeLastPorts } from './last-ports.ts';
import { createPartStarter, keepRunning } from './part-starter.ts';
import { postgresService } from './postgres-service.ts';
import { engineService, interfaceService, metricsToken, storefrontService } from './program-service.ts';
import type { Progress } from './progress.ts';
import { providerService } from './provider-service.ts';
import { refuseIncompleteHome } from './refuse-incomplete-home.ts';
import { placeStorefronts, type StorefrontProgram } from './storefronts.ts';

export interface SupervisedStack extends AsyncDisposable {
  description: StackDescription;
  /** Settles only when a part cannot be kept running. */
  failed: Promise<unknown>;
}

/** The product's own programs, as files; what is left out does not run. */
export interface Programs {
  readonly api?: string | undefined;
  readonly worker?: string | undefined;
  /** The first is where mail leads that none of them asked for. */
  readonly storefronts?: readonly StorefrontProgram[];
}

export interface StartSupervisorOptions {
  settings: StackSettings;
  programs: Programs;
  progress: Progress;
}

/** Brings up one home's stack, part by part, and keeps each part running until it is disposed of. */
export async function startSupervisor(options: StartSupervisorOptions): Promise<SupervisedStack> {
  const { settings, programs, progress } = options;
  await using cleanup = new AsyncDisposableStack();
  const { promise: failed, resolve: onGivenUp } = Promise.withResolvers<unknown>();

  const home = await openHome(settings.home);
  const lock = cleanup.use(await takeOwnership(home.ownerFile));
  const lastPorts = await readLastPorts(home.portsFile);
  refuseIncompleteHome(home, lastPorts);
  const secrets = await loadSecrets(home.secretsFile);
  const startPart = createPartStarter({ settings, progress, lastPorts, cleanup, onGivenUp });
  const storefronts = await placeStorefronts(programs.storefronts ?? [], {
    settings,
    lastPorts,
    say: progress.say,
  });

  const startEmbedded = async (note: (text: string) => void): Promise<DatabaseAddress> => {
    const onInit = () => note('making its data folder');
    const { port } = await startPart('database', (port) => ({
      service: postgresService({ home, port, secrets, onInit }),
    }));
    return superuserAddress(port, secrets.databasePasswords.supabase_admin);
  };
  // An orphan of this home would hold the port that the home remembers.
  if (!settings.database) await stopAbandonedCluster(home.folder);
  const superuser = settings.database ?? (await progress.step('PostgreSQL', startEmbedded));

  const seeds = storefronts.flatMap(({ seed }) => seed ?? []);
  await progress.step('Database and migrations', async () => {
    await prepareDatabase({ superuser, secrets });
    for (const seed of seeds) await seedStorefront(superuser, seed, secrets.demoPassword);
  });

  const providers = await progress.step('Provider simulators', () =>
    startPart('providers', (port) =>
      providerService({ home, secrets, port, speed: settings.simulationSpeed }),
    ),
  );
  const gateway = await progress.step('Supabase API', () =>
    startPart('stack', (port) =>
      gatewayService({
        home,
        secrets,
        port,
        superuser,
        providers: providers.description,
        seeds,
        storefronts: storefronts.map(({ name, url }) => ({ name, url })),
      }),
    ),
  );
  const { description } = gateway;

  const { api: apiModule, worker: workerModule } = programs;
  const api =
    apiModule &&
    (await progress.step('HTTP interface', () =>
      startPart('api', (port) => ({ service: interfaceService({ module: apiModule, port, description }) })),
    ));
  const apiUrl = api ? `http://127.0.0.1:${api.port}/api` : null;
  const worker =
    workerModule &&
    (await progress.step('Engine', () =>
      startPart('worker', (port) => ({
        service: engineService({
          module: workerModule,
          port,
          description,
          database: workerLogin(superuser, secrets),
          secrets,
          siteUrl: storefronts[0]?.url ?? null,
          brandSites: Object.fromEntries(
            storefronts.flatMap(({ seed, url }) => (seed ? [[seed.brand.id, url]] : [])),
          ),
          webhookUrl: apiUrl && `${apiUrl}/webhooks`,
          liveProviders: settings.liveProviders,
        }),
      })),
    ));
  for (const storefront of storefronts) {
    await progress.step(`Storefront ${storefront.name}`, () =>
      keepRunning(
        storefrontService({ storefront, description, secrets, isLive: settings.liveProviders !== null }),
        {
          progress,
          cleanup,
          onGivenUp,
        },
      ),
    );
  }
  await writeLastPorts(home.portsFile, {
    stack: gateway.port,
    providers: providers.port,
    database: settings.database ? null : superuser.port,
    ...(api && { api: api.port }),
    ...(worker && { worker: worker.port }),
    storefronts: {
      ...lastPorts?.storefronts,
      ...Object.fromEntries(storefronts.map(({ name, port }) => [name, port])),
    },
  });

  if (settings.demoContent && !(await hasDemoContent(home))) {
    await progress.step('Sample pictures for two brands, a model for Tech Startup', () =>
      addDemoContent({ home, secrets, superuser, url: description.url }),
    );
  }

  await lock.announce(description.url);
  const { secretKey, jwtSecret: systemSigningKey } = secrets;
  const told = {
    ...description,
    ...(apiUrl && { apiUrl }),
    ...(worker && { workerUrl: `http://127.0.0.1:${worker.port}` }),
  };
  const workerAccess = {
    databaseUrl: toDatabaseUrl(workerLogin(superuser, secrets)),
    metricsToken: metricsToken(secrets),
  };
  const keys = { secretKey, systemSigningKey, ...(worker && { worker: workerAccess }) };
  await writePrivateJson(home.stackFile, { ...told, ...keys, pid: process.pid });
  cleanup.defer(() => rm(home.stackFile, { force: true }));
  const owned = cleanup.move();
  return { description: told, failed, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
