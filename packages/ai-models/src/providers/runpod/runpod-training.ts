import type { TrainingListing, TrainingProvider } from '../training-provider.ts';
import { toPolicy, toTrainingInput } from './runpod-inputs.ts';
import { toTrainingStatus } from './runpod-mapping.ts';
import { createRunpodRuns, type RunpodRunSettings, refuseCall, refuseOutput } from './runpod-runs.ts';

/** Trains whatever base models have an endpoint; the lock decides among runs of one job. */
export function createRunpodTraining(settings: RunpodRunSettings): TrainingProvider {
  const { endpoints } = settings;
  const runs = createRunpodRuns(settings);
  return {
    id: 'runpod',
    modelTypes: endpoints.modelTypes,
    writesCaptions: false,
    afterUnknown: 'sendAgain',
    delivers: 'to storage',
    openOutput: refuseOutput,

    async startTraining(call) {
      const { webhookUrl, delivery, deadlineMs, signal } = call;
      const endpointId = endpoints.find(call.modelType);
      if (!endpointId) return refuseCall(`no endpoint trains ${call.modelType}`);
      if (!delivery) return refuseCall('no delivery');
      const input = toTrainingInput(call, delivery);
      const policy = toPolicy(deadlineMs);
      return runs.start(endpointId, { input, policy, ...(webhookUrl && { webhook: webhookUrl }) }, signal);
    },

    // RunPod has no list: a run that may have been sent is sent again, and the lock decides.
    findTraining: () => Promise.resolve(null),
    listTrainings: () => noListings(),

    getTrainingStatus: (handle, { signal }) => runs.look(handle, toTrainingStatus, signal ? { signal } : {}),
    cancelTraining: (handle, options) => runs.cancel(handle, options),
  };
}

async function* noListings(): AsyncGenerator<TrainingListing> {
  yield* [];
}
