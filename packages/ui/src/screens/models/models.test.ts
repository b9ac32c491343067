import { expect, it } from 'vitest';
import type { BrandModel, GeneratedImage } from '../../api/answers.ts';
import { sampleImage } from '../../testing/samples.ts';
import { diffVersions } from './diff-versions.ts';
import { groupVersions } from './group-versions.ts';
import { pairSamples } from './pair-samples.ts';
import { drawMark } from './version-mark.ts';

const config = {
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
};

it('names only what two trainings did differently', () => {
  const before = { config, trainingAssetIds: ['a', 'b'], modelType: 'flux' as const };
  const after = {
    config: { ...config, steps: 2000, seed: 7 },
    trainingAssetIds: ['b', 'c'],
    modelType: 'flux' as const,
  };
  expect(diffVersions(before, after)).toEqual({
    settings: [
      { setting: 'steps', before: '1000', after: '2000' },
      { setting: 'seed', before: null, after: '7' },
    ],
    added: ['c'],
    removed: ['a'],
  });
  expect(diffVersions(before, before)).toEqual({ settings: [], added: [], removed: [] });
});

const image = (id: string, seed: number | null = null) => sampleImage(id, { seed });
const made = (modelId: string, prompt: string, ...images: GeneratedImage[]) => ({ modelId, prompt, images });

it.each([
  [
    'the same prompt and seed',
    [made('v2', 'mug', image('n1', 1)), made('v1', 'mug', image('o1', 2), image('o2', 1))],
    ['o2', 'n1', 'mug', true],
  ],
  [
    'the same prompt',
    [made('v2', 'mug', image('n1', 1)), made('v1', 'mug', image('o1', 2))],
    ['o1', 'n1', 'mug', false],
  ],
  [
    'nothing in common',
    [made('v2', 'mug', image('n1')), made('v1', 'shop', image('o1'))],
    ['o1', 'n1', null, false],
  ],
])('pairs samples by %s', (_, generations, expected) => {
  const pair = pairSamples(generations, 'v1', 'v2');
  expect([pair?.before.id, pair?.after.id, pair?.prompt, pair?.isSameSeed]).toEqual(expected);
});

it('has nothing to pair where one version has painted nothing', () => {
  expect(pairSamples([made('v2', 'mug', image('n1'))], 'v1', 'v2')).toBeNull();
});

const version = (name: string, number: number) => ({ name, version: number }) as BrandModel;

it('groups versions by model, the newest first', () => {
  const groups = groupVersions([version('b', 1), version('a', 1), version('a', 3), version('a', 2)]);
  expect(groups.map((versions) => versions.map((one) => `${one.name}${one.version}`))).toEqual([
    ['b1'],
    ['a3', 'a2', 'a1'],
  ]);
});

it('keeps what a colleague shares apart from what is called alike', () => {
  const shared = { ...version('a', 2), id: 'theirs', shared: { isMine: false } } as BrandModel;
  expect(groupVersions([version('a', 1), shared]).map((versions) => versions.length)).toEqual([1, 1]);
});

it('draws the same mark for the same weights, mirrored, and another for others', () => {
  const [one, other] = [drawMark('0f'.repeat(32)), drawMark('ab12'.repeat(16))];
  expect(drawMark('0f'.repeat(32))).toEqual(one);
  expect(other).not.toEqual(one);
  expect(one).toHaveLength(25);
  for (const { x, y, strength } of one) expect(one).toContainEqual({ x: 4 - x, y, strength });
});
