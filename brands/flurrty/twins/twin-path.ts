/** Where a twin lies, from its first minute on. */
export const twinPath = (jobId: string): string => `/twins/${encodeURIComponent(jobId)}`;
