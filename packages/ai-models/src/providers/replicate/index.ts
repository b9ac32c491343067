export {
  createReplicateProvider,
  type ReplicateProvider,
  type ReplicateProviderSettings,
} from './replicate-provider.ts';
export type { ReplicateReach } from './replicate-reach.ts';
