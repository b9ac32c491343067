import { resolve } from 'node:path';
import { type Generation, WaitEndedError } from '@act/ai-models';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { defineCommand } from '../program/command.ts';
import { whole } from '../program/input-schemas.ts';
import type { World } from '../program/world.ts';
import { findBrand } from '../session/find-brand.ts';
import { openSession, type Session } from '../session/open-session.ts';
import { describeQuote } from '../work/describe-quote.ts';
import { imageFlags, imageShape, toImageSettings } from '../work/image-flags.ts';
import { makeFolder } from '../work/make-folder.ts';
import { choosePath, saveStream } from '../work/save-stream.ts';
import { waitOut } from '../work/wait-out.ts';

const waitRule = 'Use a whole number of seconds from 0 to 3600.';

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
    prompt: z.string().regex(/\S/, 'Say what is to be seen.'),
    output: z.string().default('.'),
    save: z.boolean().default(true),
    wait: whole.min(0, waitRule).max(3600, waitRule).default(180),
  }),
  run: async ({ input, world }) => {
    const { ai, ...session } = await openSession(world);
    const { id: brandId } = await findBrand({ ai, ...session }, world.brand);
    const wish = { brandId, modelId: input.model, ...toImageSettings(input) };
    world.output.note(describeQuote(await ai.quoteGeneration(wish)).join(' '));
    // Before anything is paid: what cannot be saved need not be made.
    if (input.save) await makeFolder(resolve(input.output));
    const generation = await makePictures(ai, { ...wish, prompt: input.prompt }, input.wait * 1000, world);
    const files = input.save ? await savePictures(generation, input.output, world) : [];
    world.output.result({ ...generation, files }, () =>
      files.length > 0 ? files : generation.images.map(({ path }) => path),
    );
  },
});

type PictureWish = Parameters<Session['ai']['generateImage']>[0] & { readonly brandId: string };

/** Asks once and waits; a project that is away for a while is asked for the same pictures again, by their key. */
async function makePictures(
  ai: Session['ai'],
  wish: PictureWish,
  waitMs: number,
  world: World,
): Promise<Generation> {
  const { signal } = world;
  const deadline = performance.now() + waitMs;
  const keyed = { ...wish, idempotencyKey: crypto.randomUUID(), signal };
  const begun = await waitOut(() => ai.generateImage({ ...keyed, waitMs: 0 }), world, {
    left: perhapsBegun,
    isSaidAtStop: true,
  });
  if (waitMs === 0) return begun;
  const look = () =>
    ai.generateImage({ ...keyed, waitMs: Math.max(1, Math.ceil(deadline - performance.now())) });
  try {
    return await waitOut(look, world, { patienceMs: waitMs, left: picturesGoOn(begun.id) });
  } catch (error) {
    // Nobody waits for them any more: they are not to be painted and paid.
    if (signal.aborted) await ai.cancelGeneration(begun.id, { brandId: wish.brandId }).catch(() => undefined);
    if (!WaitEndedError.isInstance(error)) throw error;
    throw new CliError({
      code: error.code,
      message: `The pictures of ${begun.id} take longer than ${waitMs / 1000} seconds; they go on without you.`,
      hint: picturesGoOn(begun.id).hint,
      exitCode: exitCodes.goesOn,
    });
  }
}

const picturesGoOn = (id: string) => ({
  message: `The pictures of ${id} go on without you.`,
  hint: 'They will be in the gallery; the same command would ask for others.',
});

/** The answer to the wish may be what was lost. */
const perhapsBegun = {
  message: 'The pictures may have been asked for.',
  hint: 'See in the gallery before you ask for them again.',
};

async function savePictures({ id, images }: Generation, folder: string, world: World): Promise<string[]> {
  const files: string[] = [];
  for (const { path, url, position } of images) {
    const extension = path.split('.').at(-1) ?? 'png';
    const file = await choosePath(`${folder}/`, `${id.slice(0, 8)}-${position + 1}.${extension}`, true);
    const response = await fetch(url, { signal: world.signal }).catch((error: unknown) => {
      throw world.signal.aborted ? error : notSaved(id, 'nobody answered');
    });
    if (!response.ok || !response.body) throw notSaved(id, `HTTP ${response.status}`);
    const sizeBytes = Number(response.headers.get('content-length') ?? 0);
    await saveStream(file, { stream: response.body, sizeBytes }, world);
    files.push(file);
  }
  return files;
}

const notSaved = (id: string, reason: string) =>
  new CliError({
    code: 'storage_failed',
    message: `The pictures of ${id} were made and could not be fetched (${reason}).`,
    hint: 'They are in the gallery; the same command would ask for others.',
    exitCode: exitCodes.goesOn,
  });
