import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { defineCommand } from '../program/command.ts';
import { declareBrand } from '../program/declare-brand.ts';
import { writeStorefront } from '../storefront/write-storefront.ts';

const here = fileURLToPath(new URL('../../../../', import.meta.url));

const inputSchema = z.object({
  id: z.string(),
  name: z.string().optional(),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'Use a colour of six hexadecimal digits, such as "#2f6f5e".')
    .default('#2f6f5e'),
  repository: z.string().default(here),
});

export const newStorefront = defineCommand({
  name: 'new-storefront',
  summary: 'make a storefront under brands/, with a brand of its own; for developers',
  words: [['<id>', 'of the folder and the brand: 2 to 63 lower-case letters, digits and hyphens']],
  flags: [
    ['--name <name>', 'what people call it (default: the id)'],
    ['--accent <colour>', 'its one colour, such as #2f6f5e; everything else is changed in brand.config.ts'],
    ['--repository <folder>', 'where to make it (default: the repository that this program lies in)'],
  ],
  examples: [
    ['act new-storefront meadow --name Meadow', 'begin one'],
    ['act new-storefront meadow --accent "#7a3ff2"', 'in its own colour'],
  ],
  input: inputSchema,
  run: async ({ input: { id, name = id, accent, repository }, world }) => {
    declareBrand('storefront', { id, name });
    const folder = await writeStorefront(resolve(repository), { id, name, accent });
    world.output.result({ id, name, folder }, () => [
      `The storefront ${name} lies in brands/${id}: a config, a theme, words, and routes of a line.`,
      'Start it beside the others with: npm start -- --all',
      `Its look is in brands/${id}/brand.config.ts, its people to try it as in brands/${id}/seed.ts.`,
    ]);
  },
});
