import { AiModelsError } from './ai-models-error.ts';

/** What did not hold. Tells the operator; a caller learns no more than that it was refused. */
export type WebhookRefusal = 'header_missing' | 'too_old' | 'too_new' | 'signature_wrong' | 'body_too_large';

/** Why a request was refused. */
export interface WebhookVerificationErrorDetails {
  /** What did not hold. */
  refusal: WebhookRefusal;
  /** What led to it. */
  cause?: unknown;
}

/** A request at the door is not from the provider, or not from now. */
export class WebhookVerificationError extends AiModelsError {
  override readonly name = 'WebhookVerificationError';
  /** What did not hold. */
  readonly refusal: WebhookRefusal;

  constructor({ refusal, cause }: WebhookVerificationErrorDetails) {
    super({
      code: 'webhook_invalid',
      message: `A webhook was refused: ${refusal.replaceAll('_', ' ')}.`,
      hint: 'Answer it with 401 or 404 and do nothing else.',
      cause,
    });
    this.refusal = refusal;
  }

  static override isInstance(error: unknown): error is WebhookVerificationError {
    return AiModelsError.isInstance(error) && error.name === 'WebhookVerificationError';
  }
}
