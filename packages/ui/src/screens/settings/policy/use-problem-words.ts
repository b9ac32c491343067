import { useWords } from '../../../messages/use-words.ts';
import { boundsOf, type PolicyField, type Problem } from './policy-draft.ts';

/** What is wrong with a field and how to mend it. */
export const useProblemWords = () => {
  const words = useWords('settings.policy.problems');
  return (field: PolicyField, problem: Problem): string => {
    const { least = 0, most = 0 } = boundsOf(field) ?? {};
    return words(problem, { least, most });
  };
};
