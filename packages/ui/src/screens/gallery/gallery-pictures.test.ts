import { expect, it } from 'vitest';
import type { Generation } from '../../api/answers.ts';
import { sampleGeneration, sampleImage } from '../../testing/samples.ts';
import {
  dayOf,
  filterPictures,
  groupPictures,
  isFiltered,
  noFilter,
  requestsOf,
  toGenerationFilter,
  toPictures,
} from './gallery-pictures.ts';

const generation = (id: string, changes: Partial<Generation>) =>
  sampleGeneration(id, { prompt: 'A shop at dusk', ...changes });

const pictures = toPictures([
  generation('one', { images: [sampleImage('shop'), sampleImage('shop-two')] }),
  generation('two', {
    prompt: 'A red mug',
    images: [sampleImage('mug', { seed: 4711, isStarred: true })],
    createdAt: '2026-11-18T12:00:00Z',
  }),
  generation('three', {
    prompt: 'Rain',
    modelId: 'sdxl-lora-v2',
    modelName: 'sdxl-lora-v2',
    secondModelId: 'partner-v1',
    secondModelName: 'partner-v1',
    settings: { seed: 12 },
    images: [sampleImage('rain')],
    createdAt: '2026-11-18T09:00:00Z',
  }),
]);

it.each([
  [{}, ['shop', 'shop-two', 'mug', 'rain']],
  [{ search: 'SHOP' }, ['shop', 'shop-two']],
  [{ search: 'dusk  shop' }, ['shop', 'shop-two']],
  [{ search: '4711' }, ['mug']],
  [{ search: '471' }, []],
  [{ search: '12' }, ['rain']],
  [{ search: 'partner' }, ['rain']],
  [{ search: 'sdxl' }, ['rain']],
  [{ search: 'shop', isStarredOnly: true }, []],
  [{ search: '  ', isStarredOnly: true }, ['mug']],
])('of what was found, means by %j', (changes, expected) => {
  const filter = { ...noFilter, ...changes };
  expect(filterPictures(pictures, filter).map(({ id }) => id)).toEqual(expected);
});

it('asks for whole days as they are here, and for nothing that is not said', () => {
  expect(toGenerationFilter({ ...noFilter, search: '  ' })).toEqual({});
  const filter = {
    search: ' red  mug ',
    isStarredOnly: true,
    modelId: 'a-v1',
    from: '2026-10-24',
    to: '2026-10-25',
  };
  expect(toGenerationFilter(filter)).toEqual({
    search: 'red mug',
    isStarred: true,
    modelId: 'a-v1',
    createdFrom: new Date('2026-10-24T00:00').toISOString(),
    // Also where the clocks go back that night, and a day is longer.
    createdBefore: new Date('2026-10-26T00:00').toISOString(),
  });
  expect(toGenerationFilter({ ...noFilter, from: '0002-01-01' })).toEqual({});
});

it('knows whether anything is left out', () => {
  expect(isFiltered({ ...noFilter, search: ' ' })).toBe(false);
  expect(isFiltered({ ...noFilter, from: '2026-11-18' })).toBe(true);
});

it.each([
  ['none', { '': 4 }],
  ['day', { '2026-11-20': 2, '2026-11-18': 2 }],
  ['model', { 'flux-lora-v1': 3, 'sdxl-lora-v2': 1 }],
  ['prompt', { 'A shop at dusk': 2, 'A red mug': 1, Rain: 1 }],
] as const)('groups by %s, the newest first', (by, expected) => {
  const groups = groupPictures(pictures, by, 'UTC').map(({ id, items }) => [id, items.length]);
  expect(groups).toEqual(Object.entries(expected));
});

it('tells the day where somebody is', () => {
  const late = new Date('2026-11-20T23:30:00Z');
  expect([dayOf(late, 'UTC'), dayOf(late, 'Asia/Tokyo')]).toEqual(['2026-11-20', '2026-11-21']);
});

it('names each request that pictures came of once', () => {
  const chosen = pictures.filter(({ id }) => id !== 'rain');
  expect(requestsOf(chosen).map(({ id }) => id)).toEqual(['one', 'two']);
});
