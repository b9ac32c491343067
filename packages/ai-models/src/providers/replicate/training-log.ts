import { redactVendorText } from '../../shared/logging/redact-vendor-text.ts';
import type { LossPoint, TrainingReport } from '../training-provider.ts';

/** A progress bar of the trainer: `flux_train_replicate:  12%|█▏ | 120/1000 [02:00<14:40, 1.00it/s, lr: 4e-04 loss: 3e-01]`. */
const barPattern =
  /^(?:(?<name>[^|]*?):)?\s*\d{1,3}%\|[^|]*\|\s*(?<step>\d+)\/(?<total>\d+)\s*\[[\d:]+<(?<left>[\d:?]+)(?<rest>[^\]]*)/;
/** The last one that was reached is where the training is. */
const stages: readonly (readonly [string, RegExp])[] = [
  ['provisioning', /downloading|downloaded base weights/i],
  ['preparing', /^Extracted \d+ files from zip/],
  ['captioning', /^Caption for |is already captioned$|\bcaptioning\b/i],
  ['loading', /^Starting train job/],
  ['caching', /\bcaching latents\b/i],
];
/** Long logs are read from behind: what is before was read by an earlier look. */
const longestLog = 2_000_000;

interface Bar {
  readonly step: number;
  readonly secondsLeft: number | null;
  readonly loss: LossPoint | null;
}

/** What the log of a training says; `totalSteps` tells its own bar from those of downloads and captions. */
export function readTrainingLog(log: string, totalSteps: number): TrainingReport {
  const lines = log.slice(-longestLog).split(/\r\n|\r|\n/);
  const bars = lines.flatMap((line) => readBar(line, totalSteps) ?? []);
  const bar = bars.at(-1);
  const stage = bar ? stageOfBar(bar, totalSteps) : lastStage(lines);
  return {
    ...(stage !== undefined && { stage }),
    ...(bar && { step: bar.step, totalSteps, progress: Math.min(1, bar.step / totalSteps) }),
    ...(bar?.secondsLeft != null && { secondsLeft: bar.secondsLeft }),
    losses: onePointPerStep(bars),
    logTail: toTail(log.slice(-longestLog)),
  };
}

function readBar(line: string, totalSteps: number): Bar | null {
  const groups = barPattern.exec(line)?.groups;
  if (!groups || Number(groups.total) !== totalSteps) return null;
  const { name = '', step, left = '', rest = '' } = groups;
  const loss = readLoss(Number(step), rest);
  // As many pictures as steps: then a bar of captions or latents has the same total.
  if (!loss && !/(^|\s)(flux_train_replicate|steps)$/.test(name)) return null;
  return { step: Number(step), secondsLeft: readDuration(left), loss };
}

function readLoss(step: number, text: string): LossPoint | null {
  const numberAfter = (name: string) => {
    const value = new RegExp(`\\b${name}\\s*[:=]\\s*([\\d.]+(?:e[+-]?\\d+)?)`, 'i').exec(text)?.[1];
    return value !== undefined && Number.isFinite(Number(value)) ? Number(value) : null;
  };
  const loss = numberAfter('(?:avr_)?loss');
  const learningRate = numberAfter('lr');
  if (loss === null) return null;
  return { step, loss, ...(learningRate !== null && { learningRate }) };
}

/** `14:40` or `1:02:03`; a question mark before the first step. */
function readDuration(text: string): number | null {
  if (!/^\d+(:\d+)*$/.test(text)) return null;
  return text.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
}

function stageOfBar({ step }: Bar, totalSteps: number): string {
  return step >= totalSteps ? 'packing' : 'training';
}

function lastStage(lines: readonly string[]): string | undefined {
  return stages.findLast(([, pattern]) => lines.some((line) => pattern.test(line)))?.[0];
}

function onePointPerStep(bars: readonly Bar[]): LossPoint[] {
  return [...new Map(bars.flatMap(({ loss }) => (loss ? [[loss.step, loss] as const] : []))).values()];
}

/** Twenty lines; of a bar that was drawn again and again, the last. */
function toTail(log: string): string {
  const drawn = log.split(/\r?\n/).flatMap((line) => line.split('\r').findLast((part) => part.trim()) ?? []);
  const distinct = drawn.filter((line, index) => !isSameBar(line, drawn[index + 1]));
  return distinct
    .slice(-20)
    .map((line) => redactVendorText(line.trimEnd(), 300))
    .join('\n');
}

function isSameBar(line: string, next: string | undefined): boolean {
  const [one, other] = [line, next ?? ''].map((text) => barPattern.exec(text)?.groups);
  return one !== undefined && other !== undefined && one.name === other.name && one.total === other.total;
}
