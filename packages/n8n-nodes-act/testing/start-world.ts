import {
  connect,
  demoPeople,
  type ProviderSimulators,
  startEngine,
  startInterface,
  startStack,
  type TestStack,
} from '@act/local-stack/testing';
import type { Credentials } from './n8n-credentials.ts';

/** A project with the interface and the engine as they were built, each in a process of its own. */
export interface World extends AsyncDisposable {
  readonly stack: TestStack;
  readonly providers: ProviderSimulators;
  /** As somebody fills in the form of the credentials for a robot. */
  robot(name: keyof typeof demoPeople): Credentials;
  query<Row extends Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** Three pictures are enough here. */
const few = { minimumImages: 3, recommendedImages: 3 };
const settings = { training: { subjects: { style: few, product: few, person: few, character: few } } };

export async function startWorld({ speed = 400 } = {}): Promise<World> {
  await using cleanup = new AsyncDisposableStack();
  const stack = cleanup.use(await startStack({ listen: true }));
  const database = cleanup.use(await connect(stack.database.superuser));
  await database.query('update public.brands set settings = settings || $1', [settings]);
  const { providers } = cleanup.use(
    await startEngine(stack, {
      speed,
      replicate: { weightsBytes: 1 },
      settings: { ACT_WORKER_POLL_MS: '100', ACT_LOOPBACK_WEBHOOKS: 'on' },
    }),
  );
  const api = cleanup.use(await startInterface(stack, providers));
  const owned = cleanup.move();
  return {
    stack,
    providers,
    robot: (name) => ({
      apiUrl: `${api.url}/`,
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
