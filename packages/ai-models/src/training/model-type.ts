import { ConfigError } from '../errors/index.ts';
import { cutText } from '../shared/cut-text.ts';

/** The base models that a LoRA can be trained for. */
export const modelTypes = ['flux', 'sdxl', 'sd15'] as const;
/** One of the base models: FLUX.1-dev, SDXL, or Stable Diffusion 1.5. */
export type ModelType = (typeof modelTypes)[number];

/** A row's base model. @throws ConfigError */
export function toModelType(text: string): ModelType {
  const found = modelTypes.find((type) => type === text);
  if (found) return found;
  const fix = `Use one of ${modelTypes.join(', ')}.`;
  throw new ConfigError({
    subject: 'The training',
    problems: [{ path: 'modelType', message: `is "${cutText(text, 40)}"`, fix }],
  });
}
