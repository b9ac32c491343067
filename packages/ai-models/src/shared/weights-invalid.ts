import { AiModelsError } from '../errors/index.ts';
import { cutText } from './cut-text.ts';

/** A file that is no LoRA which can be used; `what` is wrong, as it follows "The weights cannot be used:". */
export const weightsInvalid = (what: string, cause?: unknown): AiModelsError =>
  new AiModelsError({
    code: 'weights_invalid',
    message: `The weights cannot be used: ${what}.`,
    hint: 'Nothing was stored. Train again; if it happens again, this trainer cannot be used.',
    ...(cause !== undefined && { cause }),
  });

/** The file ended too early, which a transfer does too that broke off: asking for it again may give the whole. */
export const weightsBrokeOff = (what: string, cause?: unknown): AiModelsError =>
  new AiModelsError({
    code: 'weights_invalid',
    message: `The weights broke off: ${what}.`,
    hint: 'Nothing was stored. Fetch them again while the provider still has them.',
    retryable: true,
    ...(cause !== undefined && { cause }),
  });

/** A text from a file, short enough and safe to be read in a message. */
export const quote = (text: string): string => JSON.stringify(cutText(text, 120));
