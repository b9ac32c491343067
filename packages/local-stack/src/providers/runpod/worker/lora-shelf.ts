import type { LoraTraits } from '../../lora/lora-traits.ts';
import { NotALoraError } from '../../lora/not-a-lora-error.ts';
import { readLoraTraits } from '../../lora/read-lora.ts';
import { WorkerError } from './worker-error.ts';

/** How a LoRA is fetched. */
interface LoraDownload {
  fetch: typeof globalThis.fetch;
  signal: AbortSignal;
}

/** LoRAs by the address they were fetched from, as workers keep them on their disk. */
export interface LoraShelf {
  get(url: string, run: LoraDownload): Promise<LoraTraits>;
  has(url: string): boolean;
  /** How often each address was fetched. */
  fetches(): { url: string; count: number }[];
}

const keptLoras = 200;

export function createLoraShelf(): LoraShelf {
  const shelf = new Map<string, LoraTraits>();
  const fetches = new Map<string, number>();
  return {
    has: (url) => shelf.has(url),
    fetches: () => [...fetches].map(([url, count]) => ({ url, count })),
    async get(url, run) {
      const known = shelf.get(url);
      if (known) return known;
      fetches.set(url, (fetches.get(url) ?? 0) + 1);
      const traits = await download(url, run);
      shelf.set(url, traits);
      const [oldest] = shelf.keys();
      if (shelf.size > keptLoras && oldest !== undefined) shelf.delete(oldest);
      return traits;
    },
  };
}

async function download(url: string, { fetch, signal }: LoraDownload): Promise<LoraTraits> {
  try {
    const response = await fetch(url, { signal });
    if (response.ok && response.body) return await readLoraTraits(response.body);
    await response.body?.cancel();
    throw new WorkerError('DownloadError', `A LoRA could not be downloaded: HTTP status ${response.status}`);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof WorkerError) throw error;
    if (NotALoraError.isInstance(error)) throw new WorkerError('LoraRefusedError', error.message, error);
    throw new WorkerError('DownloadError', 'A LoRA could not be downloaded: the connection broke off', error);
  }
}
