import { AiModelsError } from './ai-models-error.ts';

/** What was waited for, and how long. */
export interface WaitEndedErrorDetails {
  /** What was waited for. */
  generationId: string;
  /** How long. */
  waitMs: number;
  /** What led to it. */
  cause?: unknown;
}

/** The pictures took longer than the caller waits. They are still made: asking again would pay for others. */
export class WaitEndedError extends AiModelsError {
  override readonly name = 'WaitEndedError';
  /** What was waited for: it goes on under this id. */
  readonly generationId: string;

  constructor({ generationId, waitMs, cause }: WaitEndedErrorDetails) {
    super({
      code: 'wait_ended',
      message: `Generation ${generationId} took longer than ${waitMs / 1_000} seconds; it goes on.`,
      hint: `Look with getGeneration('${generationId}'); generateImage would ask for other pictures.`,
      cause,
    });
    this.generationId = generationId;
  }

  static override isInstance(error: unknown): error is WaitEndedError {
    return AiModelsError.isInstance(error) && 'generationId' in error;
  }
}
