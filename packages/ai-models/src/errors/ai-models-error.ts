/** What can go wrong here; stable: stored in rows, switched on by apps. */
export type AiModelsErrorCode =
  // The call
  | 'not_configured'
  | 'not_signed_in'
  | 'not_allowed'
  | 'brand_required'
  | 'brand_not_allowed'
  | 'input_invalid'
  | 'config_invalid'
  | 'prompt_invalid'
  | 'path_invalid'
  | 'peer_missing'
  | 'aborted'
  // What was asked for
  | 'job_not_found'
  | 'model_not_found'
  | 'asset_not_found'
  | 'generation_not_found'
  | 'webhook_not_found'
  | 'generation_failed'
  | 'no_pictures'
  | 'refused_repeatedly'
  | 'file_not_found'
  | 'not_ready'
  | 'too_few_new_images'
  | 'limit_reached'
  | 'budget_exceeded'
  | 'conflict'
  | 'key_reused'
  | 'wait_ended'
  // Pictures in
  | 'picture_rejected'
  | 'url_refused'
  | 'archive_refused'
  // Weights
  | 'weights_invalid'
  | 'weights_mismatch'
  // The outside world
  | 'provider_missing'
  | 'provider_failed'
  | 'storage_failed'
  | 'database_failed'
  | 'webhook_invalid'
  | 'lease_lost'
  // How a job ends that nobody answered for
  | 'deadline_passed'
  | 'outcome_unknown'
  | 'cancelled';

/** What an error is made of. */
export interface AiModelsErrorDetails {
  /** What went wrong, as a word for programs. */
  code: AiModelsErrorCode;
  /** What failed, for which id. */
  message: string;
  /** What to do next, as a sentence. */
  hint?: string;
  /** The same call may work later, unchanged. Default `false`. */
  retryable?: boolean;
  /** What led to it; for logs, never for people. */
  cause?: unknown;
}

const mark = Symbol.for('act.ai-models.error');

/** Every error of this package. */
export class AiModelsError extends Error {
  readonly [mark] = true;
  /** The name of its class, also where another copy of this package made it. */
  override readonly name: string = 'AiModelsError';
  /** What went wrong, as a word for programs. */
  readonly code: AiModelsErrorCode;
  /** What to do next, as a sentence; empty where the message says it all. */
  readonly hint: string;
  /** The same call may work later, unchanged. */
  readonly retryable: boolean;

  constructor({ code, message, hint = '', retryable = false, cause }: AiModelsErrorDetails) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.hint = hint;
    this.retryable = retryable;
  }

  /** With its message, which JSON leaves out of other errors: for logs and for n8n. Never with its cause. */
  toJSON(): Record<string, unknown> {
    return Object.fromEntries([...Object.entries(this), ['message', this.message]]);
  }

  /** Holds across copies of this package, where `instanceof` does not. With codes: only an error with one of them. */
  static isInstance(error: unknown, ...codes: readonly AiModelsErrorCode[]): error is AiModelsError {
    if (typeof error !== 'object' || error === null || !(mark in error)) return false;
    return codes.length === 0 || ('code' in error && codes.some((code) => code === error.code));
  }
}
