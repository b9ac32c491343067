// The AI twin by its edge functions: photos, a training, and a question every ten seconds how far it is.
import { z } from 'zod';
import { call, type Studio } from './studio.ts';

const uploadedSchema = z.object({ jobId: z.string(), photoUrls: z.array(z.string()) });
const statusSchema = z.object({
  status: z.enum(['pending', 'uploading', 'training', 'completed', 'failed']),
  progress: z.number(),
  modelVersion: z.string().nullable(),
  errorMessage: z.string().nullable(),
});

/** @param functions a studio whose address is that of the project's functions, such as `…/functions/v1` */
export async function createTwin(
  functions: Studio,
  photos: readonly Blob[],
  userId: string,
): Promise<string> {
  const form = new FormData();
  for (const [index, photo] of photos.entries()) form.append('photos', photo, `photo-${index + 1}.jpg`);
  form.append('fursonaName', 'Rusty');
  form.append('userId', userId);
  form.append('customizationData', JSON.stringify({ furType: 'long', style: 'Anthro', voice: 'warm' }));
  const { jobId } = await call(functions, uploadedSchema, ['POST', '/upload-training-photos', form]);
  const wish = { jobId, userId, trainAnyway: true };
  await call(functions, z.object({ trainingId: z.string() }), ['POST', '/start-ai-training', wish]);
  return jobId;
}

export const checkTwin = (functions: Studio, jobId: string) =>
  call(functions, statusSchema, ['POST', '/check-training-status', { jobId }]);
