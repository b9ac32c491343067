import { endOfText } from '../../shared/cut-text.ts';
import { redactVendorText } from '../../shared/logging/redact-vendor-text.ts';
import type { LossPoint, TrainingReport } from '../training-provider.ts';
import { isSameBar, type ProgressBar, readBar } from './progress-bar.ts';

/** The last one that was reached is where the training is. */
const stages: readonly (readonly [string, RegExp])[] = [
  ['provisioning', /downloading|downloaded base weights/i],
  ['preparing', /^Extracted \d+ files from zip/],
  ['captioning', /^Caption for |is already captioned$|\bcaptioning\b/i],
  ['loading', /^Starting train job/],
  ['caching', /\bcaching latents\b/i],
];
/** Long logs are read from behind: what is before was read by an earlier look. */
const longestLog = 1_000_000;
/** A longer one is no message, but something that was dumped. */
const longestLine = 2_000;
const tailLines = 20;

/** What the log of a training says; `totalSteps` tells its own bar from those of downloads and captions. */
export function readTrainingLog(log: string, totalSteps: number): TrainingReport {
  const losses = new Map<number, LossPoint>();
  let bar: ProgressBar | null = null;
  let stage = -1;
  const tail = createTail();
  for (const line of eachLine(log)) {
    const isReadable = line.text.length <= longestLine;
    const drawn = isReadable ? readBar(line.text) : null;
    tail.add({ ...line, bar: drawn });
    if (drawn && isOfTraining(drawn, totalSteps)) {
      bar = drawn;
      if (drawn.loss) losses.set(drawn.step, drawn.loss);
    } else if (isReadable) {
      stage = laterStage(stage, line.text);
    }
  }
  const name = bar ? stageOfBar(bar) : stages[stage]?.[0];
  return {
    ...(name !== undefined && { stage: name }),
    ...(bar && { step: bar.step, totalSteps, progress: bar.step / totalSteps }),
    ...(bar?.secondsLeft != null && { secondsLeft: bar.secondsLeft }),
    losses: [...losses.values()],
    logTail: tail.toText(),
  };
}

interface Line {
  readonly text: string;
  /** It stands where the line before it stood. */
  readonly isDrawnOver: boolean;
}

/** Line by line, without those that are empty: there may be a million. */
function* eachLine(log: string): Generator<Line> {
  const recent = endOfText(log, longestLog);
  // Of a line that was cut through, nobody knows what the rest is: half of a secret, maybe.
  const start = log.length > longestLog ? recent.search(/[\r\n]/) : 0;
  if (start < 0) return;
  let isDrawnOver = false;
  for (const [part] of recent.slice(start).matchAll(/[^\r\n]+|[\r\n]+/g)) {
    if (part.includes('\n')) isDrawnOver = false;
    else if (part.trim() !== '') {
      yield { text: part, isDrawnOver };
      isDrawnOver = true;
    }
  }
}

/** As many pictures as steps: then a bar of captions or latents has the same total, but another name and no loss. */
const isOfTraining = ({ name, total, loss }: ProgressBar, totalSteps: number): boolean =>
  total === totalSteps && (loss !== null || /(^|\s)(flux_train_replicate|steps)$/.test(name));

const stageOfBar = ({ step, total }: ProgressBar): string => (step >= total ? 'packing' : 'training');

const laterStage = (reached: number, line: string): number =>
  stages.findLastIndex(([, pattern], index) => index <= reached || pattern.test(line));

/** The last twenty lines; of a bar that was drawn again and again, the last. */
function createTail() {
  const lines: (Line & { bar: ProgressBar | null })[] = [];
  return {
    add(line: Line & { bar: ProgressBar | null }): void {
      if (line.isDrawnOver || isSameBar(lines.at(-1)?.bar ?? null, line.bar)) lines.pop();
      if (lines.push(line) > tailLines) lines.shift();
    },
    toText: () => lines.map(({ text }) => redactVendorText(text.trimEnd(), 300)).join('\n'),
  };
}
