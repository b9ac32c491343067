import { ProviderError } from '../../errors/index.ts';
import { explainFailure } from '../explain-failure.ts';
import type { TrainingProvider } from '../training-provider.ts';
import type { ModelReference } from './model-reference.ts';
import type { ReplicateApi } from './replicate-api.ts';
import { type Destinations, destinationName } from './replicate-destinations.ts';
import type { ReplicateTraining } from './replicate-schemas.ts';

/**
 * Trained models lie on Replicate as versions of the brand's private model. Nothing is removed that is not a version of
 * that model, whatever a row says.
 */
export function createForgetting(
  api: ReplicateApi,
  destinations: Destinations,
): Required<Pick<TrainingProvider, 'forgetTraining' | 'forgetBrand'>> {
  return {
    async forgetTraining({ brandId, providerJobId, model, version }, { signal } = {}) {
      if (version !== null) {
        await api.removeVersion(toDestination(model, brandId), version, signal);
        return 'forgotten';
      }
      if (providerJobId === null) return 'forgotten';
      const training = await findTraining(api, providerJobId, signal);
      if (training?.status === 'starting' || training?.status === 'processing') {
        await api.cancelTraining(providerJobId, signal);
        return 'not yet';
      }
      const [trained, id] = training?.output?.version?.split(':') ?? [];
      if (trained && id) await api.removeVersion(toDestination(trained, brandId), id, signal);
      return 'forgotten';
    },

    async forgetBrand(brandId, { signal } = {}) {
      const destination = await destinations.nameFor(brandId, signal);
      const versions = await listVersions(api, destination, signal);
      for (const version of versions) await api.removeVersion(destination, version, signal);
      try {
        await api.removeModel(destination, signal);
        return 'forgotten';
      } catch (error) {
        // Versions go in their own time, and before that the model does not.
        if (versions.length > 0 && ProviderError.isInstance(error) && error.failure === 'still_used')
          return 'not yet';
        throw error;
      }
    },
  };
}

/** @throws ProviderError where it is not the model of this brand */
function toDestination(model: string | null, brandId: string): ModelReference {
  const [owner = '', name = ''] = model?.split('/') ?? [];
  if (owner !== '' && name === destinationName(brandId)) return { owner, name };
  throw explainFailure('still_used', {
    providerId: 'replicate',
    vendorDetail: `${model ?? 'a version of no model'} is not the model of ${brandId}`,
  });
}

/** Null for one that Replicate does not know. */
async function findTraining(
  api: ReplicateApi,
  id: string,
  signal: AbortSignal | undefined,
): Promise<ReplicateTraining | null> {
  try {
    return await api.getTraining(id, signal);
  } catch (error) {
    if (ProviderError.isInstance(error) && error.failure === 'run_missing') return null;
    throw error;
  }
}

/** Empty where there is no such model. */
async function listVersions(
  api: ReplicateApi,
  destination: ModelReference,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const ids: string[] = [];
  try {
    for await (const { id } of api.listVersions(destination, signal)) ids.push(id);
  } catch (error) {
    if (!ProviderError.isInstance(error) || error.status !== 404) throw error;
  }
  return ids;
}
