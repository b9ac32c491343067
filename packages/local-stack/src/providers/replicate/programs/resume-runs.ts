import { parseBody } from '../answers/parse-body.ts';
import { findRunnable } from '../predictions/find-runnable.ts';
import type { ReplicateParts } from '../replicate-parts.ts';
import { type Run, RunFailure } from '../runs/run.ts';
import { type Prepare, resumeRun } from '../runs/run-lifecycle.ts';
import { prepareTraining } from '../trainings/train.ts';
import { fluxTrainerInputSchema } from '../trainings/trainer-input.ts';
import { preparePrediction } from './prepare-program.ts';

/** Lets what memory holds go on. */
export function resumeRuns(parts: ReplicateParts): void {
  for (const run of parts.runs.all()) if (!run.dataRemoved) resumeRun(run, programOf(run, parts), parts);
}

/** What was checked when the run was accepted is read once more; a version may have been deleted since. */
function programOf(run: Run, parts: ReplicateParts): Prepare {
  return async () => {
    if (run.kind === 'training') {
      return prepareTraining(parseBody(fluxTrainerInputSchema, run.input, 'input'), parts)(run);
    }
    const { username } = run.account;
    const runnable = findRunnable(run.version === 'hidden' ? run.model : run.version, parts.models, username);
    if (!runnable) throw new RunFailure('The version no longer exists.');
    return preparePrediction(runnable, run.input, parts)(run);
  };
}
