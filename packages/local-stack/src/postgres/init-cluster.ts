import { type ChildProcess, spawn } from 'node:child_process';
import { chown, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explainingSystemErrors, measureFreeBytes } from '../errors/explain-system-error.ts';
import type { PostgresBinaries } from './binaries.ts';
import { createPrivateFolder, lendFolder } from './data-folder.ts';
import { explainPostgresFailure } from './explain-failure.ts';
import { postgresEnvironment } from './run-postgres.ts';
import type { SystemUser } from './system-user.ts';

/** The owner of the cluster, as on Supabase. */
export const superuserName = 'supabase_admin';

export interface InitClusterOptions {
  binaries: PostgresBinaries;
  dataFolder: string;
  user: SystemUser | null;
  superuserPassword: string;
}

// Without these the cluster follows the machine's locale, and LANG=C would even make it SQL_ASCII.
const localeFlags = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** Makes a cluster beside its place and moves it there, so that a kill half way leaves nothing half made. */
export async function initCluster({
  binaries,
  dataFolder,
  user,
  superuserPassword,
}: InitClusterOptions): Promise<void> {
  const beside = `${dataFolder}.new`;
  await explainingSystemErrors(beside, () => rm(beside, { recursive: true, force: true }));
  await createPrivateFolder(beside, user);

  await using folder = await lendFolder(beside, user);
  await using passwordFile = await writePasswordFile(superuserPassword, user);
  const flags = ['-U', superuserName, '-A', 'scram-sha-256', `--pwfile=${passwordFile.path}`, ...localeFlags];
  const initdb = spawn(binaries.initdb, ['-D', folder.argument, ...flags], {
    ...user,
    cwd: '/',
    // Ctrl-C is for the stack, which stops once this is done.
    detached: true,
    env: postgresEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe', folder.descriptor ?? 'ignore'],
  });
  const { output, exitCode } = await outcomeOf(initdb);
  if (exitCode !== 0) {
    const freeBytes = await measureFreeBytes(beside);
    await rm(beside, { recursive: true, force: true });
    throw explainPostgresFailure({ output, exitCode, dataFolder, freeBytes });
  }
  await explainingSystemErrors(dataFolder, () => rename(beside, dataFolder));
}

async function outcomeOf(program: ChildProcess): Promise<{ output: string; exitCode: number | null }> {
  let output = '';
  for (const stream of [program.stdout, program.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const exitCode = await new Promise<number | null>((resolve, reject) =>
    program.once('error', reject).once('close', resolve),
  );
  return { output, exitCode };
}

/** initdb takes a password only from a file; it stands in a closed temporary folder for the moment of the call. */
async function writePasswordFile(password: string, user: SystemUser | null) {
  const folder = await mkdtemp(join(tmpdir(), 'act-initdb-'));
  const path = join(folder, 'password');
  await writeFile(path, password, { mode: 0o600 });
  if (user) {
    await chown(path, user.uid, user.gid);
    await chown(folder, user.uid, user.gid);
  }
  return { path, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
