import type { ScaleName } from './scale.ts';

/** One comparison that `npm run bench` makes. Each lives in a folder of its own under `benches/`. */
export interface Bench {
  /** As it is called on the command line and in JSON. */
  name: string;
  run(options: BenchOptions): Promise<BenchReport>;
}

interface BenchOptions {
  scale: ScaleName;
  /** Told what is being done. */
  onProgress?: ((what: string) => void) | undefined;
  /** Ends the run early; what it had started is stopped. */
  signal?: AbortSignal | undefined;
}

export interface BenchReport {
  name: string;
  /** What is compared with what, in a line. */
  title: string;
  /** What the figures depend on: rows, versions. */
  facts: Readonly<Record<string, string | number>>;
  columns: readonly Column[];
  rows: readonly (readonly string[])[];
  /** Bars that were missed, a sentence each. With any, the command fails. */
  misses: readonly string[];
  /** What is worth knowing but fails nothing: times, and misses that are explained. */
  remarks: readonly string[];
  /** All figures, for `--json`. */
  figures: readonly unknown[];
}

export interface Column {
  title: string;
  isNumber: boolean;
}
