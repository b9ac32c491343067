import type { Asset } from '../../api/answers.ts';

type RejectionCode = NonNullable<Asset['rejectionCode']>;

const keys = {
  type_unknown: 'typeUnknown',
  too_large: 'tooLarge',
  too_many_pixels: 'tooManyPixels',
  too_small: 'tooSmall',
  animated: 'animated',
  unreadable: 'unreadable',
  file_missing: 'fileMissing',
} as const satisfies Record<RejectionCode, string>;

/** Under which key the inspection's word has words in every language; null for one that we do not know yet. */
export const rejectionKeyOf = (code: string | null) =>
  Object.entries(keys).find(([known]) => known === code)?.[1] ?? null;
