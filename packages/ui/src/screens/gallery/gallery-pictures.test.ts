import { expect, it } from 'vitest';
import { filterPictures, type GalleryPicture } from './gallery-pictures.ts';

const picture = (id: string, changes: Partial<GalleryPicture> = {}): GalleryPicture => ({
  id,
  position: 0,
  path: '',
  thumbnailPath: null,
  contentType: 'image/png',
  sizeBytes: null,
  sha256: null,
  url: '',
  thumbnailUrl: null,
  width: null,
  height: null,
  seed: null,
  rating: null,
  isStarred: false,
  prompt: 'A shop at dusk',
  modelId: 'flux-lora-v1',
  createdAt: '2026-11-20T12:00:00Z',
  ...changes,
});

const pictures = [
  picture('shop'),
  picture('mug', { prompt: 'A red mug', seed: 4711, isStarred: true }),
  picture('other', { prompt: 'Rain', modelId: 'sdxl-lora-v2' }),
];

it.each([
  ['', false, ['shop', 'mug', 'other']],
  ['SHOP', false, ['shop']],
  ['4711', false, ['mug']],
  ['sdxl', false, ['other']],
  ['shop', true, []],
  ['  ', true, ['mug']],
])('finds by "%s", starred only: %s', (search, isStarredOnly, expected) => {
  expect(filterPictures(pictures, { search, isStarredOnly }).map(({ id }) => id)).toEqual(expected);
});
