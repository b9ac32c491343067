import { TenantConfigError } from './tenant-config-error.ts';

/** One brand that the person may choose. */
export interface BrandChoice {
  readonly id: string;
  readonly name: string;
}

export interface BrandRequiredErrorDetails {
  /** Why the brand is not clear, as a sentence. */
  reason: string;
  choices: readonly BrandChoice[];
}

/** The person has to say which of their brands is meant; `choices` lists them. */
export class BrandRequiredError extends TenantConfigError {
  override readonly name = 'BrandRequiredError';
  readonly choices: readonly BrandChoice[];

  constructor({ reason, choices }: BrandRequiredErrorDetails) {
    const listed = choices.map(({ id, name }) => `${id} (${name})`).join(', ');
    super({ code: 'brand_required', message: `${reason} Choose one of these: ${listed}.` });
    this.choices = choices.map(({ id, name }) => ({ id, name }));
  }

  static override isInstance(error: unknown): error is BrandRequiredError {
    return TenantConfigError.isInstance(error) && error.code === 'brand_required';
  }
}
