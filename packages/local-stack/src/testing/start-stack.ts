import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { personClaims, signToken, systemClaims } from '../access/sign-token.ts';
import { connect } from '../database/connection.ts';
import { type DatabaseAddress, toDatabaseUrl } from '../database/database-address.ts';
import { type DemoPersonName, demoPeople } from '../database/demo-people.ts';
import { type LoginPasswords, loginTo } from '../database/logins.ts';
import { workerLogin } from '../database/worker-login.ts';
import type { StackSecrets } from '../home/secrets.ts';
import { createOutbox, type Outbox } from '../outbox/outbox.ts';
import { getTestCluster } from './shared-cluster.ts';
import { openDoorsApart, openDoorsHere, outboxFolderIn, storageFolderIn } from './stack-doors.ts';
import { type TestCluster, templateDatabase } from './test-cluster.ts';

/** In whose name a test acts: a demo person, nobody, the system for one brand, or the holder of the secret key. */
export type Actor = DemoPersonName | 'anonymous' | 'secretKey' | { system: string };

export interface TestStack extends AsyncDisposable {
  /** Where the stack listens, or an address that only `fetch` knows. */
  url: string;
  secrets: StackSecrets;
  /** The stack's whole HTTP interface, without a socket. */
  fetch(request: Request): Promise<Response>;
  /** The real supabase-js, acting as somebody. */
  as(actor: Actor): Promise<SupabaseClient>;
  /** The headers with which somebody speaks: an api key and, but for its holder alone, a token. */
  headersFor(actor: Actor): Promise<Record<string, string>>;
  /** A bearer token for somebody; null where the api key alone speaks. */
  tokenFor(actor: Actor): Promise<string | null>;
  /** The stack's own database, for what no client may do: as the superuser or as the owner of our tables. */
  database: { superuser: DatabaseAddress; owner: DatabaseAddress };
  /** What a worker connects with: `ACT_WORKER_DATABASE_URL`. */
  workerDatabaseUrl: string;
  /** Lets the REST interface see tables that the test has made. */
  forgetSchema(): Promise<void>;
  outbox: Outbox;
  storageFolder: string;
}

export interface StartStackOptions {
  /**
   * Listen on a free port, for what needs a real connection: aborts, resumable uploads, other processes. `apart`: from a
   * process of its own, as under `npm start`, so that a database which is stopped and started again hurts nobody else.
   */
  listen?: boolean | 'apart';
  /** The run's cluster where the caller holds it already; found otherwise. */
  cluster?: TestCluster;
  /** The database to copy, which nobody may be connected to; default the one with our migrations and demo people. */
  template?: string;
}

/** A whole stack of one's own for one test: fresh database, empty storage. Close it with `await using`. */
export async function startStack(options: StartStackOptions = {}): Promise<TestStack> {
  const { listen = false, template = templateDatabase } = options;
  await using cleanup = new AsyncDisposableStack();
  const cluster = options.cluster ?? (await getTestCluster(cleanup));
  const { secrets } = cluster;
  const superuser = await copyTemplate(cluster.superuser, template, cleanup);
  const login = (user: keyof LoginPasswords) => loginTo(superuser, user, secrets.databasePasswords);

  const folder = await mkdtemp(join(tmpdir(), 'act-stack-'));
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  const outbox = createOutbox(outboxFolderIn(folder));
  const parts = { secrets, login, folder, outbox };
  const doors = cleanup.use(
    listen === 'apart' ? await openDoorsApart(parts) : await openDoorsHere(parts, { listen }),
  );
  const { url } = doors;

  const tokenFor = (actor: Actor) => signFor(actor, secrets.jwtSecret);
  const keyFor = (actor: Actor) => (actor === 'secretKey' ? secrets.secretKey : secrets.publishableKey);
  const owned = cleanup.move();
  return {
    url,
    secrets,
    outbox,
    storageFolder: storageFolderIn(folder),
    tokenFor,
    headersFor: async (actor) => {
      const token = await tokenFor(actor);
      return { apikey: keyFor(actor), ...(token && { authorization: `Bearer ${token}` }) };
    },
    fetch: doors.fetch,
    forgetSchema: doors.forgetSchema,
    database: { superuser, owner: login('act_owner') },
    workerDatabaseUrl: toDatabaseUrl(workerLogin(superuser, secrets)),
    as: async (actor) => {
      const token = await tokenFor(actor);
      return createClient(url, keyFor(actor), {
        auth: { persistSession: false, autoRefreshToken: false },
        ...(token && { accessToken: async () => token }),
        global: listen ? {} : { fetch: (input, init) => doors.fetch(new Request(input, withDuplex(init))) },
      });
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** A request that streams its body must say so; fetch itself would insist. */
const withDuplex = (init: RequestInit | undefined): RequestInit | undefined =>
  init?.body instanceof ReadableStream ? Object.assign({ duplex: 'half' }, init) : init;

async function copyTemplate(
  server: DatabaseAddress,
  template: string,
  cleanup: AsyncDisposableStack,
): Promise<DatabaseAddress> {
  const database = `test_${randomUUID().replaceAll('-', '')}`;
  const run = async (sql: string) => {
    await using client = await connect(server);
    await client.query(sql);
  };
  await run(`create database ${database} template ${template} strategy wal_log`);
  cleanup.defer(() => run(`drop database if exists ${database} with (force)`));
  return { ...server, database };
}

async function signFor(actor: Actor, jwtSecret: string): Promise<string | null> {
  if (actor === 'anonymous' || actor === 'secretKey') return null;
  const claims = typeof actor === 'object' ? systemClaims(actor.system) : personClaims(demoPeople[actor]);
  return signToken({ jwtSecret, claims });
}
