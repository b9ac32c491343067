import { ApiError } from '../http/api-error.ts';

/** How many streams each person has open. */
export interface StreamSlots {
  /** Takes one, until it is given back. @throws ApiError 429 */
  take(userId: string): () => void;
}

export function createStreamSlots(most: number): StreamSlots {
  const open = new Map<string, number>();
  return {
    take: (userId) => {
      const before = open.get(userId) ?? 0;
      if (before >= most) throw tooMany(most);
      open.set(userId, before + 1);
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        const left = (open.get(userId) ?? 1) - 1;
        if (left === 0) open.delete(userId);
        else open.set(userId, left);
      };
    },
  };
}

const tooMany = (most: number) =>
  new ApiError({
    status: 429,
    code: 'too_many_streams',
    message: `You follow ${most} trainings already.`,
    hint: 'Close one of the pages, or ask for the training every five seconds.',
    headers: { 'Retry-After': '30' },
  });
