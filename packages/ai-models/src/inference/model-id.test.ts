import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAlias, type ModelReference, parseModelId } from './model-id.ts';

const id = '3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77';

it.each<[text: string, reference: ModelReference]>([
  [id, { by: 'id', id }],
  [id.toUpperCase(), { by: 'id', id }],
  ['flux-lora-v1', { by: 'version', name: 'flux-lora', version: 1 }],
  ['flux-lora@v12', { by: 'version', name: 'flux-lora', version: 12 }],
  ['mug-v2-v999999', { by: 'version', name: 'mug-v2', version: 999_999 }],
  ['flux-lora', { by: 'alias', name: 'flux-lora', alias: 'live' }],
  ['flux-lora@best', { by: 'alias', name: 'flux-lora', alias: 'best' }],
  ['7', { by: 'alias', name: '7', alias: 'live' }],
  ['flux-v', { by: 'alias', name: 'flux-v', alias: 'live' }],
  // Not a version: none has the number 0, or more than six digits.
  ['flux-v0', { by: 'alias', name: 'flux-v0', alias: 'live' }],
  ['flux-v1000000', { by: 'alias', name: 'flux-v1000000', alias: 'live' }],
])('%s', (text, reference) => {
  expect(parseModelId(text)).toEqual(reference);
});

it.each([
  '',
  '-v1',
  'Flux-lora',
  'flux lora',
  'flux_lora',
  '../flux-lora-v1',
  'acme/flux-lora-v1',
  'flux-lora@',
  'flux-lora@v0',
  'flux-lora@v01',
  'flux-lora@Best',
  'flux-lora@best@live',
  'flux-lora-v1\n',
  `${'a'.repeat(62)}`,
  `flux@${'b'.repeat(32)}`,
  'flux-lora,name.eq.other',
])('%j names no model', (text) => {
  expect(parseModelId(text)).toBeNull();
});

it('lets through nothing but names, words and numbers, whatever is asked', () => {
  const plain = /^[a-z0-9-]+$/;
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab1-v@.,/%\n A') }), (text) => {
      const found = parseModelId(text);
      if (found?.by === 'version') expect(found.name).toMatch(plain);
      if (found?.by === 'alias') expect(found.name + found.alias).toMatch(plain);
    }),
  );
});

it.each(['live', 'best', 'b2', 'v', 'v-1', 'vv1'])('%s may stand for a version', (word) => {
  expect(isAlias(word)).toBe(true);
});

it.each(['v1', 'v0', '1', '', 'Live', 'a_b', 'a'.repeat(32)])('%j may not', (word) => {
  expect(isAlias(word)).toBe(false);
});
