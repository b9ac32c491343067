import type { ImageProvider } from '../image-provider.ts';
import { toGenerationInput, toPolicy } from './runpod-inputs.ts';
import { toGenerationStatus } from './runpod-mapping.ts';
import { createRunpodRuns, type RunpodRunSettings, refuseCall, refuseOutput } from './runpod-runs.ts';

/** Paints with whatever base models have an endpoint; the lock decides among runs of one part. */
export function createRunpodImages(settings: RunpodRunSettings): ImageProvider {
  const { endpoints } = settings;
  const runs = createRunpodRuns(settings);
  return {
    id: 'runpod',
    modelTypes: endpoints.modelTypes,
    maximumImages: 8,
    afterUnknown: 'sendAgain',
    delivers: 'to storage',
    openOutput: refuseOutput,

    async startGeneration(call) {
      const { webhookUrl, delivery, deadlineMs, signal } = call;
      const endpointId = endpoints.find(call.modelType);
      if (!endpointId) return refuseCall(`no endpoint paints with ${call.modelType}`);
      if (delivery?.uploadUrls.length !== call.imageCount) return refuseCall('no delivery for each picture');
      const input = toGenerationInput(call, delivery);
      const policy = toPolicy(deadlineMs);
      return runs.start(endpointId, { input, policy, ...(webhookUrl && { webhook: webhookUrl }) }, signal);
    },

    // RunPod has no list: a run that may have been sent is sent again, and the lock decides.
    findGeneration: () => Promise.resolve(null),

    getGenerationStatus: (handle, options) => runs.look(handle, toGenerationStatus, options),
    cancelGeneration: (handle, options) => runs.cancel(handle, options),
  };
}
