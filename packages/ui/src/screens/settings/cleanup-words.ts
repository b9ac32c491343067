const cleanupWords = {
  old_generations: 'oldGenerations',
  deleted_trainings: 'deletedTrainings',
  departed_people: 'departedPeople',
  deleted_files: 'deletedFiles',
  stray_files: 'strayFiles',
  archives: 'archives',
  provider_leftovers: 'providerLeftovers',
  provider_refusals: 'providerRefusals',
} as const;

type CleanupCode = keyof typeof cleanupWords;

const isCleanupCode = (code: string): code is CleanupCode => Object.hasOwn(cleanupWords, code);

/** What a kind of clearing away is called among the words; null for one that this version does not know. */
export const toCleanupWord = (code: string): (typeof cleanupWords)[CleanupCode] | null =>
  isCleanupCode(code) ? cleanupWords[code] : null;
