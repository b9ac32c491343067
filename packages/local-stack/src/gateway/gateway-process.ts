import type { AccessKeys } from '../access/caller.ts';
import type { DatabaseAddress } from '../database/database-address.ts';
import { findRemaining } from '../database/find-remaining.ts';
import { createOutbox } from '../outbox/outbox.ts';
import { createOutboxIntake } from '../outbox/outbox-intake.ts';
import { createPages } from '../pages/pages.ts';
import type { StackDescription } from '../pages/stack-description.ts';
import { readStartedParts } from '../pages/started-parts.ts';
import { createRestService } from '../rest/rest-service.ts';
import { createStorageService } from '../storage/storage-service.ts';
import { runAsService } from '../supervisor/service-process.ts';
import { watchDatabase } from './database-watch.ts';
import { surviveDriverCrashes } from './driver-crash.ts';
import { createGateway } from './gateway.ts';
import { serveGateway } from './serve.ts';

export interface GatewayConfiguration {
  port: number;
  restDatabase: DatabaseAddress;
  storageDatabase: DatabaseAddress;
  keys: AccessKeys;
  storageSigningKey: string;
  storageFolder: string;
  outboxFolder: string;
  outboxKey: string;
  /** Tells of the parts that start later; left out where there are none. */
  stackFile?: string;
  description: StackDescription;
}

surviveDriverCrashes();
runAsService(startGateway);

async function startGateway(configuration: GatewayConfiguration): Promise<AsyncDisposable> {
  const { keys, description } = configuration;
  await using cleanup = new AsyncDisposableStack();
  const outbox = createOutbox(configuration.outboxFolder);
  const storage = await createStorageService({
    database: configuration.storageDatabase,
    keys,
    signingKey: configuration.storageSigningKey,
    folder: configuration.storageFolder,
  });
  cleanup.defer(() => storage.close());
  const rest = await createRestService({
    database: configuration.restDatabase,
    keys,
    outbox,
    siteUrl: description.storefronts?.[0]?.url ?? description.url,
    redirectUrls: description.storefronts?.map(({ url }) => url) ?? [],
    maxConnections: 5,
  });
  cleanup.defer(() => rest.close());
  const watch = cleanup.use(
    await watchDatabase({
      database: configuration.restDatabase,
      onLost: () => rest.suspend(),
      onBack: () => rest.renew(),
    }),
  );
  const pages = createPages({
    outbox,
    describe: async () => ({
      ...description,
      ...(await readStartedParts(configuration.stackFile)),
      people: await findRemaining(configuration.restDatabase, description.people),
    }),
  });
  const outboxIntake = createOutboxIntake({ outbox, key: configuration.outboxKey });
  const gateway = createGateway({ rest, storage, outboxIntake, pages, isReady: async () => watch.isUp() });
  cleanup.use(await serveGateway({ gateway, storage, port: configuration.port }));
  return cleanup.move();
}
