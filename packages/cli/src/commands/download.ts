import { z } from 'zod';
import { toSize } from '../output/words.ts';
import { defineCommand } from '../program/command.ts';
import { findBrand } from '../session/find-brand.ts';
import { openSession } from '../session/open-session.ts';
import { choosePath, saveStream } from '../work/save-stream.ts';

export const download = defineCommand({
  name: 'download',
  summary: 'save the weights of a model, checked by their hash',
  words: [['<model>', 'such as flux-lora-v1, or flux-lora for its live version']],
  flags: [
    ['--output <path>', 'a file or folder (default: here, under its own name)'],
    ['--force', 'replace a file that is there'],
  ],
  inBrand: true,
  examples: [['act download flux-lora --output weights/', 'saves weights/flux-lora-v1.safetensors']],
  input: z.object({ model: z.string(), output: z.string().optional(), force: z.boolean().default(false) }),
  run: async ({ input, world }) => {
    const session = await openSession(world);
    const { id: brandId } = await findBrand(session, world.brand);
    const { modelId, sha256 } = await session.ai.getBrandModel(input.model, { brandId });
    const path = await choosePath(input.output, `${modelId}.safetensors`, input.force);
    const weights = await session.ai.downloadModel(input.model, { brandId, signal: world.signal });
    await saveStream(path, weights, world);
    const { sizeBytes } = weights;
    world.output.result({ modelId, path, sizeBytes, sha256 }, () => [
      `${modelId}, ${toSize(sizeBytes)}: ${path}`,
    ]);
  },
});
