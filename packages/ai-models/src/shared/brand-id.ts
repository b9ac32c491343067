import type { z } from 'zod';
import { AiModelsError } from '../errors/index.ts';
import { cutText } from './cut-text.ts';

/** A text which was checked to have the form of a brand's id. It says nothing about who may use that brand. */
export type BrandId = string & z.$brand<'BrandId'>;

// The same rule as in the database, where it is part of every key too.
const brandIdForm = /^[a-z0-9][a-z0-9-]{1,62}$/;

export const isBrandId = (text: string): text is BrandId => brandIdForm.test(text);

/** @throws AiModelsError `input_invalid` */
export function toBrandId(text: string): BrandId {
  if (isBrandId(text)) return text;
  throw new AiModelsError({
    code: 'input_invalid',
    message: `A brand's id cannot be ${JSON.stringify(cutText(String(text), 80))}.`,
    hint: 'Use 2 to 63 lower-case letters, digits and hyphens, and begin with a letter or a digit.',
  });
}
