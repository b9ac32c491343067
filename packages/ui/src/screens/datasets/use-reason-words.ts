import type { RefusalReason } from '../../api/api-refusal.ts';
import { useWords } from '../../messages/use-words.ts';

const keys = {
  too_few: 'tooFew',
  too_many: 'tooMany',
  not_inspected: 'notInspected',
  rejected: 'rejected',
  fewer_than_recommended: 'fewer',
  duplicates: 'duplicates',
  near_duplicates: 'nearDuplicates',
  small: 'small',
  blurred: 'blurred',
  dark: 'dark',
  bright: 'bright',
  low_contrast: 'flat',
  captions_missing: 'captionsMissing',
  one_format: 'oneFormat',
} as const;

const keyOf = (code: string) => Object.entries(keys).find(([known]) => known === code)?.[1];

/** A reason in the words of the language, with what to do; one that we do not know yet keeps its own. */
export const useReasonWords = () => {
  const words = useWords('readiness.reasons');
  return ({ code, message, hint, assetIds }: RefusalReason) => {
    const key = keyOf(code);
    if (!key) return { text: message, next: hint };
    return { text: words(`${key}.text`, { count: assetIds.length }), next: words(`${key}.next`) };
  };
};
