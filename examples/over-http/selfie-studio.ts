// The selfie studio over HTTP: upload, start, and a question every five seconds how far it is.
import { z } from 'zod';
import { uploadPictures } from './pictures.ts';
import { call, type Studio } from './studio.ts';

const startedSchema = z.object({ modelId: z.string(), trainingId: z.string(), triggerWord: z.string() });
const progressSchema = z.object({
  status: z.enum(['pending', 'starting', 'training', 'completed', 'failed']),
  progress: z.number(),
  model: z.object({ modelId: z.string(), triggerWord: z.string().nullable() }).nullable(),
});

export async function startSelfies(studio: Studio, selfies: readonly Blob[], everyMs?: number) {
  const { imageUrls } = await uploadPictures(studio, selfies, { everyMs });
  const wish = { modelName: 'my-selfies', modelType: 'flux', gender: 'woman', imageUrls };
  return call(studio, startedSchema, ['POST', '/training/start', { ...wish, trainAnyway: true }]);
}

export const getProgress = (studio: Studio, modelId: string) =>
  call(studio, progressSchema, ['GET', `/training/progress?modelId=${modelId}`]);
