import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BrandModel, Generation } from '../../api/answers.ts';
import { ApiRefusal } from '../../api/api-refusal.ts';
import { calledByPeople } from '../models/group-versions.ts';
import { useStudio } from '../studio.tsx';
import { type PromptWish, toRequest } from './prompt-wish.ts';
import type { Generations } from './use-generations.ts';

/**
 * Places for what was asked, there before the interface has answered.
 * @param offered the list that the model was chosen from: one that was taken back since is offered no more
 */
export const usePlaces = (results: Pick<Generations, 'show'>, offered: 'models' | 'loras') => {
  const { brand } = useStudio();
  const client = useQueryClient();
  const [asked, setAsked] = useState<readonly Generation[]>([]);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const fill = async (place: Generation, create: () => Promise<Generation>) => {
    setRefusal(null);
    setAsked((others) => [place, ...others]);
    try {
      results.show(await create());
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      setRefusal(error);
      if (error.status === 404) void client.invalidateQueries({ queryKey: [brand.id, offered] });
    } finally {
      setAsked((all) => all.filter((one) => one !== place));
    }
  };
  return { asked, refusal, fill };
};

/** Asks for pictures. */
export const useAsking = (results: Pick<Generations, 'show'>, models: readonly BrandModel[]) => {
  const { api, brand } = useStudio();
  const { asked, refusal, fill } = usePlaces(results, 'models');
  const ask = async (wish: PromptWish) => {
    const model = models.find(({ modelId }) => modelId === wish.modelId);
    if (!model || wish.prompt.trim() === '') return;
    const request = toRequest(wish, model);
    const facts = { settings: request, brandId: brand.id, modelName: calledByPeople(model) };
    const place = toPlace(wish, facts);
    await fill(place, () => api.generations.create(request, place.id));
  };
  return { asked, refusal, ask };
};

interface PlaceFacts {
  readonly settings: unknown;
  readonly brandId: string;
  /** What people call the model. */
  readonly modelName: string;
}

/** Stands for a request until there is a row of it. */
export const toPlace = (wish: PromptWish, { settings, brandId, modelName }: PlaceFacts): Generation => ({
  id: crypto.randomUUID(),
  brandId,
  status: 'pending',
  progress: 0,
  modelId: wish.modelId,
  modelName,
  secondModelId: wish.secondModelId,
  secondModelName: wish.secondModelId,
  prompt: wish.prompt,
  settings,
  requestedImages: wish.count,
  images: [],
  error: null,
  costUsd: null,
  cancelRequestedAt: null,
  createdAt: new Date().toISOString(),
  completedAt: null,
});
