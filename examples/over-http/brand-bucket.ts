// Model bucketing over HTTP: everything of a brand lies under its own name, and is all that its people get to see.
import { z } from 'zod';
import { call, type Studio } from './studio.ts';

const pathsOf = (field: string) =>
  z.object({ items: z.array(z.looseObject({ [field]: z.string() }).transform((one) => String(one[field]))) });
const generationsSchema = z.object({
  items: z.array(z.object({ images: z.array(z.object({ path: z.string() })) })),
});

/** Where all files of a brand lie, by what they are. */
export async function listBucket(studio: Studio) {
  const { items: pictures } = await call(studio, pathsOf('fileUrl'), ['GET', '/assets?limit=100']);
  const { items: models } = await call(studio, pathsOf('path'), ['GET', '/models']);
  const { items: generations } = await call(studio, generationsSchema, ['GET', '/generations']);
  return {
    pictures,
    models,
    generated: generations.flatMap(({ images }) => images.map(({ path }) => path)),
  };
}
