import type { AiModels } from './ai-models.ts';
import type { AiModelsOptions } from './caller.ts';
import { createAiModels, createLateClient } from './late-client.ts';

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
  configured ??= createLateClient(fromEnvironment);
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
/** See {@link AiModels.ringDoorbell}. */
export const ringDoorbell: AiModels['ringDoorbell'] = (...given) => client().ringDoorbell(...given);
