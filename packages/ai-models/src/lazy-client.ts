import type { AiModels } from './ai-models.ts';
import type { AiModelsOptions } from './caller.ts';

/** Wires everything; the one object that an app holds. Nothing is asked or loaded before the first call. */
export function createAiModels(options: AiModelsOptions): AiModels {
  return createLazyClient(async () => (await import('./client.ts')).createAiModels(options));
}

/** A client that is made at its first call: whoever only loads this package waits for nothing that it may not need. */
export function createLazyClient(make: () => Promise<AiModels>): AiModels {
  let making: Promise<AiModels> | null = null;
  const client = () => {
    making ??= make().catch((error: unknown) => {
      // What was missing may be there at the next call.
      making = null;
      throw error;
    });
    return making;
  };

  return {
    uploadTrainingImages: async (...given) => (await client()).uploadTrainingImages(...given),
    inspectPictures: async (...given) => (await client()).inspectPictures(...given),
    checkReadiness: async (...given) => (await client()).checkReadiness(...given),
    captionAssets: async (...given) => (await client()).captionAssets(...given),
    requestCaptions: async (...given) => (await client()).requestCaptions(...given),
    listCaptionRequests: async (...given) => (await client()).listCaptionRequests(...given),
    deletePicture: async (...given) => (await client()).deletePicture(...given),
    deleteAssets: async (...given) => (await client()).deleteAssets(...given),
    importDataset: async (...given) => (await client()).importDataset(...given),
    exportDataset: async (...given) => (await client()).exportDataset(...given),
    getTrainingDataUrl: async (...given) => (await client()).getTrainingDataUrl(...given),

    createTrainingJob: async (...given) => (await client()).createTrainingJob(...given),
    startTraining: async (...given) => (await client()).startTraining(...given),
    quoteTraining: async (...given) => (await client()).quoteTraining(...given),
    getTrainingJob: async (...given) => (await client()).getTrainingJob(...given),
    listTrainingJobs: async (...given) => (await client()).listTrainingJobs(...given),
    watchTrainingJob: async function* (...given) {
      yield* (await client()).watchTrainingJob(...given);
    },
    syncTrainingJob: async (...given) => (await client()).syncTrainingJob(...given),
    cancelTrainingJob: async (...given) => (await client()).cancelTrainingJob(...given),
    retryTrainingJob: async (...given) => (await client()).retryTrainingJob(...given),
    deleteTrainingJob: async (...given) => (await client()).deleteTrainingJob(...given),
    restoreTrainingJob: async (...given) => (await client()).restoreTrainingJob(...given),
    shareTrainingJob: async (...given) => (await client()).shareTrainingJob(...given),
    withdrawTrainingJob: async (...given) => (await client()).withdrawTrainingJob(...given),
    updateTrainingJob: async (...given) => (await client()).updateTrainingJob(...given),
    explainRetraining: async (...given) => (await client()).explainRetraining(...given),
    retrain: async (...given) => (await client()).retrain(...given),

    listBrandModels: async (...given) => (await client()).listBrandModels(...given),
    getBrandModel: async (...given) => (await client()).getBrandModel(...given),
    setModelAlias: async (...given) => (await client()).setModelAlias(...given),
    retireModel: async (...given) => (await client()).retireModel(...given),
    restoreModel: async (...given) => (await client()).restoreModel(...given),
    deleteModel: async (...given) => (await client()).deleteModel(...given),
    getModelUrl: async (...given) => (await client()).getModelUrl(...given),
    downloadModel: async (...given) => (await client()).downloadModel(...given),

    generateImage: async (...given) => (await client()).generateImage(...given),
    quoteGeneration: async (...given) => (await client()).quoteGeneration(...given),
    getGeneration: async (...given) => (await client()).getGeneration(...given),
    listGenerations: async (...given) => (await client()).listGenerations(...given),
    syncGeneration: async (...given) => (await client()).syncGeneration(...given),
    cancelGeneration: async (...given) => (await client()).cancelGeneration(...given),
    cleanupOldGenerations: async (...given) => (await client()).cleanupOldGenerations(...given),

    listNotices: async (...given) => (await client()).listNotices(...given),
    markNoticesRead: async (...given) => (await client()).markNoticesRead(...given),
    getNoticePreferences: async (...given) => (await client()).getNoticePreferences(...given),
    setNoticePreferences: async (...given) => (await client()).setNoticePreferences(...given),
    unsubscribeFromNotices: async (...given) => (await client()).unsubscribeFromNotices(...given),
    savePushSubscription: async (...given) => (await client()).savePushSubscription(...given),
    removePushSubscription: async (...given) => (await client()).removePushSubscription(...given),
    listWebhookEndpoints: async (...given) => (await client()).listWebhookEndpoints(...given),
    createWebhookEndpoint: async (...given) => (await client()).createWebhookEndpoint(...given),
    updateWebhookEndpoint: async (...given) => (await client()).updateWebhookEndpoint(...given),
    deleteWebhookEndpoint: async (...given) => (await client()).deleteWebhookEndpoint(...given),
    sendTestWebhook: async (...given) => (await client()).sendTestWebhook(...given),

    deleteMyData: async (...given) => (await client()).deleteMyData(...given),

    work: async (...given) => (await client()).work(...given),
    tidyUp: async (...given) => (await client()).tidyUp(...given),
    moveModel: async (...given) => (await client()).moveModel(...given),
    workOnCaption: async (...given) => (await client()).workOnCaption(...given),
    explainCleanup: async (...given) => (await client()).explainCleanup(...given),
    cleanUp: async (...given) => (await client()).cleanUp(...given),

    ringDoorbell: async (...given) => (await client()).ringDoorbell(...given),
  };
}
