/** Where a training is followed. */
export const progressPath = (jobId: string): string => `/training/progress?job=${encodeURIComponent(jobId)}`;
