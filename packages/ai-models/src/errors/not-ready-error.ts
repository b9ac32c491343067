import { AiModelsError } from './ai-models-error.ts';

/** One thing that speaks against training. */
export interface NotReadyReason {
  /** A word for programs. */
  readonly code: string;
  /** A sentence for people. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** The pictures it is about; none where it is about all of them. */
  readonly assetIds?: readonly string[];
}

/** What speaks against training. */
export interface NotReadyErrorDetails {
  /** The first says most. */
  reasons: readonly NotReadyReason[];
  /** Default: look at the pictures. */
  hint?: string;
  /** What led to it. */
  cause?: unknown;
}

/** The pictures are not fit to be trained on; `reasons` says why. */
export class NotReadyError extends AiModelsError {
  override readonly name = 'NotReadyError';
  /** Everything that speaks against training; the first says most. */
  readonly reasons: readonly NotReadyReason[];

  constructor({ reasons, hint = 'Add or replace pictures.', cause }: NotReadyErrorDetails) {
    const sentences = reasons.map(({ message }) => message);
    super({
      code: 'not_ready',
      message: ['The pictures are not ready to be trained on.', ...sentences].join(' '),
      hint,
      cause,
    });
    this.reasons = [...reasons];
  }

  static override isInstance(error: unknown): error is NotReadyError {
    return AiModelsError.isInstance(error) && error.name === 'NotReadyError';
  }
}
