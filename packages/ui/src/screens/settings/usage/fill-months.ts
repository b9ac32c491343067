import type { Usage } from '../../../api/settings-answers.ts';

export type UsageMonth = Usage['months'][number];

/** Every month up to this one, the oldest first; those without work with nothing in them. */
export const fillMonths = (known: readonly UsageMonth[], count: number, now: Date): UsageMonth[] =>
  Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (count - 1 - index), 1));
    const month = date.toISOString().slice(0, 7);
    return (
      known.find((one) => one.month === month) ?? {
        month,
        trainings: 0,
        pictures: 0,
        costUsd: 0,
        gpuSeconds: 0,
      }
    );
  });
