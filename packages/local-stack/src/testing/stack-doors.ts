import { join } from 'node:path';
import type { DatabaseAddress } from '../database/database-address.ts';
import type { LoginPasswords } from '../database/logins.ts';
import { createGateway } from '../gateway/gateway.ts';
import type { GatewayConfiguration } from '../gateway/gateway-process.ts';
import { serveGateway } from '../gateway/serve.ts';
import { getFreePort } from '../home/ports.ts';
import type { StackSecrets } from '../home/secrets.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { createOutboxIntake } from '../outbox/outbox-intake.ts';
import { createPages } from '../pages/pages.ts';
import { createRestService } from '../rest/rest-service.ts';
import { createStorageService } from '../storage/storage-service.ts';
import { nodeService } from '../supervisor/node-service.ts';

/** The Supabase API of a test's stack. */
export interface StackDoors extends AsyncDisposable {
  url: string;
  fetch(request: Request): Promise<Response>;
  forgetSchema(): Promise<void>;
}

export interface StackDoorsOptions {
  secrets: StackSecrets;
  login: (user: keyof LoginPasswords) => DatabaseAddress;
  /** Holds files, uploads and mail. */
  folder: string;
  outbox: Outbox;
}

export const storageFolderIn = (folder: string): string => join(folder, 'storage');
export const outboxFolderIn = (folder: string): string => join(folder, 'outbox');

const siteUrl = 'http://127.0.0.1:3000';
/** Another storefront of the same project. */
const otherSiteUrl = 'http://127.0.0.1:3001';

/** In this process, with a socket or without. */
export async function openDoorsHere(
  { secrets, login, folder, outbox }: StackDoorsOptions,
  { listen }: { listen: boolean },
): Promise<StackDoors> {
  await using cleanup = new AsyncDisposableStack();
  const storage = await createStorageService({
    database: login('act_storage'),
    keys: secrets,
    signingKey: secrets.storageSigningKey,
    folder: storageFolderIn(folder),
    maxConnections: 5,
  });
  cleanup.defer(() => storage.close());
  const rest = await createRestService({
    database: login('act_rest'),
    keys: secrets,
    outbox,
    siteUrl,
    redirectUrls: [otherSiteUrl],
    maxConnections: 3,
  });
  cleanup.defer(() => rest.close());

  const pages = createPages({
    outbox,
    describe: () => ({ url: siteUrl, publishableKey: secrets.publishableKey, people: [] }),
  });
  const outboxIntake = createOutboxIntake({ outbox, key: secrets.outboxKey });
  const gateway = createGateway({ rest, storage, outboxIntake, pages, isReady: async () => true });
  const served = listen ? cleanup.use(await serveGateway({ gateway, storage, port: 0 })) : null;
  const owned = cleanup.move();
  return {
    url: served?.url ?? 'http://localhost',
    fetch: async (request) => gateway.fetch(request),
    forgetSchema: () => rest.forgetSchema(),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** In a process of its own, as under `npm start`: it lives on where the database goes away and comes back. */
export async function openDoorsApart({ secrets, login, folder }: StackDoorsOptions): Promise<StackDoors> {
  const port = await getFreePort();
  const url = `http://127.0.0.1:${port}`;
  const configuration: GatewayConfiguration = {
    port,
    restDatabase: login('act_rest'),
    storageDatabase: login('act_storage'),
    keys: secrets,
    storageSigningKey: secrets.storageSigningKey,
    storageFolder: storageFolderIn(folder),
    outboxFolder: outboxFolderIn(folder),
    outboxKey: secrets.outboxKey,
    description: { url, publishableKey: secrets.publishableKey, people: [] },
  };
  const module = new URL('../gateway/gateway-process.ts', import.meta.url);
  const running = await nodeService({ name: 'Supabase API', module, configuration }).start();
  return {
    url,
    fetch: (request) => globalThis.fetch(request),
    forgetSchema: () => Promise.reject(new Error('A stack in a process of its own looks once.')),
    [Symbol.asyncDispose]: () => running.stop(),
  };
}
