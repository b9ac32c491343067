import type { Generation } from '@act/ai-models';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { defineCommand } from '../program/command.ts';
import { whole } from '../program/input-schemas.ts';
import type { World } from '../program/world.ts';
import { findBrand } from '../session/find-brand.ts';
import { openSession } from '../session/open-session.ts';
import { describeQuote } from '../work/describe-quote.ts';
import { imageFlags, imageShape, toImageSettings } from '../work/image-flags.ts';
import { choosePath, saveStream } from '../work/save-stream.ts';

export const generate = defineCommand({
  name: 'generate',
  summary: 'make pictures with a model and save them',
  words: [
    ['<model>', 'such as flux-lora-v1, or flux-lora for its live version'],
    ['<prompt>', '[brand] becomes the trigger word of the model'],
  ],
  flags: [
    ...imageFlags,
    ['--output <folder>', 'where to save the pictures (default: here)'],
    ['--no-save', 'save nothing; they stay in the gallery'],
    ['--wait <seconds>', 'how long to wait (default: 180)'],
  ],
  inBrand: true,
  examples: [
    ['act generate flux-lora "photo of [brand] on a billboard" --count 4', 'saves four pictures here'],
    ['act generate flux-lora-v1 "[brand] logo" --no-save --json', 'with addresses that hold five minutes'],
  ],
  input: z.object({
    ...imageShape,
    model: z.string(),
    prompt: z.string(),
    output: z.string().default('.'),
    save: z.boolean().default(true),
    wait: whole.default(180),
  }),
  run: async ({ input, world }) => {
    const { ai, ...session } = await openSession(world);
    const { id: brandId } = await findBrand({ ai, ...session }, world.brand);
    const wish = { brandId, modelId: input.model, ...toImageSettings(input) };
    world.output.note(describeQuote(await ai.quoteGeneration(wish)).join(' '));
    const generation = await ai.generateImage({
      ...wish,
      prompt: input.prompt,
      waitMs: input.wait * 1000,
      signal: world.signal,
    });
    const files = input.save ? await savePictures(generation, input.output, world) : [];
    world.output.result({ ...generation, files }, () =>
      files.length > 0 ? files : generation.images.map(({ path }) => path),
    );
  },
});

async function savePictures({ id, images }: Generation, folder: string, world: World): Promise<string[]> {
  const files: string[] = [];
  for (const { path, url, position } of images) {
    const extension = path.split('.').at(-1) ?? 'png';
    const file = await choosePath(`${folder}/`, `${id.slice(0, 8)}-${position + 1}.${extension}`, true);
    const response = await fetch(url, { signal: world.signal });
    if (!response.ok || !response.body) throw notSaved(id, response.status);
    const sizeBytes = Number(response.headers.get('content-length') ?? 0);
    await saveStream(file, { stream: response.body, sizeBytes }, world);
    files.push(file);
  }
  return files;
}

const notSaved = (id: string, status: number) =>
  new CliError({
    code: 'storage_failed',
    message: `The pictures of ${id} were made and could not be fetched (HTTP ${status}).`,
    hint: 'They are in the gallery.',
    exitCode: exitCodes.unreachable,
  });
