import type { BrandDatabase } from '../context.ts';
import { deleteMyRows } from '../database/deletions.ts';

/** What was deleted with a person, by kind. */
export interface DeletedData {
  /** Pictures to train with. */
  readonly pictures: number;
  /** Trainings that had ended. */
  readonly trainings: number;
  /** Trained models. */
  readonly models: number;
  /** Requests for pictures, with what came of them. */
  readonly generations: number;
  /** Documents. */
  readonly documents: number;
  /** Brands that the person was in. */
  readonly memberships: number;
  /** Files of all that, which the engine removes within minutes. */
  readonly files: number;
  /** Trainings and generations that were stopped; they go when they have ended. */
  readonly running: number;
}

/**
 * Deletes everything that is private to the caller and their memberships; the account follows when all of it is gone. May
 * be called again: then there is less, or nothing. @throws AiModelsError `conflict` for the last admin of a brand
 */
export const deleteMyData = (database: BrandDatabase): Promise<DeletedData> => deleteMyRows(database);
