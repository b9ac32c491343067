import { constants } from 'node:fs';
import { copyFile, type FileHandle, link, mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { isDiskFull, systemCodeOf } from '../../errors/system-error.ts';
import { refusals } from '../errors/refusals.ts';
import { partSuffix, type WrittenBytes, writeBytes } from './write-bytes.ts';

/** The bytes of one version of one object. */
interface BytesAddress {
  bucketId: string;
  version: string;
}

/**
 * The bytes of all objects, one file per version and never named by key. So no key leads out of the folder, `a` and
 * `a/b` live side by side, and a replacement does not touch what somebody is still reading.
 */
export interface ObjectBytes {
  readonly folder: string;
  write(address: BytesAddress, source: Readable, maxSizeBytes: number): Promise<WrittenBytes>;
  /** Null when there is no such file. Whoever opens closes. */
  open(address: BytesAddress): Promise<FileHandle | null>;
  /** Makes the same bytes known under a second address, without copying them where the file system can. */
  copy(from: BytesAddress, to: BytesAddress): Promise<void>;
  /** Like `copy`, from a file elsewhere on this disk. Doing it again changes nothing. */
  adopt(path: string, to: BytesAddress): Promise<void>;
  /** Never fails: what stays behind no longer has a row, and the sweep takes it. */
  discard(address: BytesAddress): Promise<void>;
  removeBucket(bucketId: string): Promise<void>;
}

export interface ObjectBytesSettings {
  folder: string;
  openFile?: (path: string) => Writable;
}

const versionForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function createObjectBytes({ folder, openFile }: ObjectBytesSettings): ObjectBytes {
  // Versions are read from rows, and a row is not a reason to leave the folder.
  const pathOf = ({ bucketId, version }: BytesAddress): string => {
    if (!versionForm.test(version)) throw refusals.noSuchKey();
    return join(folder, toFolderName(bucketId), version);
  };
  const remove = async (address: BytesAddress) => rm(pathOf(address), { force: true });
  return {
    folder,
    async write(address, source, maxSizeBytes) {
      const path = pathOf(address);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      return writeBytes({ source, path, maxSizeBytes, ...(openFile && { openFile }) });
    },
    open: (address) => open(pathOf(address), 'r').catch(nullWhenMissing),
    copy: (from, to) => linkOrCopy(pathOf(from), pathOf(to)),
    adopt: (path, to) => linkOrCopy(path, pathOf(to)),
    discard: (address) => remove(address).catch(() => undefined),
    // A folder that is not empty holds an upload that came too late; the sweep at the next start clears it.
    removeBucket: (bucketId) => rmdir(join(folder, toFolderName(bucketId))).catch(() => undefined),
  };
}

/** The same for every ordinary name; dots, capitals and signs are written out for file systems that mind them. */
function toFolderName(bucketId: string): string {
  return bucketId.replace(/[^a-z0-9_-]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

export function fromFolderName(name: string): string {
  return name.replace(/%([0-9a-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  try {
    await link(from, to);
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === 'EEXIST') return;
    if (code === 'ENOENT') throw refusals.noSuchKey();
    // Not every file system knows links, nor any number of them.
    await copyWhole(from, to);
  }
}

async function copyWhole(from: string, to: string): Promise<void> {
  const part = `${to}${partSuffix}`;
  try {
    await copyFile(from, part, constants.COPYFILE_FICLONE);
    await rename(part, to);
  } catch (error) {
    await rm(part, { force: true });
    throw isDiskFull(error) ? refusals.diskFull(error) : error;
  }
}

function nullWhenMissing(error: unknown): null {
  if (systemCodeOf(error) === 'ENOENT') return null;
  throw error;
}
