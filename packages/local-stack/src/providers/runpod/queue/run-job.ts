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
  const { clock, jobs } = parts;
  job.status = 'IN_PROGRESS';
  job.workerId = worker.id;
  job.elapsed.started ??= clock.elapsedMs();
  if (job.isResumed) job.behindMs = clock.elapsedMs() - job.elapsed.started;
  jobs.keep(job);
  const timeout = clock.schedule(job.executionTimeoutMs, () =>
    endJob(job, { status: 'TIMED_OUT', error: 'executionTimeout exceeded' }, parts),
  );
  return startPaced({ clock, signal: job.stopping.signal }, async (sleep) => {
    await work(job, catchUp(job, sleep), parts);
    timeout.cancel();
    release();
  });
}

/** Does not wait for what has passed already. */
function catchUp(job: Job, sleep: Sleep): Sleep {
  return async (ms) => {
    const passedMs = Math.min(ms, job.behindMs);
    job.behindMs -= passedMs;
    if (passedMs < ms) await sleep(ms - passedMs);
  };
}

/** As RunPod's SDK goes about it: what a handler returns or raises is the end of the job. */
async function work(job: Job, sleep: Sleep, parts: RunpodParts): Promise<void> {
  const { clock, faults, jobs } = parts;
  const place = runPlace(job.input);
  const startedMs = job.elapsed.started ?? clock.elapsedMs();
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
      onTheWall: (seconds) => seconds / clock.speed(),
      gpuSeconds: () => Math.round((clock.elapsedMs() - job.behindMs - startedMs) / 100) / 10,
      isResumed: job.isResumed,
      hasLock: job.isResumed && job.isPaid,
      markPaid: () => {
        job.isPaid = true;
        jobs.keep(job);
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
