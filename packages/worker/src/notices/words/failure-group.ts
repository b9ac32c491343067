/** Why something failed, as far as it makes a difference to the person who reads it. */
export type FailureGroup = 'took too long' | 'not sent twice' | 'pictures' | 'content' | 'operator' | 'later';

const groups: Readonly<Record<string, FailureGroup>> = {
  deadline_passed: 'took too long',
  timed_out: 'took too long',
  outcome_unknown: 'not sent twice',
  dataset_refused: 'pictures',
  input_refused: 'pictures',
  picture_rejected: 'pictures',
  not_ready: 'pictures',
  content_refused: 'content',
  unauthenticated: 'operator',
  no_credit: 'operator',
  forbidden: 'operator',
  destination_limit: 'operator',
  provider_missing: 'operator',
  not_configured: 'operator',
};

export const toFailureGroup = (errorCode: string | undefined): FailureGroup =>
  groups[errorCode ?? ''] ?? 'later';
