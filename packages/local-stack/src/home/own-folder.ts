import { lstat } from 'node:fs/promises';

/** Temporary folders are open to everybody: only one that this very user made, closed to others' writes, is trusted. */
export async function isOwnFolder(path: string): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  return (
    found?.isDirectory() === true && found.uid === (process.getuid?.() ?? 0) && (found.mode & 0o022) === 0
  );
}
