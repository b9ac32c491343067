import { z } from 'zod';
import { call, type Studio, until } from './studio.ts';

const uploadedSchema = z.object({
  imageUrls: z.array(z.string()),
  images: z.array(z.object({ id: z.string(), fileUrl: z.string() })),
});
const assetsSchema = z.object({ items: z.array(z.object({ id: z.string(), status: z.string() })) });

/** Uploads pictures as a form and waits until the engine has looked at them. */
export async function uploadPictures(
  studio: Studio,
  pictures: readonly Blob[],
  { caption = '', everyMs = 5_000 } = {},
): Promise<z.output<typeof uploadedSchema>> {
  const form = new FormData();
  for (const [index, picture] of pictures.entries())
    form.append('files', picture, `picture-${index + 1}.jpg`);
  if (caption) form.append('captions', JSON.stringify(pictures.map(() => caption)));
  const uploaded = await call(studio, uploadedSchema, ['POST', '/training/upload', form]);
  const ids = new Set(uploaded.images.map(({ id }) => id));
  await until(
    () => call(studio, assetsSchema, ['GET', '/assets?limit=100&status=received']),
    ({ items }) => !items.some(({ id }) => ids.has(id)),
    { everyMs },
  );
  return uploaded;
}
