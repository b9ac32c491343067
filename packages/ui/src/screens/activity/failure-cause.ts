/** Why something failed, as far as it makes a difference to whoever reads it; its words stand under `activity.causes`. */
export type FailureCause = 'tookTooLong' | 'notSentTwice' | 'pictures' | 'content' | 'operator' | 'later';

const causes: ReadonlyMap<string, FailureCause> = new Map([
  ['deadline_passed', 'tookTooLong'],
  ['timed_out', 'tookTooLong'],
  ['outcome_unknown', 'notSentTwice'],
  ['dataset_refused', 'pictures'],
  ['input_refused', 'pictures'],
  ['picture_rejected', 'pictures'],
  ['not_ready', 'pictures'],
  ['content_refused', 'content'],
  ['unauthenticated', 'operator'],
  ['no_credit', 'operator'],
  ['forbidden', 'operator'],
  ['destination_limit', 'operator'],
  ['provider_missing', 'operator'],
  ['not_configured', 'operator'],
]);

export const toFailureCause = (code: string | undefined): FailureCause => causes.get(code ?? '') ?? 'later';
