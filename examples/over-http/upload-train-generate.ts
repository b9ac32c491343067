// The library's README over HTTP: upload pictures, train a model of them, make pictures with it.
import { z } from 'zod';
import { uploadPictures } from './pictures.ts';
import { call, type Studio, until } from './studio.ts';

const jobSchema = z.object({ id: z.string(), status: z.string(), progress: z.number() });
const modelsSchema = z.object({
  items: z.array(z.object({ modelId: z.string(), jobId: z.string().nullable(), path: z.string() })),
});
const generationSchema = z.object({
  id: z.string(),
  status: z.string(),
  images: z.array(z.object({ path: z.string(), url: z.string() })),
});

/** Gives the training's id; the engine does it, whether anybody is there or not. */
export async function askForModel(
  studio: Studio,
  pictures: readonly Blob[],
  everyMs?: number,
): Promise<string> {
  const uploaded = await uploadPictures(studio, pictures, { caption: 'photo of [brand] logo', everyMs });
  const started = await call(studio, z.object({ jobId: z.string() }), [
    'POST',
    '/training/start',
    {
      modelName: 'logo',
      modelType: 'flux',
      trainingAssetIds: uploaded.images.map(({ id }) => id),
      config: { steps: 1000, learningRate: 0.0001, batchSize: 4 },
      trainAnyway: true,
    },
  ]);
  return started.jobId;
}

export const look = (studio: Studio, jobId: string) =>
  call(studio, jobSchema, ['GET', `/training/jobs/${jobId}`]);

/** The model that a training made, and pictures that were made with it. */
export async function useModel(studio: Studio, jobId: string, everyMs?: number) {
  const { items } = await call(studio, modelsSchema, ['GET', '/models']);
  const model = items.find((one) => one.jobId === jobId);
  if (!model) throw new Error(`Training ${jobId} has made no model yet.`);
  const asked = await call(studio, generationSchema, [
    'POST',
    '/generations',
    { modelId: model.modelId, prompt: 'photo of [brand] logo on a billboard', numImages: 2 },
  ]);
  const done = await until(
    () => call(studio, generationSchema, ['GET', `/generations/${asked.id}`]),
    ({ status }) => ['completed', 'failed', 'cancelled'].includes(status),
    { everyMs },
  );
  return { model, images: done.images };
}
