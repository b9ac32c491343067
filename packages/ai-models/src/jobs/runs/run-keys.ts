/** How a run at a provider names our work: part of an address, a lock or a folder. */
export const trainingRunKey = (jobId: string, attempt: number): string => `training-${jobId}-${attempt}`;
export const generationRunKey = (generationId: string, attempt: number): string =>
  `generation-${generationId}-${attempt}`;
