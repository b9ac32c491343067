import type { Draft } from './draft.ts';

/** What still stands in the way of a training; the first one is said. */
export type Obstacle = 'unknown' | 'pending' | 'few' | 'blocked' | 'name' | 'gender';

interface Readiness {
  readonly draft: Draft;
  /** Whether the selfies have been read at all. */
  readonly isKnown: boolean;
  readonly pending: number;
  readonly ready: number;
  readonly least: number;
  /** Something about the selfies forbids it. */
  readonly isBlocked: boolean;
}

/** In the order of the page, from top to bottom. */
export const findObstacle = (given: Readiness): Obstacle | null => {
  const { draft, isKnown, pending, ready, least, isBlocked } = given;
  if (!isKnown) return 'unknown';
  if (pending > 0) return 'pending';
  if (ready < least) return 'few';
  if (isBlocked) return 'blocked';
  if (draft.name.trim() === '') return 'name';
  return draft.gender === null ? 'gender' : null;
};
