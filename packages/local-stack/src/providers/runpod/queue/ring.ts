import type { RunpodParts } from '../runpod-parts.ts';
import { type Job, toJobAnswer } from './job.ts';

export const webhooksPlace = 'runpod.webhooks';

const retryDelaysMs = [10_000, 10_000];

/** Tells a job's webhook that it has ended. Nothing is signed, and what was sent comes back with it. */
export function ring(job: Job, { clock, webhooks }: Pick<RunpodParts, 'clock' | 'webhooks'>): void {
  const { webhook: url, input, id } = job;
  if (url === null) return;
  const { workerId, ...answer } = toJobAnswer(job);
  const outgoing = {
    url,
    id: `${id}-${job.elapsed.ended}`,
    runId: id,
    event: 'completed',
    body: JSON.stringify({ ...answer, input, webhook: url }),
    sign: () => ({}),
    retryDelaysMs,
  };
  // By the clock, so that a clock that stands still delivers nothing behind a test's back.
  clock.schedule(0, () => webhooks.send(outgoing));
}
