import type { ModelType } from '@act/tenant-config';

interface BaseBounds {
  readonly steps: number;
  readonly maximumSteps: number;
  readonly guidance: number;
  readonly maximumGuidance: number;
  /** Whether it can be told what is not to be seen. */
  readonly knowsNegativePrompt: boolean;
}

/** What the interface takes and fills in, by base model. */
export const baseBounds: Readonly<Record<ModelType, BaseBounds>> = {
  flux: { steps: 28, maximumSteps: 50, guidance: 3.5, maximumGuidance: 10, knowsNegativePrompt: false },
  sdxl: { steps: 28, maximumSteps: 100, guidance: 7, maximumGuidance: 20, knowsNegativePrompt: true },
  sd15: { steps: 28, maximumSteps: 100, guidance: 7.5, maximumGuidance: 20, knowsNegativePrompt: true },
};

/** The largest seed that every trainer takes. */
export const maximumSeed = 2 ** 31 - 1;

export const drawSeed = (random: () => number = Math.random) => Math.floor(random() * (maximumSeed + 1));
