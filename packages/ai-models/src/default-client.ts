import type { AiModels } from './ai-models.ts';
import type { AiModelsOptions } from './caller.ts';
import { createAiModels, createLazyClient } from './lazy-client.ts';

let configured: AiModels | null = null;

/**
 * Says how the functions below reach the project: once, when a program starts. Without it they read the environment.
 * Sessions are asked for with every call and never kept, so one configuration may serve many people:
 * `access: { accessToken: () => tokenOfThisRequest() }`.
 */
export function configureAiModels(options: AiModelsOptions): void {
  configured = createAiModels(options);
}

function client(): AiModels {
  configured ??= createLazyClient(fromEnvironment);
  return configured;
}

async function fromEnvironment(): Promise<AiModels> {
  const { readOptions } = await import('./environment-options.ts');
  return createAiModels(readOptions());
}

/** See {@link AiModels.uploadTrainingImages}. */
export const uploadTrainingImages: AiModels['uploadTrainingImages'] = (...given) =>
  client().uploadTrainingImages(...given);
/** See {@link AiModels.inspectPictures}. */
export const inspectPictures: AiModels['inspectPictures'] = (...given) => client().inspectPictures(...given);
/** See {@link AiModels.checkReadiness}. */
export const checkReadiness: AiModels['checkReadiness'] = (...given) => client().checkReadiness(...given);
/** See {@link AiModels.captionAssets}. */
export const captionAssets: AiModels['captionAssets'] = (...given) => client().captionAssets(...given);
/** See {@link AiModels.importDataset}. */
export const importDataset: AiModels['importDataset'] = (...given) => client().importDataset(...given);
/** See {@link AiModels.exportDataset}. */
export const exportDataset: AiModels['exportDataset'] = (...given) => client().exportDataset(...given);
/** See {@link AiModels.tidyUp}. */
export const tidyUp: AiModels['tidyUp'] = (...given) => client().tidyUp(...given);
/** See {@link AiModels.moveModel}. */
export const moveModel: AiModels['moveModel'] = (...given) => client().moveModel(...given);
/** See {@link AiModels.getTrainingDataUrl}. */
export const getTrainingDataUrl: AiModels['getTrainingDataUrl'] = (...given) =>
  client().getTrainingDataUrl(...given);
/** See {@link AiModels.createTrainingJob}. */
export const createTrainingJob: AiModels['createTrainingJob'] = (...given) =>
  client().createTrainingJob(...given);
/** See {@link AiModels.startTraining}. */
export const startTraining: AiModels['startTraining'] = (...given) => client().startTraining(...given);
/** See {@link AiModels.quoteTraining}. */
export const quoteTraining: AiModels['quoteTraining'] = (...given) => client().quoteTraining(...given);
/** See {@link AiModels.getTrainingJob}. */
export const getTrainingJob: AiModels['getTrainingJob'] = (...given) => client().getTrainingJob(...given);
/** See {@link AiModels.listTrainingJobs}. */
export const listTrainingJobs: AiModels['listTrainingJobs'] = (...given) =>
  client().listTrainingJobs(...given);
/** See {@link AiModels.watchTrainingJob}. */
export const watchTrainingJob: AiModels['watchTrainingJob'] = (...given) =>
  client().watchTrainingJob(...given);
/** See {@link AiModels.syncTrainingJob}. */
export const syncTrainingJob: AiModels['syncTrainingJob'] = (...given) => client().syncTrainingJob(...given);
/** See {@link AiModels.cancelTrainingJob}. */
export const cancelTrainingJob: AiModels['cancelTrainingJob'] = (...given) =>
  client().cancelTrainingJob(...given);
/** See {@link AiModels.retryTrainingJob}. */
export const retryTrainingJob: AiModels['retryTrainingJob'] = (...given) =>
  client().retryTrainingJob(...given);
/** See {@link AiModels.deleteTrainingJob}. */
export const deleteTrainingJob: AiModels['deleteTrainingJob'] = (...given) =>
  client().deleteTrainingJob(...given);
/** See {@link AiModels.restoreTrainingJob}. */
export const restoreTrainingJob: AiModels['restoreTrainingJob'] = (...given) =>
  client().restoreTrainingJob(...given);
/** See {@link AiModels.shareTrainingJob}. */
export const shareTrainingJob: AiModels['shareTrainingJob'] = (...given) =>
  client().shareTrainingJob(...given);
/** See {@link AiModels.withdrawTrainingJob}. */
export const withdrawTrainingJob: AiModels['withdrawTrainingJob'] = (...given) =>
  client().withdrawTrainingJob(...given);
/** See {@link AiModels.updateTrainingJob}. */
export const updateTrainingJob: AiModels['updateTrainingJob'] = (...given) =>
  client().updateTrainingJob(...given);
/** See {@link AiModels.listBrandModels}. */
export const listBrandModels: AiModels['listBrandModels'] = (...given) => client().listBrandModels(...given);
/** See {@link AiModels.getBrandModel}. */
export const getBrandModel: AiModels['getBrandModel'] = (...given) => client().getBrandModel(...given);
/** See {@link AiModels.setModelAlias}. */
export const setModelAlias: AiModels['setModelAlias'] = (...given) => client().setModelAlias(...given);
/** See {@link AiModels.retireModel}. */
export const retireModel: AiModels['retireModel'] = (...given) => client().retireModel(...given);
/** See {@link AiModels.restoreModel}. */
export const restoreModel: AiModels['restoreModel'] = (...given) => client().restoreModel(...given);
/** See {@link AiModels.deleteModel}. */
export const deleteModel: AiModels['deleteModel'] = (...given) => client().deleteModel(...given);
/** See {@link AiModels.getModelUrl}. */
export const getModelUrl: AiModels['getModelUrl'] = (...given) => client().getModelUrl(...given);
/** See {@link AiModels.downloadModel}. */
export const downloadModel: AiModels['downloadModel'] = (...given) => client().downloadModel(...given);
/** See {@link AiModels.quoteGeneration}. */
export const quoteGeneration: AiModels['quoteGeneration'] = (...given) => client().quoteGeneration(...given);
/** See {@link AiModels.generateImage}. */
export const generateImage: AiModels['generateImage'] = (...given) => client().generateImage(...given);
/** See {@link AiModels.getGeneration}. */
export const getGeneration: AiModels['getGeneration'] = (...given) => client().getGeneration(...given);
/** See {@link AiModels.listGenerations}. */
export const listGenerations: AiModels['listGenerations'] = (...given) => client().listGenerations(...given);
/** See {@link AiModels.syncGeneration}. */
export const syncGeneration: AiModels['syncGeneration'] = (...given) => client().syncGeneration(...given);
/** See {@link AiModels.cancelGeneration}. */
export const cancelGeneration: AiModels['cancelGeneration'] = (...given) =>
  client().cancelGeneration(...given);
/** See {@link AiModels.cleanupOldGenerations}. */
export const cleanupOldGenerations: AiModels['cleanupOldGenerations'] = (...given) =>
  client().cleanupOldGenerations(...given);
/** See {@link AiModels.listNotices}. */
export const listNotices: AiModels['listNotices'] = (...given) => client().listNotices(...given);
/** See {@link AiModels.markNoticesRead}. */
export const markNoticesRead: AiModels['markNoticesRead'] = (...given) => client().markNoticesRead(...given);
/** See {@link AiModels.getNoticePreferences}. */
export const getNoticePreferences: AiModels['getNoticePreferences'] = (...given) =>
  client().getNoticePreferences(...given);
/** See {@link AiModels.setNoticePreferences}. */
export const setNoticePreferences: AiModels['setNoticePreferences'] = (...given) =>
  client().setNoticePreferences(...given);
/** See {@link AiModels.unsubscribeFromNotices}. */
export const unsubscribeFromNotices: AiModels['unsubscribeFromNotices'] = (...given) =>
  client().unsubscribeFromNotices(...given);
/** See {@link AiModels.savePushSubscription}. */
export const savePushSubscription: AiModels['savePushSubscription'] = (...given) =>
  client().savePushSubscription(...given);
/** See {@link AiModels.removePushSubscription}. */
export const removePushSubscription: AiModels['removePushSubscription'] = (...given) =>
  client().removePushSubscription(...given);
/** See {@link AiModels.listWebhookEndpoints}. */
export const listWebhookEndpoints: AiModels['listWebhookEndpoints'] = (...given) =>
  client().listWebhookEndpoints(...given);
/** See {@link AiModels.createWebhookEndpoint}. */
export const createWebhookEndpoint: AiModels['createWebhookEndpoint'] = (...given) =>
  client().createWebhookEndpoint(...given);
/** See {@link AiModels.updateWebhookEndpoint}. */
export const updateWebhookEndpoint: AiModels['updateWebhookEndpoint'] = (...given) =>
  client().updateWebhookEndpoint(...given);
/** See {@link AiModels.deleteWebhookEndpoint}. */
export const deleteWebhookEndpoint: AiModels['deleteWebhookEndpoint'] = (...given) =>
  client().deleteWebhookEndpoint(...given);
/** See {@link AiModels.sendTestWebhook}. */
export const sendTestWebhook: AiModels['sendTestWebhook'] = (...given) => client().sendTestWebhook(...given);
/** See {@link AiModels.ringDoorbell}. */
export const ringDoorbell: AiModels['ringDoorbell'] = (...given) => client().ringDoorbell(...given);
/** See {@link AiModels.requestCaptions}. */
export const requestCaptions: AiModels['requestCaptions'] = (...given) => client().requestCaptions(...given);
/** See {@link AiModels.listCaptionRequests}. */
export const listCaptionRequests: AiModels['listCaptionRequests'] = (...given) =>
  client().listCaptionRequests(...given);
/** See {@link AiModels.deletePicture}. */
export const deletePicture: AiModels['deletePicture'] = (...given) => client().deletePicture(...given);
/** See {@link AiModels.deleteAssets}. */
export const deleteAssets: AiModels['deleteAssets'] = (...given) => client().deleteAssets(...given);
/** See {@link AiModels.explainRetraining}. */
export const explainRetraining: AiModels['explainRetraining'] = (...given) =>
  client().explainRetraining(...given);
/** See {@link AiModels.retrain}. */
export const retrain: AiModels['retrain'] = (...given) => client().retrain(...given);
/** See {@link AiModels.deleteMyData}. */
export const deleteMyData: AiModels['deleteMyData'] = (...given) => client().deleteMyData(...given);
/** See {@link AiModels.explainCleanup}. */
export const explainCleanup: AiModels['explainCleanup'] = (...given) => client().explainCleanup(...given);
/** See {@link AiModels.cleanUp}. */
export const cleanUp: AiModels['cleanUp'] = (...given) => client().cleanUp(...given);
