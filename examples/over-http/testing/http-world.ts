import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { createApi } from '@act/api';
import { createEdgeFunction, type EdgeFunctionName, edgeFunctionNames } from '@act/api/edge';
import { connect, type demoPeople, startProviderSimulators, startStack } from '@act/local-stack/testing';
import { startProgram } from '@act/worker';
import { getRequestListener } from '@hono/node-server';
import type { Studio } from '../studio.ts';

type Person = keyof typeof demoPeople;

/** A project with providers that are simulated and a worker, and its interface, which comes and goes. */
export async function startHttpWorld() {
  await using cleanup = new AsyncDisposableStack();
  const stack = cleanup.use(await startStack({ listen: true }));
  const providers = cleanup.use(
    await startProviderSimulators({ speed: 400, replicate: { weightsBytes: 1 } }),
  );
  const database = cleanup.use(await connect(stack.database.superuser));
  await database.query('update public.brands set settings = settings || $1', [usualSettings]);
  cleanup.use(
    await startProgram({
      SUPABASE_URL: stack.url,
      SUPABASE_PUBLISHABLE_KEY: stack.secrets.publishableKey,
      ACT_SYSTEM_SIGNING_KEY: stack.secrets.jwtSecret,
      ACT_WORKER_DATABASE_URL: stack.workerDatabaseUrl,
      ACT_WORKER_PORT: '0',
      ACT_WORKER_POLL_MS: '100',
      ACT_WORKER_LOG_LEVEL: 'error',
      REPLICATE_API_TOKEN: providers.replicate.token,
      REPLICATE_USERNAME: providers.replicate.username,
      ACT_REPLICATE_URL: providers.replicate.url,
    }),
  );
  const supabase = { url: stack.url, publishableKey: stack.secrets.publishableKey };
  const owned = cleanup.move();
  return {
    providers,
    /** The interface and the functions, on a socket of this machine until they are disposed of. */
    open: async () => {
      const served = await serve(createAnswer(supabase));
      const studio = async (person: Person, brandId: string, path = '/api'): Promise<Studio> => ({
        url: `${served.url}${path}`,
        token: String(await stack.tokenFor(person)),
        brandId,
      });
      return { studio, [Symbol.asyncDispose]: () => served[Symbol.asyncDispose]() };
    },
    /** Looks past the interface, which nobody has open. */
    untilTrainingsEnd: async (count: number) => {
      const endsAt = Date.now() + 60_000;
      for (;;) {
        const { rows } = await database.query<{ status: string }>(
          'select status from public.lora_training_jobs',
        );
        const ended = rows.filter(({ status }) => ['completed', 'failed', 'cancelled'].includes(status));
        if (ended.length >= count) return ended.map(({ status }) => status).sort();
        if (Date.now() > endsAt) throw new Error(`They have not ended: ${JSON.stringify(rows)}.`);
        await pause(50);
      }
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Few pictures are enough here. */
const few = { minimumImages: 3, recommendedImages: 4 };
const usualSettings = {
  training: { subjects: { style: few, product: few, person: few, character: few } },
};

/** What breaks is seen in the test's output. */
const logger = { debug: () => 0, info: () => 0, warn: console.warn, error: console.error };

type Answer = (request: Request) => Promise<Response>;

function createAnswer(supabase: { url: string; publishableKey: string }): Answer {
  const api = createApi({ supabase, logger, basePath: '/api' });
  const functions = new Map<string, ReturnType<typeof createEdgeFunction>>(
    edgeFunctionNames.map((name: EdgeFunctionName) => [name, createEdgeFunction(name, { supabase, logger })]),
  );
  return async (request) => {
    const [, name = ''] = /^\/functions\/v1\/([\w-]+)/.exec(new URL(request.url).pathname) ?? [];
    return (functions.get(name) ?? api).fetch(request);
  };
}

function serve(answer: Answer): Promise<AsyncDisposable & { url: string }> {
  return new Promise((resolve) => {
    const server = createServer(getRequestListener(answer));
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
        [Symbol.asyncDispose]: async () => {
          server.closeAllConnections();
          await new Promise((closed) => server.close(closed));
        },
      });
    });
  });
}
