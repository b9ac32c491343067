import type { ImageProvider } from '../image-provider.ts';
import { beforePaying } from '../start-outcome.ts';
import type { ModelReference } from './model-reference.ts';
import { planPainting } from './plan-painting.ts';
import type { ReplicateApi } from './replicate-api.ts';
import { toWebhook } from './replicate-inputs.ts';
import { isStartedBy, toDate, toGenerationStatus } from './replicate-mapping.ts';
import type { CanReach } from './replicate-reach.ts';
import { clockSlackMs, orMissing } from './replicate-training.ts';

export interface ReplicateImageSettings {
  readonly api: ReplicateApi;
  /** Takes LoRAs by their addresses. */
  readonly model: ModelReference;
  readonly canReach: CanReach;
}

/** Paints with an official model, or a version that was trained; knows its own predictions by their input. */
export function createReplicateImages({ api, model, canReach }: ReplicateImageSettings): ImageProvider {
  return {
    id: 'replicate',
    modelTypes: ['flux'],
    maximumImages: 4,
    afterUnknown: 'look',
    delivers: 'from provider',
    openOutput: (url, options) => api.openOutput(url, options?.signal),

    async startGeneration(call) {
      const before = await beforePaying('replicate', async () => planPainting(call, model, canReach));
      if ('refused' in before) return before.refused;
      const { model: painter, input } = before.prepared;
      const sent = await api.createPrediction(
        painter,
        { input, ...toWebhook(call.webhookUrl, canReach) },
        call,
      );
      if (sent.outcome !== 'accepted') return sent;
      return { outcome: 'accepted', handle: { providerJobId: sent.value.id } };
    },

    async findGeneration({ call, since, taken, signal }) {
      const oldest = since.getTime() - clockSlackMs;
      for await (const prediction of api.listPredictions(signal)) {
        if (toDate(prediction.created_at).getTime() < oldest) return null;
        if (taken.includes(prediction.id) || !isStartedBy(prediction, call)) continue;
        return { providerJobId: prediction.id };
      }
      return null;
    },

    getGenerationStatus: ({ providerJobId }, options) =>
      orMissing(async () => toGenerationStatus(await api.getPrediction(providerJobId, options?.signal))),

    cancelGeneration: ({ providerJobId }, options) => api.cancelPrediction(providerJobId, options?.signal),
  };
}
