import type { RunpodParts } from '../runpod-parts.ts';
import { runPlace } from '../worker/run-place.ts';
import { runWorker } from '../worker/run-worker.ts';
import { toErrorText } from '../worker/worker-error.ts';
import type { WorkerProgress } from '../worker-contract.ts';
import { endJob, forgetJob, type JobEnd } from './end-job.ts';
import { hasEnded, type Job } from './job.ts';
import { type Sleep, startPaced } from './start-paced.ts';
import type { Worker } from './workers.ts';

/** Lets a worker do a job. Settles when the work first waits for the clock; `release` is called when it is over. */
export function runJob(job: Job, worker: Worker, parts: RunpodParts, release: () => void): Promise<void> {
  const { clock } = parts;
  job.status = 'IN_PROGRESS';
  job.workerId = worker.id;
  job.elapsed.started = clock.elapsedMs();
  const timeout = clock.schedule(job.executionTimeoutMs, () =>
    endJob(job, { status: 'TIMED_OUT', error: 'executionTimeout exceeded' }, parts),
  );
  return startPaced({ clock, signal: job.stopping.signal }, async (sleep) => {
    await work(job, sleep, parts);
    timeout.cancel();
    release();
  });
}

/** As RunPod's SDK goes about it: what a handler returns or raises is the end of the job. */
async function work(job: Job, sleep: Sleep, parts: RunpodParts): Promise<void> {
  const { clock, faults } = parts;
  const place = runPlace(job.input);
  const startedMs = clock.elapsedMs();
  const { signal } = job.stopping;
  const end = (result: JobEnd) => {
    // One that was stopped has ended already, and may have been put back into the queue since.
    if (!signal.aborted) endJob(job, result, parts);
  };
  try {
    const result = await runWorker(job.input, {
      ...parts,
      id: job.id,
      place,
      sleep,
      signal,
      report: reportTo(job, place, parts),
      gpuSeconds: () => Math.round((clock.elapsedMs() - startedMs) / 100) / 10,
      markPaid: () => {
        job.isPaid = true;
      },
    });
    end(
      'error' in result
        ? { status: 'FAILED', error: result.error }
        : { status: 'COMPLETED', output: result.output },
    );
  } catch (error) {
    end({ status: 'FAILED', error: toErrorText(error, job.workerId ?? '') });
  }
  if (faults.take(place, 'expire')) forgetJob(job, parts);
}

const latenessMs = 300;

/** Reports travel on their own: one may be lost, or come after the next. */
function reportTo(
  job: Job,
  place: string,
  { faults, clock }: RunpodParts,
): (progress: WorkerProgress) => void {
  const { signal } = job.stopping;
  let held: WorkerProgress | null = null;
  const show = (progress: WorkerProgress) => {
    if (!hasEnded(job) && !signal.aborted) job.output = progress;
  };
  return (progress) => {
    if (faults.take(place, 'lose-progress')) return;
    if (!held && faults.take(place, 'reorder-progress')) {
      held = progress;
      return;
    }
    show(progress);
    const late = held;
    held = null;
    if (late) clock.schedule(latenessMs, () => show(late));
  };
}
