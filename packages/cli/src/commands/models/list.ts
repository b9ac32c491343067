import { z } from 'zod';
import { formatTable } from '../../output/table.ts';
import { toSize } from '../../output/words.ts';
import { defineCommand } from '../../program/command.ts';
import { modelTypes, oneOf, whole } from '../../program/input-schemas.ts';
import { findBrand } from '../../session/find-brand.ts';
import { openSession } from '../../session/open-session.ts';

export const listModels = defineCommand({
  name: 'list',
  summary: 'the models of the brand, newest first',
  flags: [
    ['--type <model>', 'only those of flux, sdxl or sd15'],
    ['--retired', 'also those that are out of use'],
    ['--limit <number>', 'how many at most, 1 to 100 (default: 20)'],
    ['--cursor <text>', '`nextCursor` of the page before'],
  ],
  inBrand: true,
  examples: [['act models', 'what `act generate` and `act download` take']],
  input: z.object({
    type: oneOf(modelTypes).optional(),
    retired: z.boolean().default(false),
    limit: whole.default(20),
    cursor: z.string().optional(),
  }),
  run: async ({ input: { type, retired, limit, cursor }, world }) => {
    const session = await openSession(world);
    const { id: brandId } = await findBrand(session, world.brand);
    const filter = { modelType: type, includeRetired: retired, limit, cursor };
    const page = await session.ai.listBrandModels(brandId, filter);
    world.output.result(page, () => {
      if (page.items.length === 0) return ['No models. Train one with: act train <folder>'];
      const rows = page.items.map((model) => [
        ...[model.modelId, model.modelType, model.status, model.aliases.join(', ') || '-'],
        ...[model.triggerWord ?? '-', toSize(model.sizeBytes), model.createdAt.slice(0, 10)],
      ]);
      const more = page.nextCursor ? [`More with: --cursor ${page.nextCursor}`] : [];
      const head = ['MODEL', 'TYPE', 'STATUS', 'STANDS FOR', 'TRIGGER WORD', 'SIZE', 'MADE'];
      return [...formatTable(head, rows), ...more];
    });
  },
});
