import {
  type GenerationOutput,
  type SupersededOutput,
  type TrainingOutput,
  workerInputSchema,
} from '../worker-contract.ts';
import { claimLock } from './claim-lock.ts';
import { generate } from './generate.ts';
import { train } from './train.ts';
import type { WorkerRun } from './worker-run.ts';

/** What a handler returns; it raises everything else. */
export type HandlerResult =
  | { output: TrainingOutput | GenerationOutput | SupersededOutput }
  | { error: string };

/** Our image's handler: looks at the input, claims the lock, then does the work. */
export async function runWorker(input: unknown, run: WorkerRun): Promise<HandlerResult> {
  const parsed = workerInputSchema.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { error: `The input is not valid: ${issue?.path.join('.') || 'input'}: ${issue?.message}` };
  }
  if (!run.hasLock) {
    const claim = await claimLock(parsed.data, run);
    if (!claim.isOurs) return { output: { superseded_by: claim.heldBy } };
    run.markPaid();
  }
  return {
    output: await (parsed.data.task === 'train' ? train(parsed.data, run) : generate(parsed.data, run)),
  };
}
