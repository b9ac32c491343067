/** Why a training failed, as its row says it, by the words that this package has for it. */
const causes = {
  unauthenticated: 'provider',
  no_credit: 'credit',
  forbidden: 'provider',
  rate_limited: 'busy',
  input_refused: 'settings',
  dataset_refused: 'dataset',
  destination_missing: 'destination',
  destination_limit: 'full',
  version_missing: 'provider',
  run_missing: 'lost',
  output_expired: 'expired',
  content_refused: 'content',
  out_of_memory: 'memory',
  timed_out: 'slow',
  run_failed: 'run',
  aborted_before_start: 'lost',
  stopped: 'lost',
  unavailable: 'away',
  unreachable: 'away',
  too_large: 'large',
  answer_invalid: 'answer',
  deadline_passed: 'deadline',
  outcome_unknown: 'unknown',
  refused_repeatedly: 'busy',
  provider_failed: 'run',
  provider_missing: 'provider',
  not_configured: 'provider',
  weights_invalid: 'weights',
  weights_mismatch: 'weights',
  storage_failed: 'storage',
  database_failed: 'storage',
  not_ready: 'pictures',
  asset_not_found: 'pictures',
  no_pictures: 'pictures',
  archive_refused: 'dataset',
  config_invalid: 'settings',
  input_invalid: 'settings',
  budget_exceeded: 'budget',
  limit_reached: 'limit',
  conflict: 'conflict',
} as const;

type FailureCause = (typeof causes)[keyof typeof causes];

/** The words for a code; null for one that came later than this page. */
export const causeOf = (code: string): FailureCause | null =>
  Object.entries(causes).find(([known]) => known === code)?.[1] ?? null;

/** What can be done about a failure; the most likely help first. */
type NextStep =
  | 'retry'
  | 'wait'
  | 'pictures'
  | 'fewerPictures'
  | 'smaller'
  | 'fewerSteps'
  | 'settings'
  | 'budget'
  | 'line'
  | 'operator'
  | 'report';

const steps: Record<FailureCause, readonly [NextStep, NextStep, NextStep]> = {
  provider: ['operator', 'retry', 'report'],
  credit: ['operator', 'retry', 'report'],
  full: ['operator', 'retry', 'report'],
  busy: ['wait', 'retry', 'report'],
  away: ['wait', 'retry', 'report'],
  settings: ['settings', 'smaller', 'report'],
  dataset: ['pictures', 'retry', 'report'],
  pictures: ['pictures', 'retry', 'report'],
  content: ['pictures', 'retry', 'report'],
  destination: ['retry', 'wait', 'report'],
  lost: ['retry', 'wait', 'report'],
  expired: ['retry', 'wait', 'report'],
  memory: ['smaller', 'settings', 'report'],
  slow: ['fewerSteps', 'retry', 'report'],
  deadline: ['retry', 'fewerSteps', 'report'],
  run: ['retry', 'pictures', 'report'],
  answer: ['retry', 'wait', 'report'],
  unknown: ['wait', 'retry', 'report'],
  large: ['fewerPictures', 'smaller', 'report'],
  weights: ['retry', 'settings', 'report'],
  storage: ['wait', 'retry', 'report'],
  budget: ['budget', 'smaller', 'report'],
  limit: ['line', 'wait', 'report'],
  conflict: ['retry', 'line', 'report'],
};
const anySteps: readonly NextStep[] = ['retry', 'pictures', 'report'];

/** Three things to try, in this order. */
export const nextStepsOf = (cause: FailureCause | null): readonly NextStep[] =>
  cause ? steps[cause] : anySteps;
