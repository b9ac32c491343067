/** Everything an app or a script calls. Providers, pictures from disk and test helpers have entries of their own. */

export type { AiModels, InBrand, Stoppable } from './ai-models.ts';
export type { AiModelsOptions } from './caller.ts';
export type { Logger, SignedUrls } from './context.ts';
export type { SubjectKind } from './database/brand-policy.ts';
export type { GenerationStatus } from './database/generations.ts';
export type { ModelFilter } from './database/models.ts';
export type { Page, PageOptions } from './database/page.ts';
export type { JobFilter } from './database/queries.ts';
export type { JobStatus } from './database/training-jobs.ts';
export {
  cancelGeneration,
  cancelTrainingJob,
  captionAssets,
  checkReadiness,
  cleanupOldGenerations,
  configureAiModels,
  createTrainingJob,
  deleteModel,
  deleteTrainingJob,
  downloadModel,
  exportDataset,
  generateImage,
  getBrandModel,
  getGeneration,
  getModelUrl,
  getTrainingDataUrl,
  getTrainingJob,
  importDataset,
  inspectPictures,
  listBrandModels,
  listGenerations,
  listTrainingJobs,
  quoteTraining,
  restoreModel,
  restoreTrainingJob,
  retireModel,
  retryTrainingJob,
  ringDoorbell,
  setModelAlias,
  startTraining,
  syncGeneration,
  syncTrainingJob,
  tidyUp,
  updateTrainingJob,
  uploadTrainingImages,
  watchTrainingJob,
} from './default-client.ts';
export type {
  AiModelsErrorCode,
  Fault,
  NotReadyReason,
  Problem,
  ProviderFailure,
  WebhookRefusal,
} from './errors/index.ts';
export {
  AiModelsError,
  AssetNotFoundError,
  BrandRequiredError,
  ConfigError,
  InputError,
  ModelNotFoundError,
  NotReadyError,
  ProviderError,
  TrainingJobNotFoundError,
  WaitEndedError,
  WebhookVerificationError,
} from './errors/index.ts';
export type { TrainingEvent } from './events/training-events.ts';
export type { SetModelAliasOptions } from './inference/brand-models.ts';
export type { CleanupOptions, CleanupReport } from './inference/cleanup-generations.ts';
export type { GeneratedImage, Generation } from './inference/generation.ts';
export type { GenerationFilter } from './inference/generations.ts';
export type { GenerateImageOptions } from './inference/image-generator.ts';
export type { ImageSettingsInput } from './inference/image-settings.ts';
export type { BrandModel } from './inference/model.ts';
export type { DownloadedModel } from './inference/model-files.ts';
export type { TidyUpOptions, TidyUpReport } from './jobs/tidying/tidy-up.ts';
export type { ClaimedWork } from './jobs/work-on-claim.ts';
export { createAiModels } from './late-client.ts';
export type { Provider } from './providers/provider-registry.ts';
export type { SigningKey, SystemSigner, SystemSignerSettings } from './shared/access/system-signer.ts';
export { createSystemSigner } from './shared/access/system-signer.ts';
export { consoleLogger } from './shared/logging/logger.ts';
export type { PictureContent, PictureSource } from './shared/picture-source.ts';
export type { PictureInput } from './storage/picture-input.ts';
export type { CaptionAssetsOptions, CaptionReport } from './training/caption-assets.ts';
export type { CheckReadinessOptions } from './training/check-readiness.ts';
export type { CreateTrainingJobOptions } from './training/create-training-job.ts';
export type { ExportDatasetOptions, ExportedDataset } from './training/export-dataset.ts';
export type { ImportDatasetOptions, ImportReport } from './training/import-dataset.ts';
export type {
  InspectReceivedPicturesOptions,
  ReceivedPicturesReport,
} from './training/inspect-received-pictures.ts';
export type { TrainingQuote } from './training/quote-training.ts';
export type { ReadinessCode, ReadinessReason, ReadinessReport } from './training/readiness.ts';
export type { StartTrainingOptions } from './training/start-training.ts';
export type { ModelType, TrainingConfig, TrainingConfigInput } from './training/training-config.ts';
export type { TrainingJob } from './training/training-job.ts';
export type { DeleteTrainingJobOptions, UpdateTrainingJobOptions } from './training/training-jobs.ts';
export type { FailedPicture } from './training/upload-error.ts';
export { UploadError } from './training/upload-error.ts';
export type { UploadProgress, UploadTrainingImagesOptions } from './training/upload-training-images.ts';
export type { PictureStatus, UploadedPicture } from './training/uploaded-picture.ts';
export type { WatchTrainingJobOptions } from './training/watch-training-job.ts';
