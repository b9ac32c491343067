import { z } from 'zod';

/** The input of `yorickvp/llava-13b`, as its page shows it. */
export const llavaInputSchema = z.strictObject({
  image: z.string(),
  prompt: z.string(),
  top_p: z.number().min(0).max(1).default(1),
  temperature: z.number().min(0).default(0.2),
  max_tokens: z.int().min(0).default(1024),
});

export type LlavaInput = z.infer<typeof llavaInputSchema>;
