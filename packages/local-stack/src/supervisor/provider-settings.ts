import type { ProvidersDescription } from '../pages/stack-description.ts';

/** With which the engine works with the simulators as it would with the vendors. */
export const providerSettings = ({ replicate, runpod }: ProvidersDescription): Record<string, string> => ({
  REPLICATE_API_TOKEN: replicate.token,
  REPLICATE_WEBHOOK_SECRET: replicate.webhookSecret,
  ACT_REPLICATE_URL: replicate.url,
  RUNPOD_API_KEY: runpod.apiKey,
  RUNPOD_TRAINING_ENDPOINT: runpod.endpointId,
  RUNPOD_IMAGE_ENDPOINT: runpod.endpointId,
  ACT_RUNPOD_URL: runpod.url,
});
