import type { LossPoint } from '../../providers/training-provider.ts';
import { cutText } from '../../shared/cut-text.ts';

const longestRunSeconds = 30 * 24 * 3_600;

/** GPU time as a provider counts it; nothing where the figure cannot be true. */
export const believableSeconds = (seconds: number | undefined): number | undefined =>
  seconds !== undefined && seconds >= 0 && seconds <= longestRunSeconds ? seconds : undefined;

/** Points that can be on a curve of so many steps; of one step, the last. */
export function believableLosses(losses: readonly LossPoint[], steps: number): LossPoint[] {
  const points = new Map<number, LossPoint>();
  for (const point of losses) if (isBelievable(point, steps)) points.set(point.step, point);
  return [...points.values()];
}

const isBelievable = ({ step, loss, learningRate = 0 }: LossPoint, steps: number): boolean =>
  Number.isSafeInteger(step) &&
  step >= 0 &&
  step <= steps &&
  Math.abs(loss) < 1e9 &&
  Math.abs(learningRate) < 1e9;

/** Words of a provider for a state, as long as a row takes. */
export const believableStage = (stage: string | undefined): string | undefined =>
  stage === undefined ? undefined : cutText(stage, 80);
