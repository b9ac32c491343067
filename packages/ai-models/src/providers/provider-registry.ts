import { AiModelsError } from '../errors/index.ts';
import type { ModelType } from '../training/model-type.ts';
import type { CaptionProvider } from './caption-provider.ts';
import type { ImageProvider } from './image-provider.ts';
import type { TrainingProvider } from './training-provider.ts';

/** What one vendor offers, as its folder builds it. */
export interface Provider {
  /** Trains models. Default: it does not. */
  readonly training?: TrainingProvider;
  /** Paints with models. Default: it does not. */
  readonly images?: ImageProvider;
  /** Describes pictures. Default: it does not. */
  readonly captions?: CaptionProvider;
}

/** Finds who does a piece of work; the first that was given wins. */
export interface ProviderRegistry {
  /** Where work can only be asked for, not done. */
  readonly isEmpty: boolean;
  trainingFor(modelType: ModelType): TrainingProvider;
  imagesFor(modelType: ModelType): ImageProvider;
  /** The one that a row names: work that began with a provider stays with it. */
  training(id: string): TrainingProvider;
  images(id: string): ImageProvider;
  captions(): CaptionProvider;
}

export function createProviderRegistry(providers: readonly Provider[]): ProviderRegistry {
  const trainers = providers.flatMap(({ training }) => training ?? []);
  const painters = providers.flatMap(({ images }) => images ?? []);
  return {
    isEmpty: providers.length === 0,
    trainingFor: (type) =>
      found(
        trainers.find((one) => one.modelTypes.includes(type)),
        `trains ${type} models`,
      ),
    imagesFor: (type) =>
      found(
        painters.find((one) => one.modelTypes.includes(type)),
        `paints with ${type} models`,
      ),
    training: (id) =>
      found(
        trainers.find((one) => one.id === id),
        `is ${id} and trains`,
      ),
    images: (id) =>
      found(
        painters.find((one) => one.id === id),
        `is ${id} and paints`,
      ),
    captions: () => found(providers.find(({ captions }) => captions)?.captions, 'writes captions'),
  };
}

function found<T>(provider: T | undefined, does: string): T {
  if (provider) return provider;
  throw new AiModelsError({
    code: 'provider_missing',
    message: `None of the providers that were given ${does}.`,
    hint: 'Pass one in `providers`, or set its key in the environment.',
  });
}
