import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../errors/index.ts';
import { modelTypes } from './model-type.ts';
import { trainingBounds } from './training-bounds.ts';
import { parseTrainingWish, type TrainingTarget } from './training-config.ts';
import { presetNames } from './training-presets.ts';

const flux: TrainingTarget = { modelType: 'flux', provider: 'replicate' };
const own: TrainingTarget = { modelType: 'sdxl', provider: 'runpod' };
const targets = modelTypes.flatMap((modelType) =>
  (['replicate', 'runpod'] as const)
    .filter((provider) => trainingBounds[modelType][provider])
    .map((provider) => ({ modelType, provider })),
);

const parseTrainingConfig = (input: unknown, target: TrainingTarget) =>
  parseTrainingWish(input, target).config;

const problemsOf = (input: unknown, target = flux): string[] => {
  try {
    parseTrainingWish(input, target);
  } catch (error) {
    if (ConfigError.isInstance(error))
      return error.problems.map((one) => `${one.path} ${one.message}. ${one.fix}`);
    throw error;
  }
  return [];
};

describe('the founding examples', () => {
  it('parse as they are written', () => {
    expect(parseTrainingWish({ steps: 1000, learningRate: 0.0001, batchSize: 4 }, flux)).toEqual({
      config: {
        steps: 1000,
        learningRate: 0.0001,
        batchSize: 4,
        loraRank: 16,
        resolution: '512,768,1024',
        optimizer: 'adamw8bit',
        autocaption: true,
        captionDropout: 0.05,
        numRepeats: 10,
        seed: null,
      },
      triggerWord: null,
      notes: [],
    });
    const second = parseTrainingWish({ steps: 1000, learningRate: 0.0001, triggerWord: '[brand]' }, flux);
    expect(second).toMatchObject({ triggerWord: null, config: { learningRate: 0.0001, batchSize: 1 } });
    expect(parseTrainingWish({ triggerWord: 'TOK' }, flux).triggerWord).toBe('TOK');
  });

  it.each([undefined, null, {}])('has defaults for %j', (input) => {
    expect(parseTrainingConfig(input, flux)).toMatchObject({ steps: 1000, learningRate: 4e-4, batchSize: 1 });
  });
});

it.each(targets)(
  'a complete config of $modelType on $provider gives itself, whatever the preset',
  (target) => {
    for (const preset of presetNames) {
      const wish = parseTrainingWish({ preset }, target);
      expect(wish.notes).toEqual([]);
      expect(parseTrainingConfig(wish.config, target)).toEqual(wish.config);
      expect(parseTrainingWish(JSON.parse(JSON.stringify(wish.config)), target).notes).toEqual([]);
    }
  },
);

it('takes a preset, over which single fields win', () => {
  const { config } = parseTrainingWish({ preset: 'best', steps: 700 }, flux);
  expect(config).toMatchObject({ steps: 700, loraRank: 32, learningRate: 2e-4, resolution: '512,768,1024' });
  const steps = presetNames.map((name) => parseTrainingConfig({ preset: name }, own).steps);
  expect(steps).toEqual([...steps].sort((one, other) => one - other));
});

it('names every field that is wrong, and what is allowed', () => {
  const input = {
    steps: 9000,
    learningRate: 0.5,
    batchSize: '4',
    loraRank: 2.5,
    resolution: '100',
    optimizer: 'sgd',
    captionDropout: 2,
    numRepeats: 0,
    seed: -1,
    triggerWord: 'cat',
    preset: 'fast',
    autocaption: 'yes',
  };
  expect(problemsOf(input)).toEqual([
    'preset is "fast". Use one of "quick", "standard", "best".',
    'triggerWord is "cat". Use a word that means nothing yet, such as "acmebag7": an everyday one would change in every prompt.',
    'steps is 9000. Use a whole number from 3 to 6000.',
    'learningRate is 0.5. Use a number from 0.000001 to 0.01.',
    'batchSize is "4". Use a whole number from 1 to 4.',
    'loraRank is 2.5. Use a whole number from 1 to 128.',
    'resolution is "100". Use up to 4 side lengths, such as "512,768": multiples of 64 from 256 to 1536.',
    expect.stringMatching(/^optimizer is "sgd"\. Use one of "adamw8bit", .*"adafactor"\.$/),
    'autocaption is "yes". Use true or false.',
    'captionDropout is 2. Use a number from 0 to 1.',
    'numRepeats is 0. Use a whole number from 1 to 100.',
    'seed is -1. Use a whole number from 0 to 2147483647.',
  ]);
});

it.each([
  'hf_repo_id',
  'hf_token',
  'wandb_api_key',
  'lora_weights',
  'skip_training_and_use_pretrained_hf_lora_url',
  'steps2',
  '__proto__x',
])('never passes on %s', (name) => {
  expect(problemsOf({ [name]: 'x' })).toEqual([
    `${name} is not known here. Remove it, or correct its spelling.`,
  ]);
});

it.each([Number.NaN, Number.POSITIVE_INFINITY, '1000', [1000], {}, true])('takes no steps of %o', (steps) => {
  expect(problemsOf({ steps })).toHaveLength(1);
});

it.each([
  ['512', '512'],
  ['1024, 512,768 , 512', '512,768,1024'],
])('puts the resolution %j in order', (resolution, expected) => {
  expect(parseTrainingConfig({ resolution }, flux).resolution).toBe(expected);
});

it.each([
  '',
  ',',
  '512,',
  '512;768',
  '500',
  '512,-64',
  '5e2',
  '2048',
  '256,320,384,448,512',
  '0x200',
  '512\n',
])('refuses the resolution %j', (resolution) => {
  expect(problemsOf({ resolution })).toHaveLength(1);
});

it('has bounds of its own for each base model and trainer', () => {
  expect(problemsOf({ resolution: '256' }, own)).toHaveLength(1);
  expect(problemsOf({ resolution: '1536' }, { modelType: 'sd15', provider: 'runpod' })).toHaveLength(1);
  expect(problemsOf({ optimizer: 'adagrad' }, flux)).toEqual([]);
  expect(problemsOf({ optimizer: 'adagrad' }, own)).toHaveLength(1);
  expect(problemsOf({}, { modelType: 'sdxl', provider: 'replicate' })).toEqual([
    'modelType is "sdxl". Use flux: replicate trains nothing else.',
  ]);
});

it('gives prodigy the rate that it works with', () => {
  expect(parseTrainingConfig({ optimizer: 'prodigy' }, own).learningRate).toBe(1);
  expect(problemsOf({ optimizer: 'prodigy', learningRate: 1e-4 })).toEqual([
    'learningRate is 0.0001. Use a number from 0.1 to 1.',
  ]);
});

it('says which field has no effect', () => {
  const input = { numRepeats: 20, seed: 7 };
  expect(parseTrainingWish(input, flux).notes).toEqual([
    'numRepeats has no effect: replicate does not know it.',
    'seed has no effect: replicate does not know it.',
  ]);
  expect(parseTrainingWish(input, own)).toMatchObject({ notes: [], config: input });
});

it('gives a config within bounds or an error that is ours, whatever comes in', () => {
  const fields = [
    'steps',
    'learningRate',
    'resolution',
    'optimizer',
    'seed',
    'preset',
    'triggerWord',
    'numRepeats',
  ];
  const inputs = fc.oneof(
    fc.anything(),
    fc.dictionary(fc.constantFrom(...fields), fc.oneof(fc.nat(), fc.double(), fc.string())),
  );
  fc.assert(
    fc.property(inputs, fc.constantFrom(...targets), (input, target) => {
      try {
        const config = parseTrainingConfig(input, target);
        expect(parseTrainingConfig(config, target)).toEqual(config);
      } catch (error) {
        if (!ConfigError.isInstance(error)) throw error;
      }
    }),
    { numRuns: 1000 },
  );
});
