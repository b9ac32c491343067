import type { ModelType } from '@act/tenant-config';
import type { Preset } from '../../api/wishes.ts';

export const presets = ['quick', 'standard', 'best'] as const satisfies readonly Preset[];

const steps: Record<ModelType, Record<Preset, number>> = {
  flux: { quick: 500, standard: 1000, best: 2000 },
  sdxl: { quick: 500, standard: 1000, best: 2500 },
  sd15: { quick: 500, standard: 1000, best: 2500 },
};

/** How many steps a preset takes, shown until a person chooses otherwise. */
export const presetSteps = (modelType: ModelType, preset: Preset) => steps[modelType][preset];

/** How often each picture is seen, which says more to a person than steps. */
export const timesSeen = (stepCount: number, pictures: number) =>
  pictures === 0 ? 0 : Math.max(1, Math.round(stepCount / pictures));
