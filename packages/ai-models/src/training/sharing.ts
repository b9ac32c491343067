/** Where a model stands between its owner and the brand. */
export const sharingStates = ['sharing', 'shared', 'withdrawing'] as const;
/** `sharing` until the engine has carried it out, `shared`, and `withdrawing` until its weights are home; it is private by then. */
export type Sharing = (typeof sharingStates)[number];

/** As a row says it. */
export const toSharing = (stored: string | null): Sharing | null =>
  sharingStates.find((one) => one === stored) ?? null;
