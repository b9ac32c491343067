import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { readProgramName, readWorkingFolder } from '../home/processes.ts';

/** What PostgreSQL writes about itself into `postmaster.pid`. */
export interface PostmasterPid {
  pid: number;
  /** Line 8 of the file reads `ready` once connections are accepted. */
  isReady: boolean;
}

export async function readPostmasterPid(dataFolder: string): Promise<PostmasterPid | null> {
  const text = await readFile(join(dataFolder, 'postmaster.pid'), 'utf8').catch(() => null);
  if (text === null) return null;
  const lines = text.split('\n').map((line) => line.trim());
  return { pid: Number(lines[0]), isReady: lines[7] === 'ready' };
}

/**
 * The living PostgreSQL that holds this folder, if there is one. A zombie, or another program that was given the
 * number since, would make PostgreSQL refuse its folder for ever; containers reap late, so both do happen.
 */
export async function findLivingPostmaster(dataFolder: string): Promise<number | null> {
  const written = await readPostmasterPid(dataFolder);
  if (!written) return null;
  const program = await readProgramName(written.pid);
  if (program !== 'postgres' && program !== 'postgres.exe') return null;
  const workingFolder = await readWorkingFolder(written.pid);
  const isElsewhere = workingFolder !== null && workingFolder !== (await realpath(dataFolder));
  return isElsewhere ? null : written.pid;
}
