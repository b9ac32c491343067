import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../errors/index.ts';
import { parseImageSettings, parseStoredSettings, toStoredSettings } from './image-settings.ts';

const flux = { modelType: 'flux', provider: 'replicate', random: () => 0.5 } as const;
const sdxl = { modelType: 'sdxl', provider: 'runpod', random: () => 0.5 } as const;
const sd15 = { ...sdxl, modelType: 'sd15' } as const;

const problemsOf = (input: unknown, target: Parameters<typeof parseImageSettings>[1] = flux): string[] => {
  try {
    parseImageSettings(input, target);
  } catch (error) {
    if (InputError.isInstance(error))
      return error.problems.map((one) => `${one.path} ${one.message}. ${one.fix}`);
    throw error;
  }
  return [];
};

describe('defaults', () => {
  it('are those of the founding documents', () => {
    expect(parseImageSettings({}, flux)).toEqual({
      settings: {
        aspectRatio: '1:1',
        outputFormat: 'png',
        outputQuality: 90,
        guidance: 3.5,
        inferenceSteps: 28,
        seed: 2 ** 30,
        megapixels: '1',
        fast: false,
      },
      imageCount: 1,
      scales: [1, 1],
    });
  });

  it('fit the base model', () => {
    expect(parseImageSettings(undefined, sdxl).settings).toMatchObject({ guidance: 7, megapixels: '1' });
    expect(parseImageSettings(null, sd15).settings).toMatchObject({ guidance: 7.5, megapixels: '0.25' });
  });

  it('draw a seed of 31 bits', () => {
    const seedFor = (value: number) => parseImageSettings({}, { ...flux, random: () => value }).settings.seed;
    expect([seedFor(0), seedFor(1 - Number.EPSILON)]).toEqual([0, 2 ** 31 - 1]);
    expect(parseImageSettings({ seed: 0 }, flux).settings.seed).toBe(0);
    expect(parseImageSettings({ seed: null }, flux).settings.seed).toBe(2 ** 30);
  });
});

it('knows the names of the founding documents', () => {
  const founding = {
    ...{ numImages: 4, lora_scale: 0.8, aspect_ratio: '16:9', output_format: 'jpeg', guidance_scale: 2 },
    ...{ num_inference_steps: 20, extraLoraScale: 0.5, output_quality: 80, go_fast: true },
  };
  expect(parseImageSettings(founding, flux)).toMatchObject({
    settings: {
      aspectRatio: '16:9',
      outputFormat: 'jpg',
      guidance: 2,
      inferenceSteps: 20,
      outputQuality: 80,
      fast: true,
    },
    imageCount: 4,
    scales: [0.8, 0.5],
  });
  expect(problemsOf({ numImages: 4, imageCount: 2 })).toEqual([
    'imageCount is there twice, under different names. Say it once.',
  ]);
});

it('names every field that is wrong, and what is allowed', () => {
  const input = {
    ...{
      numImages: 9,
      aspectRatio: '2:1',
      outputFormat: 'gif',
      outputQuality: 101,
      guidance: 11,
      inferenceSteps: 51,
    },
    ...{ seed: 2 ** 31, megapixels: '2', loraScale: 4, scale2: 1, negativePrompt: 'blurred' },
  };
  expect(problemsOf(input)).toEqual([
    'imageCount is 9. Use a whole number from 1 to 8.',
    expect.stringMatching(/^aspectRatio is "2:1"\. Use one of "1:1", "16:9"/),
    'outputFormat is "gif". Use one of "png", "jpg", "webp".',
    'outputQuality is 101. Use a whole number from 0 to 100.',
    'guidance is 11. Use a number from 0 to 10.',
    'inferenceSteps is 51. Use a whole number from 1 to 50.',
    'seed is 2147483648. Use a whole number from 0 to 2147483647.',
    'megapixels is "2". Use one of "1", "0.25".',
    expect.stringMatching(/^negativePrompt is "blurred"\. Leave it out/),
    'loraScale is 4. Use a number from -1 to 3.',
    'scale2 is not known here. Remove it, or correct its spelling.',
  ]);
});

it('lets nothing through to the provider that is not on the list', () => {
  for (const name of [
    'disable_safety_checker',
    'lora_weights',
    'extra_lora',
    'hf_api_token',
    'image',
    'toString',
    'constructor',
  ]) {
    expect(problemsOf({ [name]: 'x' }), name).toHaveLength(1);
  }
  expect(problemsOf(JSON.parse('{"__proto__": {"seed": 1}}'))).toHaveLength(1);
});

it('knows a faster way and a negative prompt only where there is one', () => {
  expect(problemsOf({ fast: true }, sdxl)).toEqual([
    'fast is true. Leave it out: only flux on Replicate has a faster way.',
  ]);
  expect(parseImageSettings({ negativePrompt: ' blurred ' }, sdxl).settings.negativePrompt).toBe('blurred');
  expect(parseImageSettings({ negativePrompt: '' }, flux).settings).not.toHaveProperty('negativePrompt');
});

describe('a row', () => {
  const generationId = '6f0c2d6e-5d0f-4c0e-9b57-0f3c80000000';
  it('gives back what was put into it', () => {
    const wish = parseImageSettings(
      { seed: 7, loraScale: 0.5, guidance: 5, negativePrompt: 'text', numImages: 3 },
      sdxl,
    );
    const stored: unknown = JSON.parse(JSON.stringify(toStoredSettings(wish)));
    expect(parseStoredSettings(stored, { ...sdxl, generationId })).toEqual({ ...wish, imageCount: 1 });
  });

  it('without a seed has the same one at every look', () => {
    const look = () =>
      parseStoredSettings({}, { modelType: 'flux', provider: 'replicate', generationId }).settings.seed;
    expect([look(), look()]).toEqual([2 ** 30, 2 ** 30]);
  });
});

it('gives settings within bounds or an error that is ours, whatever comes in', () => {
  const names = fc.constantFrom(
    'numImages',
    'imageCount',
    'seed',
    'guidance',
    'scale',
    'fast',
    'megapixels',
    'x',
  );
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.dictionary(names, fc.anything())), (input) => {
      try {
        const wish = parseImageSettings(input, flux);
        expect(parseImageSettings(toStoredSettings(wish), flux)).toEqual({ ...wish, imageCount: 1 });
      } catch (error) {
        if (!InputError.isInstance(error)) throw error;
      }
    }),
    { numRuns: 1000 },
  );
});
