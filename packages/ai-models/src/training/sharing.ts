/** Where a model stands between its owner and the brand. */
export const sharings = ['sharing', 'shared', 'withdrawing'] as const;
/** `sharing` until the engine has carried it out, `shared`, and `withdrawing` until it is private again. */
export type Sharing = (typeof sharings)[number];

/** As a row says it. */
export const toSharing = (stored: string | null): Sharing | null =>
  sharings.find((one) => one === stored) ?? null;
