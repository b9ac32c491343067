import { z } from '@hono/zod-openapi';
import { quoteFields } from '../../answers/quote.ts';
import { generationBody, toQuotedWish } from '../../founding/generation-wish.ts';
import { requireSelf } from '../../founding/own-person.ts';
import { json } from '../answers.ts';
import { personRoute } from '../person-route.ts';

const quoteSchema = z.object({ ...quoteFields, imageCount: z.number() }).openapi('GenerationQuote');

export const quoteGeneration = personRoute({
  method: 'post',
  path: '/generations/quote',
  operationId: 'quoteGeneration',
  area: 'Generations',
  summary: 'Says what pictures will take and cost, before they do.',
  description: 'Takes what asking for them takes, but for the prompt, and refuses what that would refuse.',
  body: generationBody.omit({ prompt: true }),
  example: { modelId: 'flux-lora-v1', numImages: 4 },
  answer: json('The estimate, and how it is known.', quoteSchema),
  handle: async ({ caller, body, world: { isSimulated } }) => {
    requireSelf(caller, body.userId);
    const wish = await toQuotedWish(caller, body);
    const quote = await caller.ai.quoteGeneration({ ...wish, brandId: caller.brandId });
    return { ...quote, isSimulated };
  },
});
