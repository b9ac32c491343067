import { AiModelsError } from './ai-models-error.ts';

/** Which model, of which brand. */
export interface ModelNotFoundErrorDetails {
  /** Where it was looked for. */
  brandId: string;
  /** As it was asked for: an id, a slug such as `flux-lora-v1`, or a name and an alias. */
  modelId: string;
  /** It is there, but was taken out of use. */
  isRetired?: boolean;
  /** What led to it. */
  cause?: unknown;
}

/** The brand has no such model for this caller, or it was retired. */
export class ModelNotFoundError extends AiModelsError {
  override readonly name = 'ModelNotFoundError';
  /** Where it was looked for. */
  readonly brandId: string;
  /** As it was asked for. */
  readonly modelId: string;

  constructor({ brandId, modelId, isRetired = false, cause }: ModelNotFoundErrorDetails) {
    super({
      code: 'model_not_found',
      message: isRetired
        ? `Model ${modelId} of brand ${brandId} was retired.`
        : `Brand ${brandId} has no model ${modelId} for you.`,
      hint: 'List the models of the brand, and pass the id of one that is ready.',
      cause,
    });
    this.brandId = brandId;
    this.modelId = modelId;
  }

  static override isInstance(error: unknown): error is ModelNotFoundError {
    return AiModelsError.isInstance(error) && error.name === 'ModelNotFoundError';
  }
}
