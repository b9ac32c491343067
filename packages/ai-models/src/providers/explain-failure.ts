import {
  type Fault,
  ProviderError,
  type ProviderErrorDetails,
  type ProviderFailure,
} from '../errors/index.ts';

interface Explanation {
  readonly fault: Fault;
  readonly message: string;
  readonly hint: string;
  readonly retryable: boolean;
}

const later = 'Try again in a few minutes.';
const askOperator = 'Ask the people who run this service.';
const tryOnce = 'Try again. If it happens twice, ask the people who run this service.';

const explain = (fault: Fault, retryable: boolean, message: string, hint: string): Explanation => ({
  fault,
  message,
  hint,
  retryable,
});

/** What each failure means for people; the same words whoever the vendor is. */
const explanations: Record<ProviderFailure, Explanation> = {
  unauthenticated: explain(
    'operator',
    false,
    'This service could not sign in at its GPU provider.',
    askOperator,
  ),
  no_credit: explain(
    'operator',
    false,
    'The GPU account of this service has run out of credit.',
    askOperator,
  ),
  forbidden: explain('operator', false, 'The GPU provider did not allow this request.', askOperator),
  rate_limited: explain(
    'provider',
    true,
    'The GPU provider is taking no more requests for the moment.',
    later,
  ),
  input_refused: explain(
    'library',
    false,
    'The GPU provider did not accept the settings of this request.',
    askOperator,
  ),
  dataset_refused: explain(
    'caller',
    false,
    'The trainer could not use the training pictures.',
    'Check that the pictures open and that none is missing, then train again.',
  ),
  destination_missing: explain(
    'provider',
    true,
    'The place for the trained model was not there.',
    'Try again: it is made anew.',
  ),
  destination_limit: explain(
    'operator',
    false,
    'The GPU account of this service cannot hold another model.',
    askOperator,
  ),
  version_missing: explain(
    'operator',
    false,
    'The model that was to do this work is not to be had.',
    askOperator,
  ),
  run_missing: explain(
    'provider',
    true,
    'The GPU provider does not know this run any more.',
    'Start it again.',
  ),
  output_expired: explain(
    'provider',
    true,
    'The result was not fetched before the GPU provider removed it.',
    'Try again; it begins anew.',
  ),
  still_used: explain(
    'operator',
    false,
    'The GPU provider does not let go of a trained model that was deleted here.',
    'Remove it by hand in the account there: it is deployed, or others have run it.',
  ),
  content_refused: explain(
    'caller',
    false,
    'A safety filter held the result back.',
    'Change the words of the prompt and try again.',
  ),
  out_of_memory: explain(
    'caller',
    false,
    'The GPU had too little memory for these settings.',
    'Ask for less at once: fewer or smaller pictures, or a training with a smaller batch size, resolution or rank.',
  ),
  timed_out: explain(
    'provider',
    true,
    'The run took longer than it may and was ended.',
    'Try again, or ask for less.',
  ),
  run_failed: explain('provider', true, 'The run ended with an error at the GPU provider.', tryOnce),
  aborted_before_start: explain('provider', true, 'The run was ended before it began.', 'Start it again.'),
  stopped: explain('caller', true, 'The request was stopped.', 'Start it again.'),
  unavailable: explain('provider', true, 'The GPU provider has a fault.', later),
  unreachable: explain('provider', true, 'The GPU provider could not be reached.', later),
  too_large: explain(
    'caller',
    false,
    'The files are larger than the GPU provider takes.',
    'Use fewer or smaller pictures.',
  ),
  answer_invalid: explain('provider', false, 'The GPU provider gave an answer that makes no sense.', tryOnce),
};

/** The error of a failure: its usual explanation, and what is known of this case. */
export function explainFailure(
  failure: ProviderFailure,
  details: { providerId: string } & Partial<Omit<ProviderErrorDetails, 'failure'>>,
): ProviderError {
  return new ProviderError({ ...explanations[failure], ...details, failure });
}
