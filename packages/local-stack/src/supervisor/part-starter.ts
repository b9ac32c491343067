import type { StackSettings } from '../home/load-setting.ts';
import type { PortVariable } from '../home/ports.ts';
import type { StackPorts } from './last-ports.ts';
import type { Progress } from './progress.ts';
import { type Service, supervise } from './service.ts';
import { startOnPort } from './start-on-port.ts';

type Part = 'stack' | 'database' | 'providers' | 'api' | 'worker';

/** Where each part listens where nobody says otherwise, and which settings say so. */
const ports = {
  stack: { usual: 54_321, variable: 'ACT_STACK_PORT', setting: 'stackPort' },
  database: { usual: 54_322, variable: 'ACT_DB_PORT', setting: 'databasePort' },
  providers: { usual: 54_323, variable: 'ACT_PROVIDERS_PORT', setting: 'providersPort' },
  api: { usual: 54_324, variable: 'ACT_API_PORT', setting: 'apiPort' },
  worker: { usual: 54_325, variable: 'ACT_WORKER_PORT', setting: 'workerPort' },
} as const satisfies Record<Part, { usual: number; variable: PortVariable; setting: keyof StackSettings }>;

export interface KeepRunningOptions {
  progress: Progress;
  /** Parts are stopped in the opposite order. */
  cleanup: AsyncDisposableStack;
  onGivenUp: (error: unknown) => void;
}

export interface PartStarterOptions extends KeepRunningOptions {
  settings: StackSettings;
  /** Where a part listened last time: clients that wait for its return find it. */
  lastPorts: StackPorts | null;
}

/** Starts parts, each on a port that suits, and keeps each running. */
export type StartPart = <Told extends { service: Service }>(
  part: Part,
  describe: (port: number) => Told,
) => Promise<Told & { port: number }>;

export function createPartStarter(options: PartStarterOptions): StartPart {
  const { settings, progress, lastPorts } = options;
  return (part, describe) => {
    const { usual, variable, setting } = ports[part];
    const preferred = [lastPorts?.[part] ?? usual, usual];
    const wish = { variable, wanted: settings[setting], preferred, say: progress.say };
    return startOnPort(wish, async (port) => {
      const told = describe(port);
      await keepRunning(told.service, options);
      return { ...told, port };
    });
  };
}

/** Starts a part that knows its port already, and keeps it running until everything is cleaned up. */
export async function keepRunning(
  service: Service,
  { progress, cleanup, onGivenUp }: KeepRunningOptions,
): Promise<void> {
  const running = await supervise(service, { say: progress.say, onGivenUp });
  cleanup.defer(() => running.stop());
}
