/** How much time and money a training may take, in a word. */
export const presetNames = ['quick', 'standard', 'best'] as const;
/** `quick` takes half the steps of `standard`, `best` at least twice as many. */
export type PresetName = (typeof presetNames)[number];

/** What is trained where nothing else was said, by base model. */
export const trainingDefaults = {
  flux: {
    steps: 1000,
    learningRate: 4e-4,
    batchSize: 1,
    loraRank: 16,
    resolution: '512,768,1024',
    optimizer: 'adamw8bit',
    autocaption: true,
    captionDropout: 0.05,
    numRepeats: 10,
    seed: null,
  },
  // Adapters of the older bases fall apart at the rate of flux, and each base has a size that it was made for.
  sdxl: {
    steps: 1000,
    learningRate: 1e-4,
    batchSize: 1,
    loraRank: 16,
    resolution: '1024',
    optimizer: 'adamw8bit',
    autocaption: true,
    captionDropout: 0.05,
    numRepeats: 10,
    seed: null,
  },
  sd15: {
    steps: 1000,
    learningRate: 1e-4,
    batchSize: 1,
    loraRank: 16,
    resolution: '512',
    optimizer: 'adamw8bit',
    autocaption: true,
    captionDropout: 0.05,
    numRepeats: 10,
    seed: null,
  },
} as const;

/** What each preset changes in the defaults. */
export const trainingPresets = {
  flux: {
    quick: { steps: 500, resolution: '512,768' },
    standard: {},
    best: { steps: 2000, learningRate: 2e-4, loraRank: 32 },
  },
  sdxl: {
    quick: { steps: 500, resolution: '768' },
    standard: {},
    best: { steps: 2500, loraRank: 32 },
  },
  sd15: {
    quick: { steps: 500 },
    standard: {},
    best: { steps: 2500, loraRank: 32, resolution: '512,768' },
  },
} as const;
