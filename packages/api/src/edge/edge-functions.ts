import type { ApiRoute } from '../routes/route.ts';
import { providerWebhook, replicateTrainingWebhook } from '../routes/webhooks/webhooks.ts';
import { checkTrainingStatus } from './check-training-status.ts';
import { startAiTraining } from './start-ai-training.ts';
import { uploadTrainingPhotos } from './upload-training-photos.ts';

export const edgeFunctionNames = [
  'upload-training-photos',
  'start-ai-training',
  'check-training-status',
  'replicate-training',
] as const;
export type EdgeFunctionName = (typeof edgeFunctionNames)[number];

/** What each function answers, by the path below its name. */
export const edgeFunctions: Readonly<Record<EdgeFunctionName, Readonly<Record<string, ApiRoute>>>> = {
  'upload-training-photos': { '/': uploadTrainingPhotos },
  'start-ai-training': { '/': startAiTraining },
  'check-training-status': { '/': checkTrainingStatus },
  // With ACT_WEBHOOK_URL up to the function's name, the engine hands out the second form.
  'replicate-training': { '/': replicateTrainingWebhook, '/:provider/:capability': providerWebhook },
};
