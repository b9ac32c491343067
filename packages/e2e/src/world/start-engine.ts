import { type ProviderSimulators, startProviderSimulators, type TestStack } from '@act/local-stack/testing';
import { type RunningProgram, startProgram, workerModule } from './start-program.ts';

/** The background engine and the simulated vendors it works with. */
export interface Engine extends AsyncDisposable {
  readonly providers: ProviderSimulators;
  readonly worker: RunningProgram;
}

/** How many times faster than in reality vendors work here: a training of ten minutes takes some seconds. */
const speed = 400;

export async function startEngine(stack: TestStack): Promise<Engine> {
  await using cleanup = new AsyncDisposableStack();
  const providers = cleanup.use(await startProviderSimulators({ speed }));
  const worker = cleanup.use(
    await startProgram(workerModule, {
      ACT_WORKER_PORT: '0',
      ACT_WORKER_DATABASE_URL: stack.workerDatabaseUrl,
      ACT_SYSTEM_SIGNING_KEY: stack.secrets.jwtSecret,
      SUPABASE_URL: stack.url,
      SUPABASE_PUBLISHABLE_KEY: stack.secrets.publishableKey,
      REPLICATE_API_TOKEN: providers.replicate.token,
      REPLICATE_WEBHOOK_SECRET: providers.replicate.webhookSecret,
      ACT_REPLICATE_URL: providers.replicate.url,
      RUNPOD_API_KEY: providers.runpod.apiKey,
      RUNPOD_TRAINING_ENDPOINT: providers.runpod.endpointId,
      RUNPOD_IMAGE_ENDPOINT: providers.runpod.endpointId,
      ACT_RUNPOD_URL: providers.runpod.url,
    }),
  );
  const owned = cleanup.move();
  return { providers, worker, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
