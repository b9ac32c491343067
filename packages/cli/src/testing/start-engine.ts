import { type ProviderSimulators, startProviderSimulators, type TestStack } from '@act/local-stack/testing';
import { startProgram } from './start-program.ts';

/** The background engine, the simulated vendors it works with, and the interface where they ring. */
export interface Engine extends AsyncDisposable {
  readonly providers: ProviderSimulators;
  /** Where the engine says how it is. */
  readonly url: string;
  readonly apiUrl: string;
}

/** @param speed how many times faster than in reality vendors work */
export async function startEngine(stack: TestStack, speed: number): Promise<Engine> {
  await using cleanup = new AsyncDisposableStack();
  const providers = cleanup.use(await startProviderSimulators({ speed }));
  const project = { SUPABASE_URL: stack.url, SUPABASE_PUBLISHABLE_KEY: stack.secrets.publishableKey };
  const engine = cleanup.use(
    await startProgram('engine', {
      ...project,
      ACT_WORKER_PORT: '0',
      ACT_WORKER_DATABASE_URL: stack.workerDatabaseUrl,
      ACT_WORKER_POLL_MS: '500',
      ACT_SYSTEM_SIGNING_KEY: stack.secrets.jwtSecret,
      ACT_LOOPBACK_WEBHOOKS: 'on',
      REPLICATE_API_TOKEN: providers.replicate.token,
      REPLICATE_WEBHOOK_SECRET: providers.replicate.webhookSecret,
      ACT_REPLICATE_URL: providers.replicate.url,
      RUNPOD_API_KEY: providers.runpod.apiKey,
      RUNPOD_TRAINING_ENDPOINT: providers.runpod.endpointId,
      RUNPOD_IMAGE_ENDPOINT: providers.runpod.endpointId,
      ACT_RUNPOD_URL: providers.runpod.url,
    }),
  );
  const api = cleanup.use(
    await startProgram('interface', {
      ...project,
      ACT_API_PORT: '0',
      REPLICATE_WEBHOOK_SECRET: providers.replicate.webhookSecret,
    }),
  );
  const owned = cleanup.move();
  return {
    providers,
    url: engine.url,
    apiUrl: api.url,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
