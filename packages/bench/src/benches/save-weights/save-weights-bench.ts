import type { Bench, BenchReport } from '../../bench.ts';
import { measureSaving } from './measure-saving.ts';
import { scales } from './scale.ts';
import { toReport } from './to-report.ts';

/** What it costs that weights are checked, hashed and uploaded resumably, and never held. */
export const saveWeightsBench: Bench = {
  name: 'save-weights',
  async run({ scale: name, onProgress = () => undefined, signal }): Promise<BenchReport> {
    const scale = scales[name];
    return toReport(await measureSaving({ scale, onProgress, signal }), scale);
  },
};
