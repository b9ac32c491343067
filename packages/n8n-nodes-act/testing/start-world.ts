import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  connect,
  demoPeople,
  type ProviderSimulators,
  startProviderSimulators,
  startStack,
  type TestStack,
} from '@act/local-stack/testing';
import { guardedEnvironment } from './load-setting.ts';
import type { Credentials } from './n8n-credentials.ts';

/** A project with the interface and the engine as they were built, each in a process of its own. */
export interface World extends AsyncDisposable {
  readonly stack: TestStack;
  readonly providers: ProviderSimulators;
  /** As somebody fills in the form of the credentials for a robot. */
  robot(name: keyof typeof demoPeople): Credentials;
  query<Row extends Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

const commandOf = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

/** Three pictures are enough here. */
const few = { minimumImages: 3, recommendedImages: 3 };
const settings = { training: { subjects: { style: few, product: few, person: few, character: few } } };

export async function startWorld({ speed = 1_000 } = {}): Promise<World> {
  await using cleanup = new AsyncDisposableStack();
  const stack = cleanup.use(await startStack({ listen: true }));
  const providers = cleanup.use(await startProviderSimulators({ speed, replicate: { weightsBytes: 1 } }));
  const database = cleanup.use(await connect(stack.database.superuser));
  await database.query('update public.brands set settings = settings || $1', [settings]);
  const supabase = { SUPABASE_URL: stack.url, SUPABASE_PUBLISHABLE_KEY: stack.secrets.publishableKey };
  const [api] = await Promise.all([
    startCommand(commandOf('api/dist/commands/act-api.js'), /Listening at (\S+)/, {
      ...supabase,
      ACT_API_PORT: '0',
    }).then((started) => cleanup.use(started)),
    startCommand(commandOf('worker/dist/commands/act-worker.js'), /(worker|pid|started|\{)/, {
      ...supabase,
      ACT_SYSTEM_SIGNING_KEY: stack.secrets.jwtSecret,
      ACT_WORKER_DATABASE_URL: stack.workerDatabaseUrl,
      ACT_WORKER_PORT: '0',
      ACT_WORKER_POLL_MS: '100',
      ACT_LOOPBACK_WEBHOOKS: 'on',
      REPLICATE_API_TOKEN: providers.replicate.token,
      REPLICATE_USERNAME: providers.replicate.username,
      ACT_REPLICATE_URL: providers.replicate.url,
    }).then((started) => cleanup.use(started)),
  ]);
  const owned = cleanup.move();
  return {
    stack,
    providers,
    robot: (name) => ({
      apiUrl: `${api.said}/`,
      supabaseUrl: stack.url,
      publishableKey: stack.secrets.publishableKey,
      email: demoPeople[name].email,
      password: stack.secrets.demoPassword,
      accessToken: '',
    }),
    query: async <Row extends Record<string, unknown>>(sql: string, values: readonly unknown[] = []) =>
      (await database.query<Row>(sql, [...values])).rows,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** A program until it is disposed of, once it has said that it runs. */
async function startCommand(
  command: string,
  ready: RegExp,
  environment: Record<string, string>,
): Promise<AsyncDisposable & { readonly said: string }> {
  const child = spawn(process.execPath, [command], {
    env: guardedEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const exited = once(child, 'exit');
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  while (!ready.test(printed)) {
    await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), exited]);
    if (child.exitCode !== null) throw new Error(`${command} has ended:\n${printed}`);
  }
  return {
    said: ready.exec(printed)?.[1] ?? '',
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null) child.kill('SIGTERM');
      await exited;
    },
  };
}
