import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DatabaseAddress } from '../database/database-address.ts';
import { explainingSystemErrors } from '../errors/explain-system-error.ts';
import { getFreePort } from '../home/ports.ts';
import { locatePostgres } from './binaries.ts';
import { createPrivateFolder, inspectDataFolder, postgresMajorVersion } from './data-folder.ts';
import { initCluster, superuserName } from './init-cluster.ts';
import { type RunningPostgres, runPostgres, stopOrphan } from './run-postgres.ts';
import { rotateLog } from './server-log.ts';
import { findPostgresUser } from './system-user.ts';

export interface StartClusterOptions {
  /** Holds `postgres/<version>` and `logs/`; made when missing. */
  home: string;
  superuserPassword: string;
  /** Left out, the system picks one. */
  port?: number;
  disposable?: boolean;
  /** Told before the one step that takes longer than a blink: making the cluster. */
  onInit?: () => void;
}

/** The embedded PostgreSQL of one home: made at its first start, opened at every later one. */
export async function startCluster(options: StartClusterOptions): Promise<RunningPostgres> {
  const { home, superuserPassword, disposable = false } = options;
  const dataFolder = dataFolderIn(home);
  const logFile = join(home, 'logs', 'postgres.log');
  const user = await findPostgresUser();
  const binaries = await locatePostgres({ readableByOthers: user !== null });

  await explainingSystemErrors(home, async () => {
    await mkdir(dirname(dataFolder), { recursive: true, mode: 0o700 });
    await mkdir(dirname(logFile), { recursive: true, mode: 0o700 });
    await rotateLog(logFile);
  });
  if ((await inspectDataFolder(dataFolder)) === 'missing') {
    options.onInit?.();
    await initCluster({ binaries, dataFolder, user, superuserPassword });
  }
  await createPrivateFolder(dataFolder, user);

  const port = options.port ?? (await getFreePort());
  return runPostgres({ binaries, dataFolder, logFile, user, port, disposable });
}

/** Stops the server that a killed process left running on a home, if there is one. */
export async function stopAbandonedCluster(home: string): Promise<void> {
  await stopOrphan(dataFolderIn(home));
}

/** Where the superuser of an embedded server signs in. */
export function superuserAddress(port: number, password: string): DatabaseAddress {
  return { host: '127.0.0.1', port, database: 'postgres', user: superuserName, password };
}

const dataFolderIn = (home: string) => join(home, 'postgres', postgresMajorVersion);
