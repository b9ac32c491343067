import { useCallback } from 'react';
import { ApiRefusal } from '../api/api-refusal.ts';
import { useWords } from '../messages/use-words.ts';
import { refusalKeyOf } from './refusal-key.ts';

/** Why something was refused, in the language of the page; what has no words there keeps those that came with it. */
export const useRefusalWords = () => {
  const words = useWords('refusals');
  return useCallback(
    (error: unknown): string => {
      if (!(error instanceof ApiRefusal)) return words('unknown');
      const key = refusalKeyOf(error);
      if (key) return words(key);
      return [error.message, error.hint].filter(Boolean).join(' ') || words('unknown');
    },
    [words],
  );
};
