import type { Bench, BenchReport } from '../../bench.ts';
import { findMisses } from './bars.ts';
import { type MeasuredRound, measureRounds } from './measure-rounds.ts';
import { type Scale, scales } from './scale.ts';

/** How many calls to its provider the engine needs to know how many runs go. */
export const reconcileJobsBench: Bench = {
  name: 'reconcile-jobs',
  async run({ scale: name, onProgress = () => undefined, signal }): Promise<BenchReport> {
    const scale = scales[name];
    return toReport(await measureRounds({ scale, onProgress, signal }), scale);
  },
};

function toReport(rounds: readonly MeasuredRound[], { runs }: Scale): BenchReport {
  const number = (title: string) => ({ title, isNumber: true });
  return {
    name: 'reconcile-jobs',
    title: 'calls to a simulated Replicate account for one look at each training that runs there',
    facts: { runs, Node: process.version },
    columns: [
      { title: 'round', isNumber: false },
      number('open'),
      number('changed'),
      number('list pages'),
      number('looks'),
      number('calls'),
      number('× one by one'),
      number('s'),
    ],
    rows: rounds.map(({ name, open, changed, pages, looks, others, seconds }) => [
      name,
      String(open),
      String(changed),
      String(pages),
      String(looks),
      String(pages + looks + others),
      ((pages + looks + others) / open).toFixed(3),
      seconds.toFixed(1),
    ]),
    misses: findMisses(rounds),
    remarks: [
      'No list tells what a run says: every other round hears some runs in the place of its list, in turn.',
    ],
    figures: rounds,
  };
}
