import { type AiModelsOptions, createAiModels } from '@act/ai-models';
import type { ZipTask } from '../zip-task.ts';
import { drain } from './read-pictures.ts';

/** What a member gets who exports a dataset; the training's archive is made by the same code. */
export async function exportWithOurs(task: ZipTask, fetch: typeof globalThis.fetch): Promise<number> {
  const { stream } = await clientOf(task, fetch).exportDataset({
    assetIds: task.pictures.map(({ id }) => id),
  });
  return drain(stream);
}

/** A training up to the provider's door: the archive lies in storage, and is read by nobody. */
export async function trainWithOurs(task: ZipTask, fetch: typeof globalThis.fetch): Promise<number> {
  await clientOf(task, fetch).createTrainingJob({
    modelType: 'flux',
    trainingAssetIds: task.pictures.map(({ id }) => id),
    trainAnyway: true,
  });
  return 0;
}

function clientOf({ brandId, url, publishableKey, token }: ZipTask, fetch: typeof globalThis.fetch) {
  return createAiModels({
    supabase: { url, publishableKey },
    access: { brandId, signer: async () => token },
    providers: [acceptingProvider],
    fetch,
  });
}

/** Takes every order and never begins with it: what is measured ends where the provider begins. */
const acceptingProvider: NonNullable<AiModelsOptions['providers']>[number] = {
  training: {
    id: 'replicate',
    modelTypes: ['flux'],
    writesCaptions: true,
    afterUnknown: 'look',
    delivers: 'from provider',
    startTraining: async ({ runKey }) => ({ outcome: 'accepted', handle: { providerJobId: runKey } }),
    findTraining: async () => null,
    listTrainings: async function* () {
      // There is none.
    },
    getTrainingStatus: async () => ({ state: 'queued' }),
    cancelTraining: async () => undefined,
    openOutput: () => Promise.reject(new Error('Nothing is ever trained here.')),
  },
};
