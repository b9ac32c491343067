import { z } from 'zod';

interface WholeNumberOptions {
  minimum: number;
  maximum: number;
  default: number;
}

/** A whole number with bounds and a default. */
export const wholeNumber = ({ minimum, maximum, default: value }: WholeNumberOptions) =>
  z.int().min(minimum).max(maximum).default(value);

/** Text that people read: no control characters, which could hide or forge something. */
export const plainText = (maximumLength: number) =>
  z
    .string()
    .min(1)
    .max(maximumLength)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'Use text without control characters.');

/** For `refine`: every entry is there once. */
export const isUnique = (entries: readonly unknown[]) => new Set(entries).size === entries.length;

/** What a broken `isUnique` says. */
export const uniqueRule = { error: 'List each entry once.', params: { problem: 'repeats an entry' } };
