import { expect, it } from 'vitest';
import type { Generation } from '../../api/answers.ts';
import { sampleGeneration, sampleImage } from '../../testing/samples.ts';
import {
  countPictures,
  dayOf,
  filterPictures,
  groupPictures,
  isFiltered,
  noFilter,
  requestsOf,
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
    images: [sampleImage('rain')],
    createdAt: '2026-11-18T09:00:00Z',
  }),
]);

it.each([
  [{}, ['shop', 'shop-two', 'mug', 'rain']],
  [{ search: 'SHOP' }, ['shop', 'shop-two']],
  [{ search: 'dusk  shop' }, ['shop', 'shop-two']],
  [{ search: '4711' }, ['mug']],
  [{ search: 'sdxl' }, ['rain']],
  [{ search: 'shop', isStarredOnly: true }, []],
  [{ search: '  ', isStarredOnly: true }, ['mug']],
  [{ modelId: 'sdxl-lora-v2' }, ['rain']],
  [{ modelId: 'sdxl-lora' }, []],
  [{ from: '2026-11-20' }, ['shop', 'shop-two']],
  [{ to: '2026-11-18' }, ['mug', 'rain']],
  [{ from: '2026-11-18', to: '2026-11-18', search: 'mug' }, ['mug']],
])('finds by %j', (changes, expected) => {
  const filter = { ...noFilter, ...changes };
  expect(filterPictures(pictures, filter).map(({ id }) => id)).toEqual(expected);
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

it('counts what goes when pictures of some requests go', () => {
  const chosen = pictures.filter(({ id }) => id === 'shop' || id === 'mug');
  const requests = requestsOf(chosen);
  expect(requests.map(({ id }) => id)).toEqual(['one', 'two']);
  expect(countPictures(requests)).toBe(3);
});
