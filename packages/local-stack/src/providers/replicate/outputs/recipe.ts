import { z } from 'zod';
import { loraTraitsSchema } from '../../lora/lora-traits.ts';
import { writeLora } from '../../lora/write-lora.ts';
import { paintPicture } from '../../paint/paint-picture.ts';
import { type ByteSource, sliceBytes, toByteSource } from '../../serving/bytes.ts';
import { trainedFiles } from '../trainings/trained-files.ts';
import { fluxTrainerInputSchema } from '../trainings/trainer-input.ts';
import { writeTar } from './tar.ts';

const archiveSchema = z.object({
  of: z.literal('archive'),
  input: fluxTrainerInputSchema,
  traits: loraTraitsSchema,
  imageCount: z.int(),
  /** About how large the weights are. */
  weightsBytes: z.number(),
  madeAt: z.number(),
  /** As an upload leaves it that broke off unnoticed. */
  isCutShort: z.boolean(),
});

const pictureSchema = z.object({
  of: z.literal('picture'),
  width: z.int(),
  height: z.int(),
  format: z.enum(['png', 'jpg', 'webp']),
  quality: z.number(),
  prompt: z.string(),
  seed: z.number(),
  index: z.int(),
  loras: z.array(z.object({ traits: loraTraitsSchema, scale: z.number() })),
});

/** How a file is made, which takes less room than the file: the same recipe gives the same bytes. */
export const recipeSchema = z.discriminatedUnion('of', [archiveSchema, pictureSchema]);
export type Recipe = z.infer<typeof recipeSchema>;

/** Makes the file; an archive's bytes as they are read. */
export async function follow(recipe: Recipe): Promise<ByteSource> {
  if (recipe.of === 'picture') return toByteSource(await paintPicture(recipe));
  const { input, traits, imageCount, weightsBytes, madeAt, isCutShort } = recipe;
  const lora = writeLora({ modelType: 'flux', rank: input.lora_rank, traits, sizeBytes: weightsBytes });
  const archive = writeTar(trainedFiles({ lora, input, imageCount }), madeAt);
  return isCutShort ? cutShort(archive) : archive;
}

function cutShort(archive: ByteSource): ByteSource {
  const sizeBytes = Math.floor(archive.sizeBytes * 0.6);
  return { sizeBytes, stream: () => sliceBytes(archive, 0, sizeBytes) };
}
