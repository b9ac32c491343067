import type { ReplicateApi } from './replicate-api.ts';
import { readArchiveName, readRunKey } from './replicate-inputs.ts';

/** Tells a training's run key by the archive that it was given. Asks once for each file; for one search. */
export function createRunKeyReader({ files }: ReplicateApi, signal: AbortSignal | undefined) {
  const keys = new Map<string, string | null>();

  async function readFile(id: string): Promise<string | null> {
    const known = keys.get(id);
    if (known !== undefined) return known;
    const file = await files.find(id, signal);
    const key = file?.metadata?.run_key ?? readArchiveName(file?.name);
    keys.set(id, key);
    return key;
  }

  return async (archiveUrl: string | null | undefined): Promise<string | null> => {
    const id = archiveUrl ? files.idOf(archiveUrl) : null;
    return id === null ? readRunKey(archiveUrl) : readFile(id);
  };
}
