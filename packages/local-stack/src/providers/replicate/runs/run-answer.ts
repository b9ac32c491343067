import type { SimulatedClock } from '../../time/simulated-clock.ts';
import { toTimestamp } from '../ids.ts';
import { isTerminal, type Run } from './run.ts';

export interface AnswerOptions {
  clock: SimulatedClock;
  /** `…/v1`. */
  apiUrl: string;
}

/** The whole log so far; it grows as simulated time passes, and stands still once the run is over. */
function logsOf(run: Run, clock: SimulatedClock): string {
  const { started, completed } = run.elapsed;
  if (run.dataRemoved || started === null || !run.plan) return '';
  return run.plan.logsAt((completed ?? clock.elapsedMs()) - started);
}

/** A run as the `get` endpoints and the webhooks show it. */
export function toRunAnswer(run: Run, { clock, apiUrl }: AnswerOptions) {
  return {
    ...common(run, apiUrl),
    logs: logsOf(run, clock),
    ...(run.kind === 'prediction' && predictionOnly(run)),
  };
}

/** A run as the answer to its creation shows it: of a training, the addresses are those of a prediction. */
export function toCreatedAnswer(run: Run, options: AnswerOptions) {
  return { ...toRunAnswer(run, options), urls: urlsOf(run, `${options.apiUrl}/predictions`) };
}

/** A run as lists show it: without its log. */
export const toListAnswer = (run: Run, { apiUrl }: AnswerOptions) => ({
  ...common(run, apiUrl),
  ...(run.kind === 'prediction' && predictionOnly(run)),
});

function common(run: Run, apiUrl: string) {
  return {
    id: run.id,
    model: run.model,
    version: run.version,
    input: run.input,
    output: run.output,
    error: run.error,
    status: run.status,
    source: 'api',
    created_at: toTimestamp(run.createdAt),
    ...(run.startedAt !== null && { started_at: toTimestamp(run.startedAt) }),
    ...(run.completedAt !== null && { completed_at: toTimestamp(run.completedAt) }),
    ...(isTerminal(run) && { metrics: metricsOf(run) }),
    urls: urlsOf(run, `${apiUrl}/${run.kind}s`),
  };
}

const predictionOnly = (run: Run) => ({
  data_removed: run.dataRemoved,
  ...(run.deadline !== null && { deadline: toTimestamp(run.deadline) }),
});

const urlsOf = ({ id }: Run, collection: string) => ({
  web: `https://replicate.com/p/${id}`,
  get: `${collection}/${id}`,
  cancel: `${collection}/${id}/cancel`,
});

/** Simulated seconds: what a real run would have taken and cost. */
function metricsOf({ elapsed: { created, started, completed } }: Run) {
  const end = completed ?? created;
  return {
    ...(started !== null && { predict_time: (end - started) / 1000 }),
    total_time: (end - created) / 1000,
  };
}
