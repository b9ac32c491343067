import { watchHeldMemory } from '../../testing/watch-held-memory.ts';

export interface Measured {
  output: string;
  seconds: number;
  /** How much more memory this process held than before, at most. */
  peakBytes: number;
}

/** Watches this process while another one works with it, and keeps what that one printed. */
export async function measure(work: () => Promise<{ stdout: string }>): Promise<Measured> {
  const memory = watchHeldMemory();
  const startedAt = performance.now();
  const watch = setInterval(() => memory.look(), 200);
  const { stdout } = await work();
  clearInterval(watch);
  return {
    output: stdout.trim(),
    seconds: (performance.now() - startedAt) / 1000,
    peakBytes: memory.peakBytes(),
  };
}
