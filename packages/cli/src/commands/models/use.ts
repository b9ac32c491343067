import { z } from 'zod';
import { defineCommand } from '../../program/command.ts';
import { findBrand } from '../../session/find-brand.ts';
import { openSession } from '../../session/open-session.ts';

export const useModel = defineCommand({
  name: 'use',
  summary: 'let `live`, or another word, stand for a version: forward, or back',
  words: [['<model>', 'a version, such as flux-lora-v2']],
  flags: [['--as <word>', 'the word that is to stand for it (default: live)']],
  inBrand: true,
  examples: [['act models use flux-lora-v1', 'rolls back to version 1']],
  input: z.object({ model: z.string(), as: z.string().optional() }),
  run: async ({ input, world }) => {
    const session = await openSession(world);
    const { id: brandId } = await findBrand(session, world.brand);
    const { name, version } = await session.ai.getBrandModel(input.model, { brandId });
    const alias = input.as ?? 'live';
    const model = await session.ai.setModelAlias({ brandId, name, version, alias });
    world.output.result(model, () => [`${name}@${alias} is ${model.modelId} now.`]);
  },
});
