import type { Lora } from '../api/lora-answers.ts';
import { useWords } from '../messages/use-words.ts';
import type { SharingAct } from './lora.ts';

/** What follows when it is done: who sees what of a LoRA, and what stays with whom. */
export const useSharingLines = (
  lora: Pick<Lora, 'name' | 'is_others'>,
  act: SharingAct,
): readonly string[] => {
  const words = useWords('lora.sharing');
  if (act === 'share')
    return [words('shareSeen', { name: lora.name }), words('shareHidden'), words('shareBack')];
  return lora.is_others
    ? [words('withdrawOthersLine'), words('withdrawOthersBack')]
    : [words('withdrawLine')];
};
