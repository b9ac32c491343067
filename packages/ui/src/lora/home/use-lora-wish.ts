import { useEffect, useRef, useState } from 'react';
import type { Lora } from '../../api/lora-answers.ts';
import { type PromptWish, parseWish } from '../../screens/generate/prompt-wish.ts';
import { keepForm, readKeptForm } from '../../screens/kept-form.ts';
import { useKeptForm } from '../../screens/use-kept-form.ts';
import { isReady } from '../lora.ts';
import { blankWish, chooseLora } from '../lora-wish.ts';

interface LoraWishOptions {
  /** The LoRA that the address names. */
  readonly wantedId: string | undefined;
  readonly loras: readonly Lora[];
  /** Whether all of them are there to be looked through. */
  readonly areRead: boolean;
}

/** The form of the home page, kept in this tab; a LoRA that the address names is chosen once, with its word in the prompt. */
export const useLoraWish = ({ wantedId, loras, areRead }: LoraWishOptions) => {
  const place = useKeptForm('paint');
  const [wish, setWish] = useState(blankWish);
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current || !areRead) return;
    isBegun.current = true;
    const kept = parseWish(readKeptForm(place)) ?? blankWish;
    const ready = loras.filter(isReady);
    const wanted = wantedId === undefined ? undefined : ready.find(({ id }) => id === wantedId);
    // A prompt keeps what was written into it; a LoRA that is gone since is not chosen.
    const known = ready.some(({ id }) => id === kept.modelId) ? kept : { ...kept, modelId: '' };
    const next = wanted ?? (known.modelId === '' && wantedId === undefined ? ready[0] : undefined);
    setWish(next ? chooseLora(known, next, loras) : known);
  }, [place, loras, areRead, wantedId]);
  const edit = (next: PromptWish) => {
    setWish(next);
    keepForm(place, next);
  };
  return [wish, edit] as const;
};
