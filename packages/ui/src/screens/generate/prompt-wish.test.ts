import { expect, it } from 'vitest';
import { splitFailure } from './failure-words.ts';
import { findModel, isModelNamed } from './find-model.ts';
import { ratioOf } from './picture-settings.ts';
import { parseWish, toQuoted, toRequest, toWish, untouchedWish } from './prompt-wish.ts';
import { recentPrompts } from './recent-prompts.ts';

const wish = { ...untouchedWish, modelId: 'flux-lora-v1', prompt: ' [brand] shop ', negativePrompt: 'text' };

it('asks flux for nothing that it does not know', () => {
  expect(toRequest({ ...wish, seed: 7, steps: 80, guidance: 15 }, { modelType: 'flux' })).toEqual({
    modelId: 'flux-lora-v1',
    prompt: '[brand] shop',
    imageCount: 4,
    aspectRatio: '1:1',
    loraScale: 1,
    seed: 7,
    inferenceSteps: 50,
    guidance: 10,
  });
  expect(toRequest({ ...wish, seed: 7 }, { modelType: 'sdxl' })).toHaveProperty('negativePrompt', 'text');
});

it('draws a seed for each run that is not given one, and passes a second model with its strength', () => {
  const [one, other] = [toRequest(wish, { modelType: 'flux' }), toRequest(wish, { modelType: 'flux' })];
  expect(one.seed).not.toBe(other.seed);
  const both = toRequest({ ...wish, secondModelId: 'b-v1', secondScale: 0.4 }, { modelType: 'flux' });
  expect(both).toMatchObject({ secondModelId: 'b-v1', secondLoraScale: 0.4 });
});

it('asks for a price with what it hangs on: the same for other words, and for another seed', () => {
  const quoted = toQuoted({ ...wish, seed: 7, steps: 20 }, { modelType: 'flux' });
  expect(quoted).toEqual(toQuoted({ ...wish, prompt: 'other', steps: 20 }, { modelType: 'flux' }));
  expect(quoted).toMatchObject({ modelId: 'flux-lora-v1', imageCount: 4, inferenceSteps: 20 });
});

const made = {
  modelId: 'flux-lora-v1',
  secondModelId: null,
  prompt: 'a mug',
  requestedImages: 3,
  settings: { seed: 4711, aspectRatio: '16:9', inferenceSteps: 40, guidance: 5, loraScale: 0.7, extra: {} },
};

it('takes back into the form what a picture was made with', () => {
  expect(toWish(made, [{ modelId: 'flux-lora-v1' }], untouchedWish)).toEqual({
    ...untouchedWish,
    modelId: 'flux-lora-v1',
    prompt: 'a mug',
    count: 4,
    aspectRatio: '16:9',
    scale: 0.7,
    seed: 4711,
    steps: 40,
    guidance: 5,
  });
});

it('puts the second model back with its strength, where both are still there', () => {
  const both = { ...made, secondModelId: 'b-v1', settings: { secondLoraScale: 0.4 } };
  const [first, second] = [{ modelId: 'flux-lora-v1' }, { modelId: 'b-v1' }];
  expect(toWish(both, [first, second], untouchedWish)).toMatchObject({
    secondModelId: 'b-v1',
    secondScale: 0.4,
  });
  expect(toWish(both, [first], untouchedWish).secondModelId).toBeNull();
  expect(toWish(both, [second], untouchedWish).secondModelId).toBeNull();
});

it('keeps the model that is chosen where the one of a picture is gone', () => {
  expect(toWish(made, [], { ...untouchedWish, modelId: 'other-v2' }).modelId).toBe('other-v2');
});

it('reads a form that was kept as it was, and nothing that does not belong into one', () => {
  const full = { ...wish, seed: 3, steps: 10, guidance: 2, secondModelId: 'b-v1', secondScale: 2 };
  expect(parseWish(JSON.parse(JSON.stringify(full)))).toEqual(full);
  expect(parseWish({ count: 99, aspectRatio: '1:9', scale: 'x', seed: -1, steps: null })).toEqual(
    untouchedWish,
  );
  expect(parseWish('text')).toBeNull();
});

const models = [
  { modelId: 'a-v2', name: 'a', aliases: [], modelType: 'flux' },
  { modelId: 'a-v1', name: 'a', aliases: ['live'], modelType: 'flux' },
  { modelId: 'b-v1', name: 'b', aliases: [], modelType: 'sdxl' },
] as const;

it.each([
  [undefined, 'a-v1'],
  ['a', 'a-v1'],
  ['a-v2', 'a-v2'],
  ['b', 'b-v1'],
  ['gone', 'a-v2'],
])('by "%s" means %s', (wanted, expected) => {
  expect(findModel(models, wanted)?.modelId).toBe(expected);
});

it.each([
  ['a', true],
  ['a-v2', true],
  ['a-v9', false],
  ['', false],
])('knows whether "%s" is here: %s', (wanted, isHere) => {
  expect(isModelNamed(models, wanted)).toBe(isHere);
});

it('names each prompt once, the newest first', () => {
  const prompts = ['a', 'b', 'a', 'c'].map((prompt) => ({ prompt }));
  expect(recentPrompts(prompts, 2).map(({ prompt }) => prompt)).toEqual(['a', 'b']);
});

it.each([
  ['It failed. The machine was lost. Try again.', 'It failed. The machine was lost.', 'Try again.'],
  ['Only this', 'Only this', null],
])('tells of "%s" why and what to do', (message, cause, nextStep) => {
  expect(splitFailure(message)).toEqual({ cause, nextStep });
});

it.each([
  [{ aspectRatio: '16:9' }, 16 / 9],
  [{ aspectRatio: 'wide' }, 1],
  [null, 1],
])('knows the shape of %j', (settings, expected) => {
  expect(ratioOf({ settings })).toBeCloseTo(expected);
});
