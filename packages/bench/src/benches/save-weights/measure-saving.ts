import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '../../shared/median.ts';
import {
  runTransfer,
  type Source,
  startSource,
  type Transfer,
  type TransferResult,
  type Way,
} from './processes.ts';
import type { Scale } from './scale.ts';
import { brandId, openLocalStack, openPlainStorage, type Storage } from './storages.ts';

/** The middle of several transfers. */
export interface WayFigures {
  seconds: number;
  cpuSeconds: number;
  extraPeakBytes: number;
  /** The worst of them. */
  highestPeakBytes: number;
}

/** Both ways, with one storage behind ours. */
export interface MeasuredStorage {
  storage: Pick<Storage, 'name' | 'isJudged'>;
  sizeBytes: number;
  fetch: WayFigures;
  save: WayFigures;
  /** Whether every save ended with the bytes that were sent. */
  isWhole: boolean;
}

export interface MeasureOptions {
  scale: Scale;
  onProgress: (what: string) => void;
  signal: AbortSignal | undefined;
}

const warmUpMegabytes = 20;

/** Saves and fetches in turns, so that what else the machine does hits both. */
export async function measureSaving({
  scale,
  onProgress,
  signal,
}: MeasureOptions): Promise<MeasuredStorage[]> {
  using warmUp = await startSource(warmUpMegabytes);
  using source = await startSource(scale.megabytes);
  const measured: MeasuredStorage[] = [];
  for (const openStorage of [openPlainStorage, openLocalStack]) {
    await using storage = await openStorage();
    const results: Record<Way, TransferResult[]> = { fetch: [], save: [] };
    for (let round = 1; round <= scale.rounds; round += 1) {
      onProgress(`${scale.megabytes} MB, ${storage.name}, round ${round}`);
      for (const way of ['fetch', 'save'] as const) {
        results[way].push(await transferOnce(storage, { way, warmUp, source, signal }));
      }
    }
    measured.push(toMeasured(storage, source, results));
  }
  return measured;
}

interface Round {
  way: Way;
  warmUp: Source;
  source: Source;
  signal: AbortSignal | undefined;
}

async function transferOnce(
  storage: Storage,
  { way, warmUp, source, signal }: Round,
): Promise<TransferResult> {
  const folder = await mkdtemp(join(tmpdir(), 'act-bench-'));
  const keys = [`${brandId}/warm-up-v1.safetensors`, `${brandId}/flux-lora-v1.safetensors`] as const;
  const headers = await storage.headers();
  const toTransfer = ({ url, rank }: Source, key: string): Transfer => ({
    sourceUrl: url,
    path: join(folder, 'weights'),
    storageUrl: storage.url,
    headers,
    key,
    loraRank: rank,
  });
  try {
    const order = { way, warmUp: toTransfer(warmUp, keys[0]), measured: toTransfer(source, keys[1]) };
    return await runTransfer(order, signal);
  } finally {
    await storage.remove([...keys]);
    await rm(folder, { recursive: true });
  }
}

const toMeasured = (
  { name, isJudged }: Storage,
  source: Source,
  results: Record<Way, TransferResult[]>,
): MeasuredStorage => ({
  storage: { name, isJudged },
  sizeBytes: source.sizeBytes,
  fetch: toFigures(results.fetch),
  save: toFigures(results.save),
  isWhole: results.save.every(({ sha256 }) => sha256 === source.sha256),
});

const toFigures = (results: readonly TransferResult[]): WayFigures => ({
  seconds: median(results.map(({ seconds }) => seconds)),
  cpuSeconds: median(results.map(({ cpuSeconds }) => cpuSeconds)),
  extraPeakBytes: median(results.map(({ extraPeakBytes }) => extraPeakBytes)),
  highestPeakBytes: Math.max(...results.map(({ extraPeakBytes }) => extraPeakBytes)),
});
