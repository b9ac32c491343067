/** The states of trainings and generations in which nothing more happens by itself. */
export const endedStatuses = ['completed', 'failed', 'cancelled'] as const;

/** Whether nothing more will happen to it by itself. */
export const hasEnded = (status: string): boolean => endedStatuses.some((ended) => ended === status);
