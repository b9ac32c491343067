// The LoRA studio over HTTP: make a LoRA, look at it, train it again where it failed, paint with it, delete it.
import { z } from 'zod';
import { uploadPictures } from './pictures.ts';
import { call, type Studio, until } from './studio.ts';

const loraSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(['pending', 'training', 'completed', 'failed']),
  trigger_word: z.string().nullable(),
  lora_url: z.string().nullable(),
  error_message: z.string().nullable(),
});
type Lora = z.output<typeof loraSchema>;
const generationSchema = z.object({ id: z.string(), status: z.string(), modelId: z.string() });

export async function createLora(studio: Studio, pictures: readonly Blob[], everyMs?: number): Promise<Lora> {
  const { imageUrls } = await uploadPictures(studio, pictures, { everyMs });
  const wish = { name: 'Autumn bags', type: 'product', trigger_word: 'acmebag7', image_urls: imageUrls };
  return call(studio, loraSchema, ['POST', '/loras', { ...wish, trainAnyway: true }]);
}

export const getLora = (studio: Studio, id: string) => call(studio, loraSchema, ['GET', `/loras/${id}`]);

/** Newest first, without those that were deleted. */
export const listLoras = async (studio: Studio): Promise<Lora[]> =>
  (await call(studio, z.object({ items: z.array(loraSchema) }), ['GET', '/loras'])).items;

/** A new LoRA of the same pictures. */
export const retryLora = (studio: Studio, id: string) =>
  call(studio, loraSchema, ['POST', `/loras/${id}/retry`]);

/** The model is chosen by the LoRA, whatever it is called. */
export async function paintWith(studio: Studio, { id, lora_url, trigger_word }: Lora, everyMs?: number) {
  const asked = await call(studio, generationSchema, [
    'POST',
    '/generations/create',
    { prompt: `photo of ${trigger_word} in the rain`, lora_id: id, lora_url, num_outputs: 1 },
  ]);
  return until(
    () => call(studio, generationSchema, ['GET', `/generations/${asked.id}`]),
    ({ status }) => ['completed', 'failed', 'cancelled'].includes(status),
    { everyMs },
  );
}

export const deleteLora = (studio: Studio, id: string) => call(studio, z.null(), ['DELETE', `/loras/${id}`]);
