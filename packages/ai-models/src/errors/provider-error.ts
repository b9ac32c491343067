import { AiModelsError } from './ai-models-error.ts';

/** Why a provider did not do what it was asked; one word each, whatever the vendor calls it. */
export type ProviderFailure =
  | 'unauthenticated'
  | 'no_credit'
  | 'forbidden'
  | 'rate_limited'
  | 'input_refused'
  | 'dataset_refused'
  | 'destination_missing'
  | 'destination_limit'
  | 'version_missing'
  | 'run_missing'
  | 'output_expired'
  | 'still_used'
  | 'content_refused'
  | 'out_of_memory'
  | 'timed_out'
  | 'run_failed'
  | 'aborted_before_start'
  /** The caller's own signal. */
  | 'stopped'
  | 'unavailable'
  | 'unreachable'
  | 'too_large'
  | 'answer_invalid';

/** Who can do something about it. */
export type Fault = 'caller' | 'operator' | 'provider' | 'library';

/** What a provider did not do, in our words. */
export interface ProviderErrorDetails {
  /** The provider, as in `lora_training_jobs.provider`. */
  providerId: string;
  /** Why, in a word that is the same for all providers. */
  failure: ProviderFailure;
  /** Who can do something about it. */
  fault: Fault;
  /** For the people of a brand: plain words, nothing of the vendor's. */
  message: string;
  /** What to do next, as a sentence. */
  hint: string;
  /** The same call may work later, unchanged. */
  retryable: boolean;
  /** How long the provider asks to wait, where it says so. */
  retryAfterMs?: number;
  /** The HTTP status, where there was one. */
  status?: number;
  /** The vendor's own words, redacted: for the operator's log, never for a tenant. */
  vendorDetail?: string;
  /** What led to it; for logs, never for people. */
  cause?: unknown;
}

/** A provider refused, failed or could not be reached. Never carries the vendor's own text in its message. */
export class ProviderError extends AiModelsError {
  override readonly name = 'ProviderError';
  /** The provider, as in `lora_training_jobs.provider`. */
  readonly providerId: string;
  /** Why, in a word that is the same for all providers. */
  readonly failure: ProviderFailure;
  /** Who can do something about it. */
  readonly fault: Fault;
  /** How long the provider asks to wait, where it says so. */
  readonly retryAfterMs: number | undefined;
  /** The HTTP status, where there was one. */
  readonly status: number | undefined;
  /** The vendor's own words, redacted: for the operator's log, never for a tenant. */
  readonly vendorDetail: string | undefined;

  constructor(details: ProviderErrorDetails) {
    const { message, hint, retryable, cause } = details;
    super({ code: 'provider_failed', message, hint, retryable, cause });
    this.providerId = details.providerId;
    this.failure = details.failure;
    this.fault = details.fault;
    this.retryAfterMs = details.retryAfterMs;
    this.status = details.status;
    this.vendorDetail = details.vendorDetail;
  }

  /** Without the vendor's own words. */
  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), vendorDetail: undefined };
  }

  static override isInstance(error: unknown): error is ProviderError {
    return AiModelsError.isInstance(error) && error.code === 'provider_failed';
  }
}
