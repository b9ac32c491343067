import { z } from 'zod';
import { defineCommand } from '../program/command.ts';
import { whole } from '../program/input-schemas.ts';
import { findBrand } from '../session/find-brand.ts';
import { openSession } from '../session/open-session.ts';
import { configFlags, configShape, toTrainingConfig } from '../work/config-flags.ts';
import { describeQuote } from '../work/describe-quote.ts';

export const quote = defineCommand({
  name: 'quote',
  summary: 'say what a training, or pictures, will take and cost; nothing is spent',
  flags: [
    ...configFlags,
    ['--model <model>', 'of pictures made with this model, instead of a training'],
    ['--count <number>', 'how many pictures (default: 1)'],
  ],
  inBrand: true,
  examples: [
    ['act quote --preset best', 'a training'],
    ['act quote --model flux-lora --count 4', 'four pictures'],
  ],
  input: z.object({ ...configShape, model: z.string().optional(), count: whole.optional() }),
  run: async ({ input, world }) => {
    const session = await openSession(world);
    const { id: brandId } = await findBrand(session, world.brand);
    const { ai } = session;
    const answer =
      input.model === undefined
        ? await ai.quoteTraining({ brandId, modelType: input.type, config: toTrainingConfig(input) })
        : await ai.quoteGeneration({ brandId, modelId: input.model, imageCount: input.count });
    world.output.result(answer, () => describeQuote(answer));
  },
});
