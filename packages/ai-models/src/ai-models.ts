import type { CaptionRequestFilter } from './database/caption-requests.ts';
import type { ModelFilter } from './database/models.ts';
import type { Page } from './database/page.ts';
import type { JobFilter } from './database/queries.ts';
import type { SetModelAliasOptions } from './inference/brand-models.ts';
import type { CleanupPlan, HousekeepingReport } from './inference/clean-up.ts';
import type { CleanupOptions, CleanupReport } from './inference/cleanup-generations.ts';
import type { Generation } from './inference/generation.ts';
import type { GenerationFilter } from './inference/generations.ts';
import type { GenerateImageOptions } from './inference/image-generator.ts';
import type { BrandModel } from './inference/model.ts';
import type { DownloadedModel } from './inference/model-files.ts';
import type { GenerationQuote, QuoteGenerationOptions } from './inference/quote-generation.ts';
import type { Reach } from './jobs/lanes.ts';
import type { TidyUpOptions, TidyUpReport } from './jobs/tidying/tidy-up.ts';
import type { ClaimedWork } from './jobs/work-on-claim.ts';
import type { MarkNoticesReadOptions, NoticeFilter, NoticePage } from './notices/list-notices.ts';
import type { NoticePreferences, NoticePreferencesChanges } from './notices/notice-preferences.ts';
import type { PushSubscriptionInput, RemovePushSubscriptionOptions } from './notices/push-subscriptions.ts';
import type {
  CreatedWebhookEndpoint,
  CreateWebhookEndpointOptions,
  UpdateWebhookEndpointOptions,
  WebhookEndpoint,
} from './notices/webhook-endpoints.ts';
import type { Stoppable } from './shared/stoppable.ts';
import type { RetrainingPlan, RetrainingReport } from './training/again/retrain.ts';
import type { CaptionAssetsOptions, CaptionReport } from './training/caption-assets.ts';
import type { CheckReadinessOptions } from './training/check-readiness.ts';
import type { CreateTrainingJobOptions } from './training/create-training-job.ts';
import type { DeletedAssets } from './training/delete-assets.ts';
import type { DeletedData } from './training/delete-my-data.ts';
import type { ExportDatasetOptions, ExportedDataset } from './training/export-dataset.ts';
import type { ImportDatasetOptions, ImportReport } from './training/import-dataset.ts';
import type {
  InspectReceivedPicturesOptions,
  ReceivedPicturesReport,
} from './training/inspect-received-pictures.ts';
import type { ModelType } from './training/model-type.ts';
import type { TrainingQuote } from './training/quote-training.ts';
import type { ReadinessReport } from './training/readiness.ts';
import type {
  CaptionRequest,
  RequestCaptionsOptions,
  RequestedCaptions,
} from './training/request-captions.ts';
import type { RetryTrainingJobOptions } from './training/retry-training-job.ts';
import type { StartTrainingOptions } from './training/start-training.ts';
import type { TrainingConfigInput } from './training/training-config.ts';
import type { TrainingJob } from './training/training-job.ts';
import type { DeleteTrainingJobOptions, UpdateTrainingJobOptions } from './training/training-jobs.ts';
import type { UploadTrainingImagesOptions } from './training/upload-training-images.ts';
import type { UploadedPicture } from './training/uploaded-picture.ts';
import type { WatchTrainingJobOptions } from './training/watch-training-job.ts';
import type { ClaimedCaption } from './training/work-on-caption.ts';

/** For whom a call is; may be left out where the caller has one brand only. */
export interface InBrand {
  /** The brand's id, such as `acmecompany`. Default: the caller's only brand. */
  readonly brandId?: string | undefined;
}

/** Everything that this library does, in the name of one caller. What it throws is an `AiModelsError`. */
export interface AiModels {
  // Pictures in
  /** Uploads pictures in the caller's name. They are `received` until they were inspected. @throws UploadError, which holds what became of each */
  uploadTrainingImages(options: UploadTrainingImagesOptions & InBrand): Promise<UploadedPicture[]>;
  /** Looks into pictures that were uploaded and makes them `ready` or `rejected`; as system. */
  inspectPictures(options?: InspectReceivedPicturesOptions & InBrand): Promise<ReceivedPicturesReport>;
  /** Says what speaks against training with these pictures. */
  checkReadiness(options: CheckReadinessOptions & InBrand): Promise<ReadinessReport>;
  /** Has a model write captions for pictures; as system, with a provider that does. */
  captionAssets(options: CaptionAssetsOptions & InBrand): Promise<CaptionReport>;
  /** Asks for captions, which the engine has a model write; as a person. */
  requestCaptions(options: RequestCaptionsOptions & InBrand): Promise<RequestedCaptions>;
  /** Wishes for captions and what became of them, newest first, a page at a time. */
  listCaptionRequests(options?: CaptionRequestFilter & InBrand): Promise<Page<CaptionRequest>>;
  /** Deletes a picture with its files, and says which models were trained on it. */
  deletePicture(assetId: string, options?: InBrand): Promise<DeletedAssets>;
  /** The same for several; those that the caller may not delete stay. */
  deleteAssets(options: { assetIds: readonly string[] } & InBrand): Promise<DeletedAssets>;
  /** Uploads the pictures and captions of a zip; a hostile one is refused whole. */
  importDataset(options: ImportDatasetOptions & InBrand): Promise<ImportReport>;
  /** Pictures and captions as a zip that can be imported again. */
  exportDataset(options?: ExportDatasetOptions & InBrand): Promise<ExportedDataset>;
  /** An address for a training picture by its `fileUrl` or by the name it was uploaded under, good for five minutes. */
  getTrainingDataUrl(brandId: string, filename: string): Promise<string>;

  // Training
  /**
   * Asks for a training; as the system with providers it is begun at once. One that the provider refuses is returned as
   * `failed`, with its `error`. @throws NotReadyError, ConfigError
   */
  createTrainingJob(options: CreateTrainingJobOptions & InBrand): Promise<TrainingJob>;
  /** The same, with pictures that are found: all that may be trained with, if enough of them are new. */
  startTraining(options: StartTrainingOptions & InBrand): Promise<TrainingJob>;
  /** What a training will take and cost, before it does. */
  quoteTraining(
    options: { modelType: ModelType; config?: TrainingConfigInput | undefined } & InBrand,
  ): Promise<TrainingQuote>;
  /** A training as it is now. @throws TrainingJobNotFoundError also where it is another brand's */
  getTrainingJob(jobId: string, options?: InBrand): Promise<TrainingJob>;
  /** Newest first, a page at a time. */
  listTrainingJobs(options?: JobFilter & InBrand): Promise<Page<TrainingJob>>;
  /** The training now and after each change, until it has ended; as the system it is taken forward too. */
  watchTrainingJob(jobId: string, options?: WatchTrainingJobOptions & InBrand): AsyncIterable<TrainingJob>;
  /** Takes a training as far as it goes now; as system, for scripts without an engine. */
  syncTrainingJob(jobId: string, options?: InBrand & Stoppable): Promise<TrainingJob>;
  /** Ends a training, at its provider first. */
  cancelTrainingJob(jobId: string, options?: InBrand): Promise<TrainingJob>;
  /** A new training with the same wish; weights that the provider still has are only saved. */
  retryTrainingJob(jobId: string, options?: RetryTrainingJobOptions & InBrand): Promise<TrainingJob>;
  /** Takes a training that has ended off the lists; it can be restored unless it is deleted for ever. */
  deleteTrainingJob(jobId: string, options?: DeleteTrainingJobOptions & InBrand): Promise<void>;
  /** Puts it back on the lists. */
  restoreTrainingJob(jobId: string, options?: InBrand): Promise<TrainingJob>;
  /** Shares what came of a training with the brand: others may paint with it then. For its owner; the engine carries it out. */
  shareTrainingJob(jobId: string, options?: InBrand): Promise<TrainingJob>;
  /**
   * Takes it back; what others made with it stays theirs. For its owner, and for admins, who get null for what is not
   * theirs.
   */
  withdrawTrainingJob(jobId: string, options?: InBrand): Promise<TrainingJob | null>;
  /** Gives a training another name or description. */
  updateTrainingJob(jobId: string, changes: UpdateTrainingJobOptions & InBrand): Promise<TrainingJob>;
  /** Says whether the brand would be trained again now by itself, with what, and why. */
  explainRetraining(brandId?: string): Promise<RetrainingPlan>;
  /** Trains the brand again if enough new pictures came in and nothing speaks against it; as system. */
  retrain(brandId?: string): Promise<RetrainingReport>;

  // Models
  /** The trained models of a brand, newest first. */
  listBrandModels(brandId?: string, filter?: ModelFilter): Promise<Page<BrandModel>>;
  /** One of them by what people call it: `flux-lora-v1`, `flux-lora`, `flux-lora@v2`. */
  getBrandModel(modelId: string, options?: InBrand): Promise<BrandModel>;
  /** Lets `live`, or another word, stand for another version: forward, or back. For admins. */
  setModelAlias(options: SetModelAliasOptions & InBrand): Promise<BrandModel>;
  /** Takes a version out of use. For admins. */
  retireModel(modelId: string, options?: InBrand): Promise<BrandModel>;
  /** Takes it back into use. For admins. */
  restoreModel(modelId: string, options?: InBrand): Promise<BrandModel>;
  /** Deletes a version and its weights for good; `conflict` while somebody paints with it. For admins. */
  deleteModel(modelId: string, options?: InBrand): Promise<void>;
  /** An address for weights, good for five minutes. */
  getModelUrl(brandId: string, modelName: string): Promise<string>;
  /** The weights as a stream, whose hash is checked as it is read. */
  downloadModel(modelId: string, options?: InBrand & Stoppable): Promise<DownloadedModel>;

  // Pictures out
  /** Makes pictures with a model of the brand, and waits until they lie in the brand's own bucket. */
  generateImage(options: GenerateImageOptions & InBrand): Promise<Generation>;
  /** What pictures will take and cost, before they do. @throws ModelNotFoundError */
  quoteGeneration(options: QuoteGenerationOptions & InBrand): Promise<GenerationQuote>;
  /** One request for pictures and what came of it, with addresses that are good for five minutes. */
  getGeneration(generationId: string, options?: InBrand): Promise<Generation>;
  /** Newest first, a page at a time. @throws ModelNotFoundError where `modelId` is given and there is none */
  listGenerations(options?: GenerationFilter & InBrand): Promise<Page<Generation>>;
  /** Takes a generation as far as it goes now; as system. */
  syncGeneration(generationId: string, options?: InBrand & Stoppable): Promise<Generation>;
  /** Ends a generation, at its provider first. */
  cancelGeneration(generationId: string, options?: InBrand): Promise<Generation>;
  /** Removes generations older than so many days, but for those with a starred picture. */
  cleanupOldGenerations(brandId: string, days: number, options?: CleanupOptions): Promise<CleanupReport>;

  // Notices
  /** What the caller was told, newest first, and how much of it was not read. */
  listNotices(options?: NoticeFilter & InBrand): Promise<NoticePage>;
  /** Marks notices as read: these, or all. */
  markNoticesRead(options?: MarkNoticesReadOptions & InBrand): Promise<{ marked: number }>;
  /** How the caller wants to be told, and of what. */
  getNoticePreferences(options?: InBrand): Promise<NoticePreferences>;
  /** Changes that; what is left out stays. */
  setNoticePreferences(options: NoticePreferencesChanges & InBrand): Promise<NoticePreferences>;
  /** Ends all mails of one brand to one person, for whoever holds the link at the foot of one; needs no session. */
  unsubscribeFromNotices(token: string): Promise<boolean>;
  /** Has notices shown in the caller's browser. */
  savePushSubscription(options: PushSubscriptionInput & InBrand): Promise<{ id: string }>;
  /** Ends that for one browser. */
  removePushSubscription(options: RemovePushSubscriptionOptions & InBrand): Promise<void>;
  /** Where the brand's machines are told. For admins. */
  listWebhookEndpoints(options?: InBrand): Promise<readonly WebhookEndpoint[]>;
  /** Has a machine told, with a secret that is shown once. For admins. */
  createWebhookEndpoint(options: CreateWebhookEndpointOptions & InBrand): Promise<CreatedWebhookEndpoint>;
  /** Changes where, of what and whether. For admins. @throws AiModelsError `webhook_not_found` */
  updateWebhookEndpoint(
    id: string,
    options: UpdateWebhookEndpointOptions & InBrand,
  ): Promise<WebhookEndpoint>;
  /** Ends it. For admins. @throws AiModelsError `webhook_not_found` */
  deleteWebhookEndpoint(id: string, options?: InBrand): Promise<void>;
  /** Has it called with a `webhook.test`, to see that it works. For admins. @throws AiModelsError `webhook_not_found` */
  sendTestWebhook(id: string, options?: InBrand): Promise<{ noticeId: string }>;

  // People
  /** Deletes everything that is private to the caller, in all brands; their account follows. */
  deleteMyData(): Promise<DeletedData>;

  // Engines
  /** Takes work forward that was claimed from the queue. */
  work(claim: ClaimedWork, options?: Stoppable & Reach): Promise<{ nextLook: Date | null }>;
  /** Clears away files that nothing needs; as system. */
  tidyUp(options?: TidyUpOptions & InBrand): Promise<TidyUpReport>;
  /** Moves a model that its owner shares or takes back, by the id of its row; false where it stays. As system. */
  moveModel(modelId: string, options?: InBrand & Stoppable): Promise<boolean>;
  /** Writes a caption that was asked for and claimed from the queue; as system. */
  workOnCaption(claim: ClaimedCaption, options?: Stoppable): Promise<void>;
  /** Says what would be cleared away now, and why. For admins. */
  explainCleanup(brandId?: string): Promise<CleanupPlan>;
  /** Clears away what policy expired, what was deleted, and what nothing needs; as system. */
  cleanUp(options?: InBrand & Stoppable): Promise<HousekeepingReport>;

  // Doorbells
  /** Answers a provider's webhook: checks it, and wakes the engine. */
  ringDoorbell(request: Request): Promise<Response>;
}
