import { type ChildProcess, spawn } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { explainingSystemErrors, measureFreeBytes } from '../errors/explain-system-error.ts';
import { isProcessAlive } from '../home/processes.ts';
import type { PostgresBinaries } from './binaries.ts';
import { lendFolder } from './data-folder.ts';
import { explainPostgresFailure } from './explain-failure.ts';
import { findLivingPostmaster, readPostmasterPid } from './postmaster-pid.ts';
import { readLogTail } from './server-log.ts';
import type { SystemUser } from './system-user.ts';

export interface RunPostgresOptions {
  binaries: PostgresBinaries;
  dataFolder: string;
  logFile: string;
  user: SystemUser | null;
  port: number;
  /** Gives up durability for speed; for databases that live as long as a test run. */
  disposable?: boolean;
}

export interface RunningPostgres {
  pid: number;
  port: number;
  /** Settles when the server is gone, for whatever reason, with the end of its log. */
  exited: Promise<{ exitCode: number | null; output: string }>;
  /** Ends every session and shuts down cleanly; quick, and nothing is lost. */
  stop(): Promise<void>;
}

const pollIntervalMs = 10;
const stopTimeoutMs = 20_000;
const sharedMemoryTimeoutMs = 5_000;

/** PostgreSQL reads a dozen variables that a person may have set for their own server: it gets none of them. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, SystemRoot, TEMP, LC_ALL: 'C', TZ: 'UTC' };
}

/**
 * Starts the server on its folder. A postmaster that an earlier, killed stack left behind is stopped first: whoever
 * calls this must hold the home's owner lock, since the server alone cannot tell an orphan from a living neighbour.
 */
export async function runPostgres(options: RunPostgresOptions): Promise<RunningPostgres> {
  await stopOrphan(options.dataFolder);
  const deadline = Date.now() + sharedMemoryTimeoutMs;
  for (;;) {
    const attempt = await attemptStart(options);
    if (attempt.running) return attempt.running;
    // After a kill -9 the old backends need a moment to notice that their postmaster is gone.
    const isWaitingForBackends = /pre-existing shared memory block/.test(attempt.output);
    if (!isWaitingForBackends || Date.now() > deadline) {
      throw explainPostgresFailure({
        ...options,
        ...attempt,
        freeBytes: await measureFreeBytes(options.dataFolder),
      });
    }
    await sleep(100);
  }
}

/** Ends the server that was left behind on a folder, and the note that it wrote about itself. */
export async function stopOrphan(dataFolder: string): Promise<void> {
  if (!(await readPostmasterPid(dataFolder))) return;
  const orphan = await findLivingPostmaster(dataFolder);
  if (orphan !== null) await stopProcess(orphan);
  await explainingSystemErrors(dataFolder, () => rm(join(dataFolder, 'postmaster.pid'), { force: true }));
}

type Attempt = { running: RunningPostgres } | { running: null; exitCode: number | null; output: string };

async function attemptStart(options: RunPostgresOptions): Promise<Attempt> {
  const { binaries, dataFolder, logFile, user, port } = options;
  await using folder = await lendFolder(dataFolder, user);
  await using log = await explainingSystemErrors(logFile, () => open(logFile, 'a', 0o600));
  const logStart = (await log.stat()).size;

  const child = spawn(binaries.postgres, ['-D', folder.argument, ...serverSettings(options)], {
    ...user,
    cwd: '/',
    // In its own process group: Ctrl-C reaches the stack alone, which drains its work before it stops the database.
    detached: true,
    env: postgresEnvironment(),
    stdio: ['ignore', log.fd, log.fd, folder.descriptor ?? 'ignore'],
  });
  const exited = exitOf(child).then(async (exitCode) => ({
    exitCode,
    output: await readLogTail(logFile, logStart),
  }));
  const gone = exited.then((exit) => ({ running: null, ...exit }) as const);
  const ready = becomesReady(child, dataFolder).then((pid) => ({
    running: { pid, port, exited, stop: () => stopChild(child, exited) },
  }));
  const attempt = await Promise.race([gone, ready]);
  // The server must not keep a finished program from ending.
  child.unref();
  return attempt;
}

function serverSettings({ port, disposable = false }: RunPostgresOptions): string[] {
  const settings: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    // Sockets lie in folders that other users may enter, and their paths may grow too long.
    unix_socket_directories: '',
    // Where connections run out, the REST layer hangs instead of failing.
    max_connections: 300,
    timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    ...(disposable && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_wal_size: '512MB',
    }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
}

/** Waits for the file that the server keeps; whether it died instead is for the caller to race against. */
async function becomesReady(child: ChildProcess, dataFolder: string): Promise<number> {
  for (;;) {
    const written = await readPostmasterPid(dataFolder);
    if (written?.isReady && written.pid === child.pid) return written.pid;
    if (child.exitCode !== null || child.signalCode !== null) return new Promise(() => undefined);
    await sleep(pollIntervalMs);
  }
}

async function stopChild(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  child.ref();
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined)
    await stopProcess(child.pid);
  await exited;
}

/** SIGINT is PostgreSQL's fast and clean shutdown; SIGQUIT, its last resort, recovers at the next start. */
async function stopProcess(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(pid, signal);
    const deadline = Date.now() + stopTimeoutMs;
    while (Date.now() < deadline) {
      if (!(await isProcessAlive(pid))) return;
      await sleep(pollIntervalMs);
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop.`);
}
