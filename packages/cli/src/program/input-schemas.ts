import { z } from 'zod';

/** A number as it is typed. */
export const number = z.coerce.number('Use a number.');
export const whole = z.coerce.number('Use a whole number.').int('Use a whole number.');

const listed = (values: readonly string[]) => `Use one of ${values.join(', ')}.`;

/** One of a few words; says which where it is another. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: listed(values) });

export const modelTypes = ['flux', 'sdxl', 'sd15'] as const;
export const jobId = z.guid('Use the id that `act jobs` shows.');
