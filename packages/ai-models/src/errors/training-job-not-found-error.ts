import { AiModelsError } from './ai-models-error.ts';

/** Which training, of which brand. */
export interface TrainingJobNotFoundErrorDetails {
  /** As it was asked for. */
  jobId: string;
  /** Where it was looked for, if a brand was named. */
  brandId?: string;
  /** What led to it. */
  cause?: unknown;
}

/** There is no such job for this caller: none at all, deleted, another brand's, or private to somebody else. */
export class TrainingJobNotFoundError extends AiModelsError {
  override readonly name = 'TrainingJobNotFoundError';
  /** As it was asked for. */
  readonly jobId: string;
  /** Where it was looked for, if a brand was named. */
  readonly brandId: string | undefined;

  constructor({ jobId, brandId, cause }: TrainingJobNotFoundErrorDetails) {
    super({
      code: 'job_not_found',
      message: brandId
        ? `Brand ${brandId} has no training ${jobId} for you.`
        : `There is no training ${jobId} for you.`,
      hint: 'List the trainings of the brand, and pass the id of one.',
      cause,
    });
    this.jobId = jobId;
    this.brandId = brandId;
  }

  static override isInstance(error: unknown): error is TrainingJobNotFoundError {
    return AiModelsError.isInstance(error) && error.name === 'TrainingJobNotFoundError';
  }
}
