import {
  createReplicateProvider,
  type ReplicateProvider,
  type ReplicateProviderSettings,
} from '../providers/replicate/replicate-provider.ts';

/** Replicate as it is used where nobody says otherwise: the one vendor that this folder knows by name. */
export function createReplicateClient(settings: ReplicateProviderSettings): ReplicateProvider {
  return createReplicateProvider(settings);
}
