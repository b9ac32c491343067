import { useWords } from '../../messages/use-words.ts';
import { rejectionKeyOf } from './rejection-key.ts';

interface RejectedAsset {
  readonly rejectionCode?: string | null;
  /** As the inspection worded it. */
  readonly rejectionReason: string | null;
}

/** Why a picture was rejected, in the language of the page; what has no words there keeps those that came with it. */
export const useRejectionWords = () => {
  const words = useWords('datasets.rejections');
  return ({ rejectionCode, rejectionReason }: RejectedAsset): string | undefined => {
    const key = rejectionKeyOf(rejectionCode ?? null);
    return key ? words(key) : (rejectionReason ?? undefined);
  };
};
