export interface Measured {
  output: string;
  seconds: number;
  /** How much more memory this process held than before, at most. */
  peakBytes: number;
}

/** Watches this process while another one works with it, and keeps what that one printed. */
export async function measure(work: () => Promise<{ stdout: string }>): Promise<Measured> {
  const before = process.memoryUsage().rss;
  const startedAt = performance.now();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 10);
  const { stdout } = await work();
  clearInterval(watch);
  return { output: stdout.trim(), seconds: (performance.now() - startedAt) / 1000, peakBytes: peak - before };
}
