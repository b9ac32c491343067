import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { explainSystemError } from '../errors/explain-system-error.ts';

/** Writes a file that only its owner can read, whole or not at all, whatever is killed meanwhile. */
export async function writePrivateJson(path: string, value: unknown): Promise<void> {
  const beside = `${path}.${randomUUID()}`;
  try {
    await using file = await open(beside, 'wx', 0o600);
    await file.writeFile(`${JSON.stringify(value, null, 2)}\n`);
    await file.sync();
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw explainSystemError(error, path);
  }
}
