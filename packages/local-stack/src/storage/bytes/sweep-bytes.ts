import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { operations } from '../operations.ts';
import type { StorageParts } from '../storage-parts.ts';
import { fromFolderName } from './object-bytes.ts';
import { partSuffix } from './write-bytes.ts';

export interface SweepOptions {
  /** Younger files may belong to an upload that is under way, here or in another process. */
  minAgeMs?: number;
}

const defaultMinAgeMs = 15 * 60 * 1000;
const filesPerQuery = 500;

/**
 * Removes bytes without a row: what a killed upload had written, and what a kill between a row's end and its file's
 * left behind.
 * @returns how many files went
 */
export async function sweepBytes(
  { bytes, database }: Pick<StorageParts, 'bytes' | 'database'>,
  { minAgeMs = defaultMinAgeMs }: SweepOptions = {},
): Promise<number> {
  let removed = 0;
  for (const bucketFolder of await listFolder(bytes.folder)) {
    const folder = join(bytes.folder, bucketFolder);
    const old = await filterOld(folder, await listFolder(folder), Date.now() - minAgeMs);
    const versions = old.filter((name) => !name.endsWith(partSuffix));
    const known = await findVersions(database, fromFolderName(bucketFolder), versions);
    const orphans = old.filter((name) => !known.has(name));
    await Promise.all(orphans.map((name) => rm(join(folder, name), { force: true })));
    removed += orphans.length;
  }
  return removed;
}

const listFolder = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

async function filterOld(folder: string, names: string[], before: number): Promise<string[]> {
  const old: string[] = [];
  for (const name of names) {
    const file = await stat(join(folder, name)).catch(() => null);
    // Being linked changes only `ctime`: bytes that were written long ago may have got their place just now.
    if (file?.isFile() && Math.max(file.mtimeMs, file.ctimeMs) < before) old.push(name);
  }
  return old;
}

async function findVersions(
  database: StorageParts['database'],
  bucketId: string,
  versions: string[],
): Promise<Set<string>> {
  const known = new Set<string>();
  for (let start = 0; start < versions.length; start += filesPerQuery) {
    const rows = await database.transaction(operations.sweep, (transaction) =>
      transaction.query<{ version: string }>(
        'select version from storage.objects where bucket_id = $1 and version = any($2)',
        [bucketId, versions.slice(start, start + filesPerQuery)],
      ),
    );
    for (const { version } of rows) known.add(version);
  }
  return known;
}
