import { z } from 'zod';
import type { AiModels, InBrand } from './ai-models.ts';
import { type AiModelsOptions, createCaller, type NamedTable } from './caller.ts';
import type { AiModelsContext } from './context.ts';
import * as models from './inference/brand-models.ts';
import { cleanUp, explainCleanup } from './inference/clean-up.ts';
import { cleanupOldGenerations } from './inference/cleanup-generations.ts';
import * as generations from './inference/generations.ts';
import { generateImage } from './inference/image-generator.ts';
import { downloadModel, getModelUrl } from './inference/model-files.ts';
import { quoteGeneration } from './inference/quote-generation.ts';
import { moveModel } from './jobs/tidying/move-model.ts';
import { tidyUp } from './jobs/tidying/tidy-up.ts';
import { workOnClaim } from './jobs/work-on-claim.ts';
import { listNotices, markNoticesRead } from './notices/list-notices.ts';
import {
  getNoticePreferences,
  setNoticePreferences,
  unsubscribeFromNotices,
} from './notices/notice-preferences.ts';
import { removePushSubscription, savePushSubscription } from './notices/push-subscriptions.ts';
import * as webhooks from './notices/webhook-endpoints.ts';
import { withSpan } from './shared/logging/tracing.ts';
import { parseInput } from './shared/parse-input.ts';
import { explainRetraining, retrain } from './training/again/retrain.ts';
import { captionAssets } from './training/caption-assets.ts';
import { checkReadiness } from './training/check-readiness.ts';
import { createTrainingJob } from './training/create-training-job.ts';
import { deleteAssets, deletePicture } from './training/delete-assets.ts';
import { deleteMyData } from './training/delete-my-data.ts';
import { exportDataset } from './training/export-dataset.ts';
import { importDataset } from './training/import-dataset.ts';
import { quoteTraining } from './training/quote-training.ts';
import { listCaptionRequests, requestCaptions } from './training/request-captions.ts';
import { retryTrainingJob } from './training/retry-training-job.ts';
import { shareTrainingJob, withdrawTrainingJob } from './training/share-training.ts';
import { startTraining } from './training/start-training.ts';
import { getTrainingDataUrl } from './training/training-data-url.ts';
import * as jobs from './training/training-jobs.ts';
import { uploadTrainingImages } from './training/upload-training-images.ts';
import { watchTrainingJob } from './training/watch-training-job.ts';
import { workOnCaption } from './training/work-on-caption.ts';
import { ringDoorbell } from './webhooks/ring-doorbell.ts';

/** Wires everything; the one object that an app holds. Nothing is asked or loaded before the first call. */
export function createAiModels(options: AiModelsOptions): AiModels {
  const caller = createCaller(options);
  const traced =
    <T>(name: string, run: (context: AiModelsContext) => Promise<T>) =>
    (context: AiModelsContext) =>
      withSpan(`ai-models.${name}`, { 'act.brand_id': context.brandId }, () => run(context));

  const inBrand = async <T>(
    name: string,
    brandId: string | undefined,
    run: (context: AiModelsContext) => Promise<T>,
  ) => traced(name, run)(await caller.contextFor(brandId));
  const withOptions = async <Options extends InBrand, T>(
    name: string,
    given: Options | undefined,
    run: (context: AiModelsContext, options: Omit<Options, 'brandId'>) => Promise<T>,
  ) => {
    const { brandId, ...options } = toCall(given);
    return inBrand(name, brandId, (context) => run(context, options));
  };
  const ofRow = async <T>(
    name: string,
    [table, id]: readonly [NamedTable, string],
    { brandId }: InBrand = {},
    run: (context: AiModelsContext) => Promise<T>,
  ) => traced(name, run)(await caller.contextOf(table, id, brandId));
  const job = (id: string) => ['lora_training_jobs', id] as const;
  const generation = (id: string) => ['generations', id] as const;

  return {
    uploadTrainingImages: (options) => withOptions('uploadTrainingImages', options, uploadTrainingImages),
    inspectPictures: (given) =>
      withOptions('inspectPictures', given, async (context, options) => {
        // Needs Node and sharp, which only those have who do this work.
        const { inspectReceivedPictures } = await import('./training/inspect-received-pictures.ts');
        return inspectReceivedPictures(context, options);
      }),
    checkReadiness: (options) => withOptions('checkReadiness', options, checkReadiness),
    captionAssets: (options) => withOptions('captionAssets', options, captionAssets),
    requestCaptions: (options) => withOptions('requestCaptions', options, requestCaptions),
    listCaptionRequests: (options) => withOptions('listCaptionRequests', options, listCaptionRequests),
    deletePicture: (id, where) =>
      ofRow('deletePicture', ['brand_assets', id], where, (context) => deletePicture(context, id)),
    deleteAssets: (options) => withOptions('deleteAssets', options, deleteAssets),
    importDataset: (options) => withOptions('importDataset', options, importDataset),
    exportDataset: (options) => withOptions('exportDataset', options, exportDataset),
    getTrainingDataUrl: (brandId, filename) =>
      inBrand('getTrainingDataUrl', brandId, (context) => getTrainingDataUrl(context, filename)),

    createTrainingJob: (options) => withOptions('createTrainingJob', options, createTrainingJob),
    startTraining: (options) => withOptions('startTraining', options, startTraining),
    quoteTraining: (options) => withOptions('quoteTraining', options, quoteTraining),
    getTrainingJob: (id, where) =>
      ofRow('getTrainingJob', job(id), where, (context) => jobs.getTrainingJob(context, id)),
    listTrainingJobs: (options) => withOptions('listTrainingJobs', options, jobs.listTrainingJobs),
    watchTrainingJob: async function* (id, { brandId, ...watch } = {}) {
      yield* watchTrainingJob(await caller.contextOf('lora_training_jobs', id, brandId), id, watch);
    },
    syncTrainingJob: (id, { brandId, signal } = {}) =>
      ofRow('syncTrainingJob', job(id), { brandId }, (context) =>
        jobs.syncTrainingJob(context, id, { signal }),
      ),
    cancelTrainingJob: (id, where) =>
      ofRow('cancelTrainingJob', job(id), where, (context) => jobs.cancelTrainingJob(context, id)),
    retryTrainingJob: (id, { brandId, ...how } = {}) =>
      ofRow('retryTrainingJob', job(id), { brandId }, (context) => retryTrainingJob(context, id, how)),
    deleteTrainingJob: (id, { brandId, ...how } = {}) =>
      ofRow('deleteTrainingJob', job(id), { brandId }, (context) => jobs.deleteTrainingJob(context, id, how)),
    restoreTrainingJob: (id, where) =>
      ofRow('restoreTrainingJob', job(id), where, (context) => jobs.restoreTrainingJob(context, id)),
    shareTrainingJob: (id, where) =>
      ofRow('shareTrainingJob', job(id), where, (context) => shareTrainingJob(context, id)),
    withdrawTrainingJob: (id, where) =>
      ofRow('withdrawTrainingJob', job(id), where, (context) => withdrawTrainingJob(context, id)),
    updateTrainingJob: async (id, options) => {
      const { brandId, ...changes } = toCall(options);
      return ofRow('updateTrainingJob', job(id), { brandId }, (context) =>
        jobs.updateTrainingJob(context, id, changes),
      );
    },
    explainRetraining: (brandId) => inBrand('explainRetraining', brandId, explainRetraining),
    retrain: (brandId) => inBrand('retrain', brandId, retrain),

    listBrandModels: (brandId, filter) =>
      inBrand('listBrandModels', brandId, (context) => models.listBrandModels(context, filter)),
    getBrandModel: (id, { brandId } = {}) =>
      inBrand('getBrandModel', brandId, (context) => models.getBrandModel(context, id)),
    setModelAlias: (options) => withOptions('setModelAlias', options, models.setModelAlias),
    retireModel: (id, { brandId } = {}) =>
      inBrand('retireModel', brandId, (context) => models.setModelRetired(context, id, true)),
    restoreModel: (id, { brandId } = {}) =>
      inBrand('restoreModel', brandId, (context) => models.setModelRetired(context, id, false)),
    deleteModel: (id, { brandId } = {}) =>
      inBrand('deleteModel', brandId, (context) => models.deleteModel(context, id)),
    getModelUrl: (brandId, modelName) =>
      inBrand('getModelUrl', brandId, (context) => getModelUrl(context, modelName)),
    downloadModel: (id, { brandId, signal } = {}) =>
      inBrand('downloadModel', brandId, (context) => downloadModel(context, id, { signal })),

    generateImage: (options) => withOptions('generateImage', options, generateImage),
    quoteGeneration: (options) => withOptions('quoteGeneration', options, quoteGeneration),
    getGeneration: (id, where) =>
      ofRow('getGeneration', generation(id), where, (context) => generations.getGeneration(context, id)),
    listGenerations: (options) => withOptions('listGenerations', options, generations.listGenerations),
    syncGeneration: (id, { brandId, signal } = {}) =>
      ofRow('syncGeneration', generation(id), { brandId }, (context) =>
        generations.syncGeneration(context, id, { signal }),
      ),
    cancelGeneration: (id, where) =>
      ofRow('cancelGeneration', generation(id), where, (context) =>
        generations.cancelGeneration(context, id),
      ),
    cleanupOldGenerations: (brandId, days, how) =>
      inBrand('cleanupOldGenerations', brandId, (context) => cleanupOldGenerations(context, days, how)),

    listNotices: (options) => withOptions('listNotices', options, listNotices),
    markNoticesRead: (options) => withOptions('markNoticesRead', options, markNoticesRead),
    getNoticePreferences: (options) => withOptions('getNoticePreferences', options, getNoticePreferences),
    setNoticePreferences: (options) => withOptions('setNoticePreferences', options, setNoticePreferences),
    unsubscribeFromNotices: async (token) => unsubscribeFromNotices(await caller.openAnonymously(), token),
    savePushSubscription: (options) => withOptions('savePushSubscription', options, savePushSubscription),
    removePushSubscription: (options) =>
      withOptions('removePushSubscription', options, removePushSubscription),
    listWebhookEndpoints: (options) =>
      withOptions('listWebhookEndpoints', options, webhooks.listWebhookEndpoints),
    createWebhookEndpoint: (options) =>
      withOptions('createWebhookEndpoint', options, webhooks.createWebhookEndpoint),
    updateWebhookEndpoint: (id, options) =>
      withOptions('updateWebhookEndpoint', options, (context, changes) =>
        webhooks.updateWebhookEndpoint(context, id, changes),
      ),
    deleteWebhookEndpoint: (id, { brandId } = {}) =>
      inBrand('deleteWebhookEndpoint', brandId, (context) => webhooks.deleteWebhookEndpoint(context, id)),
    sendTestWebhook: (id, { brandId } = {}) =>
      inBrand('sendTestWebhook', brandId, (context) => webhooks.sendTestWebhook(context, id)),

    deleteMyData: async () =>
      withSpan('ai-models.deleteMyData', {}, async () => deleteMyData(await caller.openForPerson())),

    work: (claim, how) => inBrand('work', undefined, (context) => workOnClaim(context, claim, how)),
    tidyUp: (options) => withOptions('tidyUp', options, tidyUp),
    moveModel: (id, { brandId, signal } = {}) =>
      inBrand('moveModel', brandId, (context) => moveModel(context, id, { signal })),
    workOnCaption: (claim, how) =>
      inBrand('workOnCaption', undefined, (context) => workOnCaption(context, claim, how)),
    explainCleanup: (brandId) => inBrand('explainCleanup', brandId, explainCleanup),
    cleanUp: (options) => withOptions('cleanUp', options, cleanUp),
    ringDoorbell: async (request) =>
      ringDoorbell(request, {
        database: await caller.openAnonymously(),
        webhookSecrets: options.webhookSecrets ?? {},
      }),
  };
}

/** Also where a script passes nothing: what is missing is named by whoever needs it. */
function toCall<Options extends InBrand>(given: Options | null | undefined): Options {
  parseInput(z.looseObject({ brandId: z.string().optional() }).nullish(), given, { subject: 'The call' });
  return Object.assign({}, given);
}
