/** What a provider promises: for whoever writes one. */

export {
  type Fault,
  ProviderError,
  type ProviderErrorDetails,
  type ProviderFailure,
} from '../errors/index.ts';
export type { RetryOptions } from '../shared/retry.ts';
export type { Stoppable } from '../shared/stoppable.ts';
export type { ModelType } from '../training/model-type.ts';
export type { TrainingConfig } from '../training/training-config.ts';
export type { CaptionCall, CaptionProvider } from './caption-provider.ts';
export { explainFailure } from './explain-failure.ts';
export type {
  AspectRatio,
  GenerationStatus,
  ImageProvider,
  ImageSettings,
  LoraReference,
  StartGenerationCall,
} from './image-provider.ts';
export type { Provider } from './provider-registry.ts';
export type {
  AfterUnknown,
  Delivery,
  OutputProvider,
  OutputSource,
  ProviderId,
  RunHandle,
  StartOutcome,
} from './run.ts';
export type {
  LossPoint,
  StartTrainingCall,
  TrainingListing,
  TrainingProvider,
  TrainingReport,
  TrainingStatus,
} from './training-provider.ts';
