import { expect, it } from 'vitest';
import { sampleGeneration, sampleLora } from '../testing/samples.ts';
import { isReady } from './lora.ts';
import { blankWish, chooseLora, fromMade, toPaintWish } from './lora-wish.ts';

const [bags, ink] = [sampleLora('bags'), sampleLora('ink')];
const loras = [bags, ink];

it('names a LoRA and its address together, as the founding document does', () => {
  if (!isReady(bags)) throw new Error('It is trained.');
  const wish = {
    ...chooseLora(blankWish, bags, loras),
    count: 2,
    aspectRatio: '4:5',
    scale: 0.8,
    seed: 7,
  } as const;
  expect(toPaintWish({ ...wish, prompt: `${wish.prompt}on a table ` }, bags)).toEqual({
    prompt: 'bagsword, on a table',
    model: 'lora:bags',
    lora_id: 'bags',
    lora_url: 'models/lora-studio/somebody/bags-v1.safetensors',
    num_outputs: 2,
    aspect_ratio: '4:5',
    lora_scale: 0.8,
    seed: 7,
  });
  expect(toPaintWish(wish, bags).prompt).toBe('bagsword');
});

it('draws a seed for a run that keeps none', () => {
  if (!isReady(bags)) throw new Error('It is trained.');
  expect(toPaintWish(chooseLora(blankWish, bags, loras), bags).seed).toBeTypeOf('number');
});

it('carries the prompt from one LoRA to another, each with its own word', () => {
  const first = chooseLora({ ...blankWish, prompt: 'a street at dusk' }, bags, loras);
  expect(first).toMatchObject({ modelId: 'bags', prompt: 'bagsword, a street at dusk' });
  expect(chooseLora(first, ink, loras)).toMatchObject({
    modelId: 'ink',
    prompt: 'inkword, a street at dusk',
  });
});

it('finds the LoRA that painted a picture, and keeps the chosen one where that is gone', () => {
  const before = chooseLora(blankWish, ink, loras);
  const made = sampleGeneration('one', {
    modelId: 'bags-v1',
    prompt: 'bagsword by a lake',
    requestedImages: 4,
  });
  expect(fromMade(made, loras, before)).toMatchObject({
    modelId: 'bags',
    prompt: 'bagsword by a lake',
    count: 4,
  });
  expect(fromMade({ ...made, modelId: 'gone-v3' }, loras, before).modelId).toBe('ink');
});

it('paints only with what is trained and not deleted', () => {
  const others = [
    sampleLora('a', { status: 'training', lora_url: null }),
    sampleLora('b', { deleted_at: '2026-11-20T12:00:00Z' }),
    sampleLora('c', { status: 'failed' }),
  ];
  expect([bags, ...others].map(isReady)).toEqual([true, false, false, false]);
});
