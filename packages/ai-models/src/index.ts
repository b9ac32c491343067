/** Everything an app or a script calls. Providers, pictures from disk and test helpers have entries of their own. */

export type { AiModels, InBrand } from './ai-models.ts';
export type { AiModelsOptions } from './caller.ts';
export type { SignedUrls } from './context.ts';
export type { SubjectKind } from './database/brand-policy.ts';
export type { CaptionRequestFilter } from './database/caption-requests.ts';
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
  cleanUp,
  cleanupOldGenerations,
  configureAiModels,
  createTrainingJob,
  createWebhookEndpoint,
  deleteAssets,
  deleteModel,
  deleteMyData,
  deletePicture,
  deleteTrainingJob,
  deleteWebhookEndpoint,
  downloadModel,
  explainCleanup,
  explainRetraining,
  exportDataset,
  generateImage,
  getBrandModel,
  getGeneration,
  getModelUrl,
  getNoticePreferences,
  getTrainingDataUrl,
  getTrainingJob,
  importDataset,
  inspectPictures,
  listBrandModels,
  listCaptionRequests,
  listGenerations,
  listNotices,
  listTrainingJobs,
  listWebhookEndpoints,
  markNoticesRead,
  moveModel,
  quoteGeneration,
  quoteTraining,
  removePushSubscription,
  requestCaptions,
  restoreModel,
  restoreTrainingJob,
  retireModel,
  retrain,
  retryTrainingJob,
  ringDoorbell,
  savePushSubscription,
  sendTestWebhook,
  setModelAlias,
  setNoticePreferences,
  shareTrainingJob,
  startTraining,
  syncGeneration,
  syncTrainingJob,
  tidyUp,
  unsubscribeFromNotices,
  updateTrainingJob,
  updateWebhookEndpoint,
  uploadTrainingImages,
  watchTrainingJob,
  withdrawTrainingJob,
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
export type { CleanupItem, CleanupPlan, HousekeepingReport } from './inference/clean-up.ts';
export type { CleanupOptions, CleanupReport } from './inference/cleanup-generations.ts';
export type { GeneratedImage, Generation } from './inference/generation.ts';
export type { GenerationFilter } from './inference/generations.ts';
export type { GenerateImageOptions } from './inference/image-generator.ts';
export type { ImageSettingsInput } from './inference/image-settings.ts';
export type { BrandModel, SharedModel } from './inference/model.ts';
export type { DownloadedModel } from './inference/model-files.ts';
export type { GenerationQuote, QuoteGenerationOptions } from './inference/quote-generation.ts';
export type { Reach } from './jobs/lanes.ts';
export type { TidyUpOptions, TidyUpReport } from './jobs/tidying/tidy-up.ts';
export type { ClaimedWork } from './jobs/work-on-claim.ts';
export { createAiModels } from './lazy-client.ts';
export type { MarkNoticesReadOptions, NoticeFilter, NoticePage } from './notices/list-notices.ts';
export type { Notice, NoticeFacts } from './notices/notice.ts';
export type { NoticeKind, WebhookKind } from './notices/notice-kinds.ts';
export { noticeKinds, webhookKinds } from './notices/notice-kinds.ts';
export type { NoticePreferences, NoticePreferencesChanges } from './notices/notice-preferences.ts';
export type { PushSubscriptionInput, RemovePushSubscriptionOptions } from './notices/push-subscriptions.ts';
export type {
  CreatedWebhookEndpoint,
  CreateWebhookEndpointOptions,
  UpdateWebhookEndpointOptions,
  WebhookEndpoint,
} from './notices/webhook-endpoints.ts';
export type { Provider } from './providers/provider-registry.ts';
export type { SigningKey, SystemSigner, SystemSignerSettings } from './shared/access/system-signer.ts';
export { createSystemSigner } from './shared/access/system-signer.ts';
export type { Logger } from './shared/logging/logger.ts';
export { consoleLogger, redacting } from './shared/logging/logger.ts';
export type { PictureContent, PictureSource } from './shared/picture-source.ts';
export type { Stoppable } from './shared/stoppable.ts';
export type { PictureInput } from './storage/picture-input.ts';
export type {
  RetrainingCode,
  RetrainingDecision,
  RetrainingReason,
} from './training/again/decide-retraining.ts';
export type { RetrainingPlan, RetrainingReport } from './training/again/retrain.ts';
export type { CaptionAssetsOptions, CaptionReport } from './training/caption-assets.ts';
export type { CheckReadinessOptions } from './training/check-readiness.ts';
export type { CreateTrainingJobOptions } from './training/create-training-job.ts';
export type { DeletedAssets } from './training/delete-assets.ts';
export type { DeletedData } from './training/delete-my-data.ts';
export type { ExportDatasetOptions, ExportedDataset } from './training/export-dataset.ts';
export type { ImportDatasetOptions, ImportReport } from './training/import-dataset.ts';
export type {
  InspectReceivedPicturesOptions,
  ReceivedPicturesReport,
} from './training/inspect-received-pictures.ts';
export type { ModelType } from './training/model-type.ts';
export type { TrainingQuote } from './training/quote-training.ts';
export type { ReadinessCode, ReadinessReason, ReadinessReport } from './training/readiness.ts';
export type {
  CaptionRequest,
  RequestCaptionsOptions,
  RequestedCaptions,
} from './training/request-captions.ts';
export type { StartTrainingOptions } from './training/start-training.ts';
export type { TrainingConfig, TrainingConfigInput } from './training/training-config.ts';
export type { TrainingJob } from './training/training-job.ts';
export type { DeleteTrainingJobOptions, UpdateTrainingJobOptions } from './training/training-jobs.ts';
export type { FailedPicture } from './training/upload-error.ts';
export { UploadError } from './training/upload-error.ts';
export type { UploadProgress, UploadTrainingImagesOptions } from './training/upload-training-images.ts';
export type { PictureStatus, UploadedPicture } from './training/uploaded-picture.ts';
export type { WatchTrainingJobOptions } from './training/watch-training-job.ts';
export type { ClaimedCaption } from './training/work-on-caption.ts';
