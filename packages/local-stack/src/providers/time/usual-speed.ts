/** A training of 1,000 steps, 20 minutes at Replicate, takes half a minute. */
export const usualSpeed = 40;
