import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../database/connection.ts';
import type { DatabaseAddress } from '../database/database-address.ts';
import { prepareDatabase } from '../database/prepare-database.ts';
import { openHome } from '../home/act-home.ts';
import { isOwnFolder } from '../home/own-folder.ts';
import { findOwner, takeOwnership } from '../home/owner-lock.ts';
import { createSecrets, type StackSecrets } from '../home/secrets.ts';
import { startCluster, stopAbandonedCluster, superuserAddress } from '../postgres/cluster.ts';

/** A server whose databases live as long as a test run, and a template that each test's database is copied from. */
export interface TestCluster {
  superuser: DatabaseAddress;
  secrets: StackSecrets;
}

/** A cluster of one's own: nobody else is hurt where its server is away for a while. */
export interface OwnTestCluster extends TestCluster, AsyncDisposable {
  /** Ends the server, and every connection with it. What its databases hold is kept. */
  stop(): Promise<void>;
  /** Starts it again, where it was. */
  start(): Promise<void>;
}

export const templateDatabase = 'act_template';
const folderPrefix = join(tmpdir(), 'act-test-');

export async function startTestCluster(): Promise<OwnTestCluster> {
  await removeAbandonedClusters();
  await using cleanup = new AsyncDisposableStack();
  const folder = await mkdtemp(folderPrefix);
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  const home = await openHome(folder);
  cleanup.use(await takeOwnership(home.ownerFile));

  const secrets = createSecrets();
  const password = secrets.databasePasswords.supabase_admin;
  const startServer = (port?: number) =>
    startCluster({ home: folder, superuserPassword: password, disposable: true, ...(port && { port }) });
  let server = await startServer();
  cleanup.defer(() => server.stop());

  const superuser = superuserAddress(server.port, password);
  await makeTemplate(superuser, secrets);
  const owned = cleanup.move();
  return {
    superuser,
    secrets,
    stop: () => server.stop(),
    start: async () => {
      server = await startServer(server.port);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

async function makeTemplate(superuser: DatabaseAddress, secrets: StackSecrets): Promise<void> {
  await using client = await connect(superuser);
  await client.query(`create database ${templateDatabase}`);
  await prepareDatabase({ superuser: { ...superuser, database: templateDatabase }, secrets });
  // A template that somebody is connected to cannot be copied.
  await client.query(`alter database ${templateDatabase} allow_connections false`);
}

/** A test run that was killed leaves its server behind; the next one clears it away. */
async function removeAbandonedClusters(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const folder = join(tmpdir(), name);
    // What another user put there, or a link, is not ours to clear away.
    if (!folder.startsWith(folderPrefix) || !(await isOwnFolder(folder))) continue;
    if ((await findOwner(join(folder, 'owner.json'))) !== 'dead') continue;
    await stopAbandonedCluster(folder);
    await rm(folder, { recursive: true, force: true });
  }
}
