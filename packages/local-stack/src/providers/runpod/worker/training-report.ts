import { createRandom } from '../../paint/random.ts';
import type { TrainingInput, WorkerProgress } from '../worker-contract.ts';
import { createTrainingLog } from './training-log.ts';
import type { WorkerRun } from './worker-run.ts';

/** What a training says while it goes on. */
export interface TrainingReporter {
  /** Adds a line to the log. */
  log(line: string): void;
  report(at: { stage: WorkerProgress['stage']; step: number; samples: number }): void;
}

export interface TrainingPace {
  secondsPerStep: number;
  /** What comes after the last step. */
  uploadSeconds: number;
}

export function createTrainingReporter(
  { config, run_key: runKey }: TrainingInput,
  { secondsPerStep, uploadSeconds }: TrainingPace,
  run: WorkerRun,
): TrainingReporter {
  const { steps: totalSteps, learning_rate: learningRate } = config;
  const log = createTrainingLog();
  return {
    log: log.add,
    report({ stage, step, samples }) {
      const loss = step > 0 ? lossAt(step, totalSteps, runKey) : null;
      run.report({
        stage,
        step,
        total_steps: totalSteps,
        loss,
        learning_rate: loss === null ? null : learningRate,
        log_tail: log.tail(
          loss === null
            ? undefined
            : { step, totalSteps, secondsPerStep: run.onTheWall(secondsPerStep), loss },
        ),
        seconds_left:
          stage === 'downloading'
            ? null
            : run.onTheWall((totalSteps - step) * secondsPerStep + uploadSeconds),
        samples,
      });
    },
  };
}

/** Falls fast, then slowly, and never smoothly; the same for the same run. */
export function lossAt(step: number, totalSteps: number, runKey: string): number {
  const noise = createRandom('loss', runKey, step).between(-0.03, 0.03);
  return Math.round((0.09 + 0.16 * Math.exp((-4 * step) / totalSteps) + noise) * 10_000) / 10_000;
}
