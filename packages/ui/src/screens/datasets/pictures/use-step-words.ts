import { useWords } from '../../../messages/use-words.ts';
import type { EditStep } from './edits.ts';

/** A step in words: `leaving out sign 3.jpg`, `4 captions`. */
export const useStepWords = () => {
  const words = useWords('datasets.steps');
  return ({ kind, edits }: EditStep): string =>
    words(kind, { count: edits.length, name: edits[0]?.name ?? '' });
};
