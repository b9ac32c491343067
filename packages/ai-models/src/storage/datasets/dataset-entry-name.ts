import { refuseArchive } from './dataset-limits.ts';

/** What an entry of a dataset's archive is, by its name. */
export type EntryKind = 'picture' | 'caption' | 'folder' | 'junk' | 'other';

const pictures = new Set([
  'jpg',
  'jpeg',
  'png',
  'webp',
  'heic',
  'heif',
  'avif',
  'gif',
  'bmp',
  'tif',
  'tiff',
  'svg',
]);
const archives = new Set([
  'zip',
  'rar',
  '7z',
  'tar',
  'gz',
  'tgz',
  'bz2',
  'xz',
  'zst',
  'lz',
  'cab',
  'iso',
  'jar',
  'cbz',
]);

/**
 * Sorts an entry by its name, after making sure that it leads nowhere.
 * @throws AiModelsError `archive_refused` for a name that leads out of the archive, and for archives in the archive
 */
export function classifyEntry(name: string, where: string): EntryKind {
  const problem = findProblem(name);
  if (problem) throw refuseArchive(problem, where);
  if (name.endsWith('/')) return 'folder';
  if (isJunk(name)) return 'junk';
  const extension = /\.([^./]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  if (archives.has(extension)) throw refuseArchive('is an archive in the archive', where);
  if (extension === 'txt') return 'caption';
  return pictures.has(extension) ? 'picture' : 'other';
}

function findProblem(name: string): string | null {
  if (name === '') return 'has no name';
  if (name.length > 1000) return 'has a name that is too long';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(name)) return 'has control characters in its name';
  if (name.includes('\\')) return 'has a backslash in its name';
  if (/^\/|^[a-z]:/i.test(name)) return 'names a place on the disk';
  const parts = name.replace(/\/$/, '').split('/');
  return parts.some((part) => ['', '.', '..'].includes(part)) ? 'leads out of the archive' : null;
}

/** What macOS and Windows put beside everything. */
const isJunk = (name: string): boolean =>
  /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name);

/** Without folders. */
export const toBaseName = (name: string): string => name.split('/').at(-1) ?? name;

/** What a picture and its caption have in common: folder and name, without the extension. */
export const toStem = (name: string): string => name.replace(/\.[^./]+$/, '').toLowerCase();
