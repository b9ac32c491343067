import { z } from 'zod';

// Figures as vendors give them: one that cannot be true is none, and takes nothing else of the answer with it.

/** No run is longer. */
const longestRunSeconds = 30 * 24 * 3_600;
/** As a column takes it. */
const largestCount = 2 ** 31 - 1;

/** How many of something: steps, samples. */
export const countSchema = z.int().min(0).max(largestCount).nullish().catch(null);

/** Time on a GPU, or until the end. */
export const secondsSchema = z.number().min(0).max(longestRunSeconds).nullish().catch(null);

/** The same in ms. */
export const millisecondsSchema = z
  .number()
  .min(0)
  .max(longestRunSeconds * 1_000)
  .nullish()
  .catch(null);
