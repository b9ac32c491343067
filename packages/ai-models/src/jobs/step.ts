import { addMilliseconds } from '../shared/add-milliseconds.ts';

/** What comes after a step: the next one at once, or a look later. `null`: nothing, until something rings. */
export type Step = { readonly next: 'at once' } | { readonly next: Date | null };

export const atOnce: Step = { next: 'at once' };
export const whenItRings: Step = { next: null };

export const later = (now: () => Date, milliseconds: number): Step => ({
  next: addMilliseconds(now(), milliseconds),
});
