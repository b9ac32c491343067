import { z } from 'zod';
import { count, toSize } from '../output/words.ts';
import { defineCommand } from '../program/command.ts';
import { jobId } from '../program/input-schemas.ts';
import { findBrand } from '../session/find-brand.ts';
import { openSession } from '../session/open-session.ts';
import { choosePath, saveStream } from '../work/save-stream.ts';

export const exportPictures = defineCommand({
  name: 'export',
  summary: 'save pictures and captions as a zip that can be imported again',
  flags: [
    ['--job <id>', 'what this training has trained on (default: all that may be trained with)'],
    ['--output <path>', 'a file or folder (default: here, under its own name)'],
    ['--force', 'replace a file that is there'],
  ],
  inBrand: true,
  examples: [
    ['act export --output backup.zip', 'all pictures of the brand'],
    ['act export --job 3f0c…', 'with the captions of that time'],
  ],
  input: z.object({
    job: jobId.optional(),
    output: z.string().optional(),
    force: z.boolean().default(false),
  }),
  run: async ({ input, world }) => {
    const session = await openSession(world);
    const { id: brandId } = await findBrand(session, world.brand);
    const dataset = await session.ai.exportDataset({ brandId, jobId: input.job, signal: world.signal });
    const { fileName, imageCount, sizeBytes } = dataset;
    const path = await choosePath(input.output, fileName, input.force);
    await saveStream(path, dataset, world);
    world.output.result({ brandId, path, imageCount, sizeBytes }, () => [
      `${count(imageCount, 'picture')}, ${toSize(sizeBytes)}: ${path}`,
    ]);
  },
});
