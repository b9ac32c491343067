import { AiModelsError } from './ai-models-error.ts';

/** Among which brands. */
export interface BrandRequiredErrorDetails {
  /** The brands among which the caller has to choose. */
  choices: readonly string[];
}

/** The call did not say for which brand it is, and the access has several. */
export class BrandRequiredError extends AiModelsError {
  override readonly name = 'BrandRequiredError';
  /** The brands among which the caller has to choose. */
  readonly choices: readonly string[];

  constructor({ choices }: BrandRequiredErrorDetails) {
    super({
      code: 'brand_required',
      message: 'The call does not say for which brand it is, and you are in several.',
      hint: `Pass \`brandId\`, one of ${choices.join(', ')}.`,
    });
    this.choices = [...choices];
  }

  static override isInstance(error: unknown): error is BrandRequiredError {
    return AiModelsError.isInstance(error) && error.name === 'BrandRequiredError';
  }
}
