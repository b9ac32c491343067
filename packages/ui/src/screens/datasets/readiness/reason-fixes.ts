/** What one tap does about a reason. */
export type ReasonFix = 'leaveOut' | 'compare' | 'writeCaptions' | 'addPictures' | 'delete';

const fixes: Readonly<Record<string, ReasonFix>> = {
  duplicates: 'leaveOut',
  near_duplicates: 'compare',
  small: 'leaveOut',
  blurred: 'leaveOut',
  dark: 'leaveOut',
  bright: 'leaveOut',
  low_contrast: 'leaveOut',
  captions_missing: 'writeCaptions',
  too_few: 'addPictures',
  fewer_than_recommended: 'addPictures',
  rejected: 'delete',
};

/** Null where only waiting or a person's eye helps. */
export const fixFor = (code: string): ReasonFix | null =>
  Object.hasOwn(fixes, code) ? (fixes[code] ?? null) : null;
