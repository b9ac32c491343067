import {
  type ProviderSimulators,
  type StartProviderSimulatorsOptions,
  startProviderSimulators,
} from '../providers/start-provider-simulators.ts';
import { providerSettings } from '../supervisor/provider-settings.ts';
import { type RunningProgram, startProgram } from './start-program.ts';
import type { TestStack } from './start-stack.ts';

/** The background engine and the simulated vendors it works with. */
export interface Engine extends AsyncDisposable {
  readonly providers: ProviderSimulators;
  /** Where the engine says how it is. */
  readonly url: string;
}

export interface StartEngineOptions extends Pick<StartProviderSimulatorsOptions, 'speed' | 'replicate'> {
  /** Of the engine, by their names in an environment. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** As they were built: this package imports neither. */
const programs = {
  engine: new URL('../../../worker/dist/index.js', import.meta.url).href,
  interface: new URL('../../../api/dist/start-program.js', import.meta.url).href,
};

const projectOf = ({ url, secrets }: TestStack) => ({
  SUPABASE_URL: url,
  SUPABASE_PUBLISHABLE_KEY: secrets.publishableKey,
});

/** Starts it in a process of its own, in front of a stack that listens. */
export async function startEngine(stack: TestStack, options: StartEngineOptions): Promise<Engine> {
  const { settings, ...vendors } = options;
  await using cleanup = new AsyncDisposableStack();
  const providers = cleanup.use(await startProviderSimulators(vendors));
  const { url } = cleanup.use(
    await startProgram(programs.engine, {
      ...projectOf(stack),
      ACT_WORKER_PORT: '0',
      ACT_WORKER_DATABASE_URL: stack.workerDatabaseUrl,
      ACT_SYSTEM_SIGNING_KEY: stack.secrets.jwtSecret,
      ...providerSettings(providers),
      ...settings,
    }),
  );
  const owned = cleanup.move();
  return { providers, url, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** The HTTP interface beside it, where these vendors ring. */
export const startInterface = (
  stack: TestStack,
  { replicate }: Pick<ProviderSimulators, 'replicate'>,
): Promise<RunningProgram> =>
  startProgram(programs.interface, {
    ...projectOf(stack),
    ACT_API_PORT: '0',
    REPLICATE_WEBHOOK_SECRET: replicate.webhookSecret,
  });
