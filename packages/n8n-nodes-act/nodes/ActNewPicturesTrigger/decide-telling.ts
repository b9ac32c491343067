import type { IDataObject } from 'n8n-workflow';
import { readNumber, readText } from '../shared/read-answer.ts';

/** What a look found. */
export interface Look {
  readonly newImages: number;
  /** How many are enough. */
  readonly wanted: number;
  /** The last training that was completed; null where there was none. */
  readonly lastTraining: string | null;
}

/**
 * Tells once when there are enough, and again when as many have come on top, or when a training has taken those that were
 * told of. One that failed takes none: a workflow that trains would otherwise pay for it again at every look.
 * @param memory what was told before; kept by n8n, and changed here
 */
export function decideTelling({ newImages, wanted, lastTraining }: Look, memory: IDataObject): boolean {
  const told = readNumber(memory, 'toldAt');
  const isOver = told === null || newImages < told || readText(memory, 'lastTraining') !== lastTraining;
  const isTold = newImages >= wanted && (isOver || newImages >= told + wanted);
  if (isTold) Object.assign(memory, { toldAt: newImages, lastTraining });
  return isTold;
}
