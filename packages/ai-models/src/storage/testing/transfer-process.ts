import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { StorageKey } from '../storage-paths.ts';
import { saveWeights } from '../weights-store.ts';

/** One transfer, from where it is served. */
export interface Transfer {
  sourceUrl: string;
  /** The file, for `fetch`. */
  path: string;
  /** Storage and who asks, for `save`. */
  storageUrl: string;
  headers: Record<string, string>;
  key: StorageKey;
  loraRank: number;
}

export interface TransferOrder {
  /** `save`: our way into storage. `fetch`: into a file, hashed on the way, as anybody would write it. */
  way: 'save' | 'fetch';
  /** Done first, so that what is measured is the transfer and not the loading of code. */
  warmUp: Transfer;
  measured: Transfer;
}

export interface TransferResult {
  seconds: number;
  /** Of the processor, on all threads. */
  cpuSeconds: number;
  /** How much more memory the process held than before, at most. */
  extraPeakBytes: number;
  sha256: string;
}

const ways = {
  save: async ({ sourceUrl, storageUrl, headers, key, loraRank }: Transfer): Promise<string> => {
    const files = { url: storageUrl, headers: async () => headers, fetch: globalThis.fetch };
    const { sha256 } = await saveWeights(files, {
      bucket: 'models',
      key,
      source: () => fetch(sourceUrl),
      expect: { modelType: 'flux', loraRank },
      maximumBytes: 2 ** 31,
    });
    return sha256;
  },

  fetch: async ({ sourceUrl, path }: Transfer): Promise<string> => {
    const hash = createHash('sha256');
    const { body } = await fetch(sourceUrl);
    if (!body) throw new Error('The source is empty.');
    const hashed = async function* (pieces: AsyncIterable<Uint8Array>) {
      for await (const piece of pieces) {
        hash.update(piece);
        yield piece;
      }
    };
    await pipeline(Readable.fromWeb(body), hashed, createWriteStream(path));
    return hash.digest('hex');
  },
};

async function measure(transfer: () => Promise<string>): Promise<TransferResult> {
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 5);
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const sha256 = await transfer();
  clearInterval(watch);
  const { user, system } = process.cpuUsage(cpuBefore);
  const seconds = (performance.now() - startedAt) / 1000;
  return { seconds, cpuSeconds: (user + system) / 1e6, extraPeakBytes: peak - before, sha256 };
}

// In a process of its own, so that its time and memory can be told from those of source and storage.
process.once('message', ({ way, warmUp, measured }: TransferOrder) => {
  void (async () => {
    await ways[way](warmUp);
    process.send?.(await measure(() => ways[way](measured)));
    process.disconnect();
  })();
});
