import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';

/** A picture on this machine. */
export interface FolderPicture {
  readonly path: string;
  readonly name: string;
  /** Of its bytes, in hexadecimal digits. */
  readonly sha256: string;
  /** From a text of the same name beside it; null for none. */
  readonly caption: string | null;
}

interface PictureFolder {
  readonly pictures: readonly FolderPicture[];
  /** Pictures of kinds that are not taken, by name. */
  readonly ignored: readonly string[];
  /** Files that are neither pictures nor captions of one, by name. */
  readonly others: readonly string[];
}

const takenTypes = new Set(['.jpg', '.jpeg', '.png', '.webp']);
const otherTypes = new Set(['.heic', '.heif', '.avif', '.gif', '.tif', '.tiff', '.bmp', '.svg']);

/** The pictures that lie in a folder, in the order of their names; a file is a folder of one. */
export async function readPictureFolder(folder: string, signal: AbortSignal): Promise<PictureFolder> {
  const names = await listFiles(folder);
  const isOf = (types: ReadonlySet<string>) => (name: string) => types.has(extname(name).toLowerCase());
  const taken = names.filter(isOf(takenTypes));
  const untaken = names.filter(isOf(otherTypes));
  const ignored = untaken.map((name) => basename(name));
  const shown = new Set([...taken, ...untaken].flatMap((name) => [name, captionOf(name)]));
  const others = names.filter((name) => !shown.has(name)).map((name) => basename(name));
  const pictures: FolderPicture[] = [];
  for (const path of taken) {
    const caption = await readFile(captionOf(path), 'utf8').catch(() => '');
    pictures.push({
      path,
      name: basename(path),
      sha256: await hashFile(path, signal),
      caption: caption.trim() || null,
    });
  }
  if (pictures.length > 0) return { pictures, ignored, others };
  throw new CliError({
    code: 'no_pictures',
    message: `There are no pictures in ${folder}.`,
    hint: `Put .jpg, .png or .webp files there${ignored.length > 0 ? `; ${ignored.join(', ')} cannot be used` : ''}.`,
    exitCode: exitCodes.notReady,
  });
}

const captionOf = (path: string) => path.replace(/\.[^.]*$/, '.txt');

async function listFiles(folder: string): Promise<string[]> {
  try {
    if ((await stat(folder)).isFile()) return [folder];
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name);
    return names.sort(new Intl.Collator('en', { numeric: true }).compare).map((name) => join(folder, name));
  } catch {
    throw new CliError({
      code: 'folder_not_found',
      message: `There is no folder ${folder} that can be read.`,
      hint: 'Check the path, and who may read it.',
      exitCode: exitCodes.usage,
    });
  }
}

async function hashFile(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash, { signal });
  return hash.digest('hex');
}
