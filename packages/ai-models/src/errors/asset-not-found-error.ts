import { AiModelsError } from './ai-models-error.ts';

/** Which pictures, of which brand. */
export interface AssetNotFoundErrorDetails {
  /** Whose they should be. */
  brandId: string;
  /** All that were not found; empty where the brand has none at all that were inspected. */
  assetIds: readonly string[];
  /** What led to it. */
  cause?: unknown;
}

/** The brand has no such pictures for this caller. */
export class AssetNotFoundError extends AiModelsError {
  override readonly name = 'AssetNotFoundError';
  /** Whose they should be. */
  readonly brandId: string;
  /** All that were not found; empty where the brand has none at all that were inspected. */
  readonly assetIds: readonly string[];

  constructor({ brandId, assetIds, cause }: AssetNotFoundErrorDetails) {
    const shown = assetIds.slice(0, 5).join(', ') + (assetIds.length > 5 ? ' …' : '');
    const isNone = assetIds.length === 0;
    super({
      code: 'asset_not_found',
      message: `Brand ${brandId} has no ${isNone ? 'pictures that were inspected' : `pictures ${shown} for you`}.`,
      hint: isNone
        ? 'Upload some, and wait until they are ready.'
        : 'Pass ids of pictures that were uploaded to this brand.',
      cause,
    });
    this.brandId = brandId;
    this.assetIds = [...assetIds];
  }

  static override isInstance(error: unknown): error is AssetNotFoundError {
    return AiModelsError.isInstance(error) && error.name === 'AssetNotFoundError';
  }
}
