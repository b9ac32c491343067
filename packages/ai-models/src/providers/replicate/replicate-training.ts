import { ProviderError } from '../../errors/index.ts';
import type { Stoppable } from '../../shared/stoppable.ts';
import { explainFailure } from '../explain-failure.ts';
import { beforePaying } from '../start-outcome.ts';
import type { TrainingProvider } from '../training-provider.ts';
import { placeArchive } from './hand-over.ts';
import type { ModelReference } from './model-reference.ts';
import type { ReplicateApi } from './replicate-api.ts';
import { createDestinations } from './replicate-destinations.ts';
import { createForgetting } from './replicate-forgetting.ts';
import { toTrainingInput, toWebhook } from './replicate-inputs.ts';
import { toDate, toTrainingListing, toTrainingStatus } from './replicate-mapping.ts';
import type { CanReach } from './replicate-reach.ts';
import { createRunKeyReader } from './run-key-reader.ts';

export interface ReplicateTrainingSettings {
  readonly api: ReplicateApi;
  /** Owner of the destinations; asked of the account where it is absent. */
  readonly username: string | undefined;
  /** The version that is its latest is taken, unless one is pinned. */
  readonly trainer: ModelReference;
  readonly canReach: CanReach;
}

/** Their clock and ours may differ by so much. */
export const clockSlackMs = 5 * 60_000;

/** Trains flux into the private model of a brand, and finds its runs by listing them. */
export function createReplicateTraining({
  api,
  username,
  trainer,
  canReach,
}: ReplicateTrainingSettings): TrainingProvider {
  const destinations = createDestinations(api, username);

  async function* listRecent({ since, signal }: { since: Date } & Stoppable) {
    const oldest = since.getTime() - clockSlackMs;
    for await (const training of api.listTrainings(signal)) {
      if (toDate(training.created_at).getTime() < oldest) return;
      yield training;
    }
  }

  return {
    id: 'replicate',
    modelTypes: ['flux'],
    writesCaptions: true,
    afterUnknown: 'look',
    delivers: 'from provider',
    openOutput: (url, options) => api.openOutput(url, options?.signal),

    async *listTrainings(options) {
      for await (const training of listRecent(options)) yield toTrainingListing(training);
    },

    async startTraining(call) {
      const { brandId, signal } = call;
      const before = await beforePaying('replicate', async () => ({
        pinned: await pinVersion(api, trainer, signal),
        destination: await destinations.ensure(brandId, signal),
        // The last, for it may take minutes.
        archive: await placeArchive(api, canReach, call),
      }));
      if ('refused' in before) return before.refused;
      const { pinned, destination, archive } = before.prepared;
      const sent = await api.createTraining(
        pinned,
        {
          destination: `${destination.owner}/${destination.name}`,
          input: toTrainingInput({ ...call, archiveUrl: archive.url }),
          ...toWebhook(call.webhookUrl, canReach),
        },
        signal,
      );
      if (sent.outcome === 'accepted') {
        const trainerVersion = `${pinned.owner}/${pinned.name}:${pinned.version}`;
        return { outcome: 'accepted', handle: { providerJobId: sent.value.id }, trainerVersion };
      }
      if (sent.outcome === 'refused') await archive.remove();
      if (sent.error.failure === 'destination_missing') destinations.forget(brandId);
      return sent;
    },

    async findTraining({ runKey, ...search }) {
      const readKey = createRunKeyReader(api, search.signal);
      for await (const { id, input } of listRecent(search)) {
        if ((await readKey(input?.input_images)) === runKey) return { providerJobId: id };
      }
      return null;
    },

    getTrainingStatus: async ({ providerJobId }, { config, signal }) =>
      orMissing(async () => toTrainingStatus(await api.getTraining(providerJobId, signal), config.steps)),

    cancelTraining: ({ providerJobId }, options) => api.cancelTraining(providerJobId, options?.signal),
    ...createForgetting(api, destinations),
  };
}

/** A run that Replicate does not know is a state, not an error: nothing will come of it. */
export async function orMissing<T>(
  look: () => Promise<T>,
): Promise<T | { readonly state: 'failed'; readonly error: ProviderError }> {
  try {
    return await look();
  } catch (error) {
    if (!ProviderError.isInstance(error) || error.failure !== 'run_missing') throw error;
    return { state: 'failed', error };
  }
}

async function pinVersion(
  api: ReplicateApi,
  model: ModelReference,
  signal: AbortSignal | undefined,
): Promise<Required<ModelReference>> {
  const version = model.version ?? (await api.getModel(model, signal)).latest_version?.id;
  if (version) return { ...model, version };
  throw explainFailure('version_missing', { providerId: 'replicate', vendorDetail: 'no latest version' });
}
