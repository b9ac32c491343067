/** What has to happen before the button can train: it takes the button's place. */
export type Remedy = 'pictures' | 'fewerPictures' | 'running' | 'paused' | 'tomorrow' | 'budget' | 'settings';

export interface RemedyFacts {
  /** Codes of what speaks against the pictures and blocks. */
  readonly blockedBy: readonly string[];
  readonly pictures: number;
  readonly running: number;
  readonly mostRunning: number;
  /** Whether a setting is outside of what the trainer takes. */
  readonly isInvalid: boolean;
  /** Code of the last refusal of this very wish. */
  readonly refusedBy: string | null;
}

/** The one thing to do first; null where nothing stands in the way. */
export const toRemedy = (facts: RemedyFacts): Remedy | null => {
  const { blockedBy, pictures, running, mostRunning, isInvalid, refusedBy } = facts;
  if (pictures === 0) return 'pictures';
  if (blockedBy.includes('too_many')) return 'fewerPictures';
  if (blockedBy.length > 0) return 'pictures';
  if (mostRunning === 0) return 'paused';
  if (refusedBy === 'budget_exceeded') return 'budget';
  if (running >= mostRunning) return 'running';
  // Fewer run than may, so it was the day's limit.
  if (refusedBy === 'limit_reached') return 'tomorrow';
  return isInvalid ? 'settings' : null;
};
