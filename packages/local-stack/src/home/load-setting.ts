import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DatabaseAddress, parseDatabaseAddress } from '../database/database-address.ts';
import { StackError } from '../errors/stack-error.ts';
import { usualSpeed } from '../providers/time/usual-speed.ts';
import type { PortVariable } from './ports.ts';

/** What a person may choose about their stack; everything has a default. */
export interface StackSettings {
  /** `ACT_HOME`: where all data lies, from the repository. Default `.act`. */
  home: string;
  /** `ACT_STACK_PORT`: where the Supabase API listens. Left out, where it did last time, or 54321, or a free one. */
  stackPort: number | null;
  /** `ACT_DB_PORT`: where the embedded PostgreSQL listens. Left out, as last time, or 54322, or a free one. */
  databasePort: number | null;
  /** `ACT_PROVIDERS_PORT`: where the simulated vendors listen. Left out, as last time, or 54323, or a free one. */
  providersPort: number | null;
  /** `ACT_API_PORT`: where the HTTP interface listens. Left out, as last time, or 54324, or a free one. */
  apiPort: number | null;
  /** `ACT_WORKER_PORT`: where the engine tells how it is. Left out, as last time, or 54325, or a free one. */
  workerPort: number | null;
  /**
   * `ACT_STOREFRONT_PORT`: where the storefront listens, and the next ones on the ports after it. Left out, as last time,
   * or from 54330 on, or free ones.
   */
  storefrontPort: number | null;
  /** `ACT_SIM_SPEED`: how many times faster than in reality simulated work goes. Default 40. */
  simulationSpeed: number;
  /** `ACT_DEMO_CONTENT=off`: no sample pictures and models in the demo brands of a new home. */
  demoContent: boolean;
  /** `ACT_PROVIDERS=live` and what the vendors ask for: passed on to the engine, which then spends money. */
  liveProviders: Readonly<Record<string, string>> | null;
  /** `ACT_DATABASE_URL`: a server of one's own, as its superuser, instead of the embedded one. */
  database: DatabaseAddress | null;
}

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** The one place of this package where a person's settings are read from the environment. */
export function loadStackSettings(environment: NodeJS.ProcessEnv = process.env): StackSettings {
  const { ACT_STACK_PORT, ACT_DB_PORT, ACT_PROVIDERS_PORT, ACT_API_PORT, ACT_WORKER_PORT } = environment;
  const { ACT_HOME, ACT_SIM_SPEED, ACT_DEMO_CONTENT, ACT_DATABASE_URL, ACT_STOREFRONT_PORT } = environment;
  refuseSharedPort({
    ACT_STACK_PORT,
    ACT_DB_PORT,
    ACT_PROVIDERS_PORT,
    ACT_API_PORT,
    ACT_WORKER_PORT,
    ACT_STOREFRONT_PORT,
  });
  return {
    home: ACT_HOME ? resolve(repository, ACT_HOME) : join(repository, '.act'),
    stackPort: parsePort('ACT_STACK_PORT', ACT_STACK_PORT),
    databasePort: parsePort('ACT_DB_PORT', ACT_DB_PORT),
    providersPort: parsePort('ACT_PROVIDERS_PORT', ACT_PROVIDERS_PORT),
    apiPort: parsePort('ACT_API_PORT', ACT_API_PORT),
    workerPort: parsePort('ACT_WORKER_PORT', ACT_WORKER_PORT),
    storefrontPort: parsePort('ACT_STOREFRONT_PORT', ACT_STOREFRONT_PORT),
    simulationSpeed: parseSpeed(ACT_SIM_SPEED),
    demoContent: parseSwitch('ACT_DEMO_CONTENT', ACT_DEMO_CONTENT),
    liveProviders: readLiveProviders(environment),
    database: ACT_DATABASE_URL ? parseDatabaseAddress(ACT_DATABASE_URL) : null,
  };
}

const vendorSettings = [
  'ACT_PROVIDERS',
  'REPLICATE_API_TOKEN',
  'REPLICATE_USERNAME',
  'REPLICATE_WEBHOOK_SECRET',
  'RUNPOD_API_KEY',
  'RUNPOD_TRAINING_ENDPOINT',
  'RUNPOD_IMAGE_ENDPOINT',
  'ACT_REPLICATE_REACH',
];

/** A token alone never spends. */
function readLiveProviders(environment: NodeJS.ProcessEnv): Record<string, string> | null {
  if (environment.ACT_PROVIDERS !== 'live') return null;
  if (!environment.REPLICATE_API_TOKEN && !environment.RUNPOD_API_KEY) {
    throw new StackError({
      code: 'setting_invalid',
      message: 'ACT_PROVIDERS is live, and there is no token to spend with.',
      remedy:
        'Set REPLICATE_API_TOKEN or RUNPOD_API_KEY, or leave ACT_PROVIDERS out: vendors are simulated then.',
    });
  }
  return Object.fromEntries(
    vendorSettings.flatMap((name) => {
      const value = environment[name];
      return value ? [[name, value]] : [];
    }),
  );
}

function refuseSharedPort(wishes: Record<PortVariable, string | undefined>): void {
  const named = Object.entries(wishes).filter(([, port]) => port);
  for (const [variable, port] of named) {
    const other = named.find(([name, same]) => name !== variable && same === port);
    if (!other) continue;
    throw new StackError({
      code: 'setting_invalid',
      message: `${variable} and ${other[0]} are both ${port}.`,
      remedy: 'Give each a port of its own, or leave one out.',
    });
  }
}

const fastestSpeed = 10_000;

function parseSpeed(text: string | undefined): number {
  if (!text) return usualSpeed;
  const speed = Number(text);
  if (speed > 0 && speed <= fastestSpeed) return speed;
  throw new StackError({
    code: 'setting_invalid',
    message: `ACT_SIM_SPEED is ${JSON.stringify(text)}, which is not a speed.`,
    remedy: `Use a number above 0 and up to ${fastestSpeed}: 1 is as slow as reality, 40 the default.`,
  });
}

function parseSwitch(variable: string, text: string | undefined): boolean {
  if (!text || text === 'on') return true;
  if (text === 'off') return false;
  throw new StackError({
    code: 'setting_invalid',
    message: `${variable} is ${JSON.stringify(text)}.`,
    remedy: 'Use on or off.',
  });
}

function parsePort(variable: PortVariable, text: string | undefined): number | null {
  if (!text) return null;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new StackError({
    code: 'setting_invalid',
    message: `${variable} is ${JSON.stringify(text)}, which is not a port.`,
    remedy: 'Use a whole number from 1 to 65535, or leave it out and a free port is chosen.',
  });
}
