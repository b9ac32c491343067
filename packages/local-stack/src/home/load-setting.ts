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
  /** `ACT_SIM_SPEED`: how many times faster than in reality simulated work goes. Default 40. */
  simulationSpeed: number;
  /** `ACT_DEMO_CONTENT=off`: no sample pictures and models in the demo brands of a new home. */
  demoContent: boolean;
  /** `ACT_DATABASE_URL`: a server of one's own, as its superuser, instead of the embedded one. */
  database: DatabaseAddress | null;
}

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

/** The one place of this package where a person's settings are read from the environment. */
export function loadStackSettings(environment: NodeJS.ProcessEnv = process.env): StackSettings {
  const { ACT_HOME, ACT_STACK_PORT, ACT_DB_PORT, ACT_PROVIDERS_PORT, ACT_SIM_SPEED } = environment;
  const { ACT_DEMO_CONTENT, ACT_DATABASE_URL } = environment;
  refuseSharedPort({ ACT_STACK_PORT, ACT_DB_PORT, ACT_PROVIDERS_PORT });
  return {
    home: ACT_HOME ? resolve(repository, ACT_HOME) : join(repository, '.act'),
    stackPort: parsePort('ACT_STACK_PORT', ACT_STACK_PORT),
    databasePort: parsePort('ACT_DB_PORT', ACT_DB_PORT),
    providersPort: parsePort('ACT_PROVIDERS_PORT', ACT_PROVIDERS_PORT),
    simulationSpeed: parseSpeed(ACT_SIM_SPEED),
    demoContent: parseSwitch('ACT_DEMO_CONTENT', ACT_DEMO_CONTENT),
    database: ACT_DATABASE_URL ? parseDatabaseAddress(ACT_DATABASE_URL) : null,
  };
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
