import type { Asset } from '../../api/answers.ts';
import { useWords } from '../../messages/use-words.ts';
import { rejectionKeyOf } from './rejection-key.ts';

/** Why a picture was rejected, in the language of the page; what has no words there keeps those that came with it. */
export const useRejectionWords = () => {
  const words = useWords('datasets.rejections');
  return ({
    rejectionCode,
    rejectionReason,
  }: Pick<Asset, 'rejectionCode' | 'rejectionReason'>): string | undefined => {
    const key = rejectionKeyOf(rejectionCode);
    return key ? words(key) : (rejectionReason ?? undefined);
  };
};
