import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BrandModel, Generation } from '../../api/answers.ts';
import { ApiRefusal } from '../../api/api-refusal.ts';
import { calledByPeople } from '../models/group-versions.ts';
import { useStudio } from '../studio.tsx';
import { type PromptWish, toRequest } from './prompt-wish.ts';
import type { Generations } from './use-generations.ts';

/** Asks for pictures. Their places are there before the interface has answered. */
export const useAsking = (results: Pick<Generations, 'show'>, models: readonly BrandModel[]) => {
  const { api, brand } = useStudio();
  const client = useQueryClient();
  const [asked, setAsked] = useState<readonly Generation[]>([]);
  const [refusal, setRefusal] = useState<unknown>(null);
  const ask = async (wish: PromptWish) => {
    const model = models.find(({ modelId }) => modelId === wish.modelId);
    if (!model || wish.prompt.trim() === '') return;
    const request = toRequest(wish, model);
    const place = toPlace(wish, { settings: request, brandId: brand.id, modelName: calledByPeople(model) });
    setRefusal(null);
    setAsked((others) => [place, ...others]);
    try {
      results.show(await api.generations.create(request, place.id));
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      setRefusal(error);
      // It may have been taken back since: it is no longer offered then.
      if (error.code === 'model_not_found') void client.invalidateQueries({ queryKey: [brand.id, 'models'] });
    } finally {
      setAsked((all) => all.filter((one) => one !== place));
    }
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
