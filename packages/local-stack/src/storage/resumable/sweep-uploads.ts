import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface SweepUploadsOptions {
  folder: string;
  /** How long an upload lives from its beginning. */
  expiresAfterMs: number;
}

/**
 * Removes uploads that nobody may continue any more, with all that belongs to them.
 * @returns how many uploads went
 */
export async function sweepUploads({ folder, expiresAfterMs }: SweepUploadsOptions): Promise<number> {
  const files = new Map<string, { names: string[]; touchedAt: number }>();
  for (const name of await readdir(folder).catch((): string[] => [])) {
    const [id = name] = name.split('.');
    const { mtimeMs } = (await stat(join(folder, name)).catch(() => null)) ?? { mtimeMs: 0 };
    const upload = files.get(id) ?? { names: [], touchedAt: 0 };
    files.set(id, { names: [...upload.names, name], touchedAt: Math.max(upload.touchedAt, mtimeMs) });
  }
  // Refused from its age on; gone a full life after its last byte, so that none goes from under a running request.
  const expired = [...files.values()].filter(({ touchedAt }) => touchedAt < Date.now() - expiresAfterMs);
  await Promise.all(
    expired.flatMap(({ names }) => names.map((name) => rm(join(folder, name), { force: true }))),
  );
  return expired.length;
}
