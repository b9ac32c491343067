export { AiModelsError, type AiModelsErrorCode, type AiModelsErrorDetails } from './ai-models-error.ts';
export { AssetNotFoundError } from './asset-not-found-error.ts';
export { BrandRequiredError } from './brand-required-error.ts';
export { ConfigError } from './config-error.ts';
export { InputError, type InputErrorCode } from './input-error.ts';
export { ModelNotFoundError } from './model-not-found-error.ts';
export { NotReadyError, type NotReadyReason } from './not-ready-error.ts';
export { formatProblems, type Problem } from './problem.ts';
export {
  type Fault,
  ProviderError,
  type ProviderErrorDetails,
  type ProviderFailure,
} from './provider-error.ts';
export { TrainingJobNotFoundError } from './training-job-not-found-error.ts';
export { WaitEndedError } from './wait-ended-error.ts';
export {
  type WebhookRefusal,
  WebhookVerificationError,
} from './webhook-verification-error.ts';
