import { expect, it } from 'vitest';
import { modelNameOf } from './model-name.ts';

it.each([
  ['Summer bottles', 'summer-bottles'],
  ['flux-lora-v1', 'flux-lora'],
  ['a-v1-v2', 'a'],
  ['a-v1-v2-v30', 'a'],
  ['a-v1-b', 'a-v1-b'],
  // What is cut off must leave no version at the end either.
  [`${'a'.repeat(34)}-v1-v2-summer`, 'a'.repeat(34)],
  ['v2', 'v2'],
  ['-v2', 'v2'],
])('a model of the training "%s" is called %s', (name, called) => {
  expect(modelNameOf({ name, model_type: 'flux' })).toBe(called);
});
