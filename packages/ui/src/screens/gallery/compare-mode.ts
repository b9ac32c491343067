/** How two pictures are shown against each other. */
export const compareModes = ['slider', 'side', 'flip'] as const;
export type CompareMode = (typeof compareModes)[number];

export const nextMode = (mode: CompareMode): CompareMode =>
  compareModes[(compareModes.indexOf(mode) + 1) % compareModes.length] ?? 'slider';
