import type { LossPoint } from '../training-provider.ts';
import { secondsSchema } from '../vendor-figures.ts';

/** A bar as trainers draw it, whatever it is of. */
const barPattern =
  /^(?:(?<name>[^|]*?):)?\s*\d{1,3}%\|[^|]*\|\s*(?<step>\d+)\/(?<total>\d+)\s*\[[\d:]+<(?<left>[\d:?]+)(?<rest>[^\]]*)/;
const lossPattern = /\b(?:avr_)?loss\s*[:=]\s*([\d.]+(?:e[+-]?\d+)?)/i;
const learningRatePattern = /\blr\s*[:=]\s*([\d.]+(?:e[+-]?\d+)?)/i;

/** `flux_train_replicate:  12%|█▏ | 120/1000 [02:00<14:40, 1.00it/s, lr: 4e-04 loss: 3e-01]`. */
export interface ProgressBar {
  readonly name: string;
  readonly step: number;
  readonly total: number;
  readonly secondsLeft: number | null;
  readonly loss: LossPoint | null;
}

/** The bar in a line, if there is one whose figures can be true. */
export function readBar(line: string): ProgressBar | null {
  const groups = barPattern.exec(line)?.groups;
  if (!groups) return null;
  const { name = '', left = '', rest = '' } = groups;
  const [step, total] = [Number(groups.step), Number(groups.total)];
  if (!Number.isSafeInteger(total) || step > total) return null;
  return { name, step, total, secondsLeft: readDuration(left), loss: readLoss(step, rest) };
}

/** Drawn again and again, it is one bar still. */
export const isSameBar = (one: ProgressBar | null, other: ProgressBar | null): boolean =>
  one !== null && one.name === other?.name && one.total === other.total;

function readLoss(step: number, text: string): LossPoint | null {
  const loss = readNumber(lossPattern, text);
  const learningRate = readNumber(learningRatePattern, text);
  if (loss === null) return null;
  return { step, loss, ...(learningRate !== null && { learningRate }) };
}

function readNumber(pattern: RegExp, text: string): number | null {
  const value = Number(pattern.exec(text)?.[1] ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}

/** `14:40` or `1:02:03`; a question mark before the first step. */
function readDuration(text: string): number | null {
  if (!/^\d+(:\d+){0,3}$/.test(text)) return null;
  const seconds = text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  return secondsSchema.parse(seconds) ?? null;
}
