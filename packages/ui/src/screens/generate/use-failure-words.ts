import { useLocale } from 'next-intl';
import type { Generation } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { toFailureCause } from '../activity/failure-cause.ts';
import { splitFailure } from './failure-words.ts';

/** Why pictures were not made, and what to do. The interface speaks English, with more detail than our words for its codes. */
export const useFailureWords = () => {
  const [causes, language] = [useWords('activity.causes'), useLocale()];
  return (error: Generation['error']): ReturnType<typeof splitFailure> =>
    splitFailure(language === 'en' || !error ? (error?.message ?? '') : causes(toFailureCause(error.code)));
};
