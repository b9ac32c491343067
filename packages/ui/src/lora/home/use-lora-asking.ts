import type { PromptWish } from '../../screens/generate/prompt-wish.ts';
import { toPlace, usePlaces } from '../../screens/generate/use-asking.ts';
import type { Generations } from '../../screens/generate/use-generations.ts';
import { useStudio } from '../../screens/studio.tsx';
import type { ReadyLora } from '../lora.ts';
import { toPaintWish } from '../lora-wish.ts';
import { useLoraApi } from '../use-lora-api.ts';

/** Asks for pictures of a LoRA. */
export const useLoraAsking = (results: Pick<Generations, 'show'>) => {
  const { brand } = useStudio();
  const api = useLoraApi();
  const { asked, refusal, fill } = usePlaces(results, 'loras');
  const ask = async (wish: PromptWish, lora: ReadyLora) => {
    const place = toPlace(
      { ...wish, modelId: lora.model_id ?? '' },
      { settings: { aspectRatio: wish.aspectRatio }, brandId: brand.id, modelName: lora.name },
    );
    await fill(place, () => api.paint(toPaintWish(wish, lora), place.id));
  };
  return { asked, refusal, ask };
};
