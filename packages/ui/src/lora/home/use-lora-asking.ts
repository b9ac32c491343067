import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Generation } from '../../api/answers.ts';
import { ApiRefusal } from '../../api/api-refusal.ts';
import type { PromptWish } from '../../screens/generate/prompt-wish.ts';
import { toPlace } from '../../screens/generate/use-asking.ts';
import type { Generations } from '../../screens/generate/use-generations.ts';
import { useStudio } from '../../screens/studio.tsx';
import type { ReadyLora } from '../lora.ts';
import { toPaintWish } from '../lora-wish.ts';
import { useLoraApi } from '../use-lora-api.ts';

/** Asks for pictures of a LoRA. Their places are there before the interface has answered. */
export const useLoraAsking = (results: Pick<Generations, 'show'>) => {
  const { brand } = useStudio();
  const api = useLoraApi();
  const client = useQueryClient();
  const [asked, setAsked] = useState<readonly Generation[]>([]);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const ask = async (wish: PromptWish, lora: ReadyLora) => {
    const body = toPaintWish(wish, lora);
    const place = toPlace(
      { ...wish, modelId: lora.model_id ?? '' },
      { settings: { aspectRatio: wish.aspectRatio }, brandId: brand.id, modelName: lora.name },
    );
    setRefusal(null);
    setAsked((others) => [place, ...others]);
    try {
      results.show(await api.paint(body, place.id));
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      setRefusal(error);
      // A colleague may have taken theirs back since: it is no longer offered then.
      if (error.status === 404) void client.invalidateQueries({ queryKey: [brand.id, 'loras'] });
    } finally {
      setAsked((all) => all.filter((one) => one !== place));
    }
  };
  return { asked, refusal, ask };
};
