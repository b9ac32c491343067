import { expect, it } from 'vitest';
import { drawLook } from './draw-look.ts';
import { readStep, stepFrom, stepPath } from './steps.ts';
import { hasWord, toggleWord } from './toggle-word.ts';
import { unusedPhotos } from './unused-photos.ts';

it('puts words behind each other, and takes the same ones out again', () => {
  const text = toggleWord(toggleWord('a bit wild', 'Curious'), 'Brave');
  expect(text).toBe('a bit wild, Curious, Brave');
  expect(hasWord(text, 'curious')).toBe(true);
  expect(hasWord(text, 'cur')).toBe(false);
  expect(toggleWord(text, 'Curious')).toBe('a bit wild, Brave');
});

it('counts as photos of the next twin what no twin has learned from', () => {
  const photo = (id: string, isTrainingData = true) => ({ id, isTrainingData });
  const photos = unusedPhotos(
    [photo('newest'), photo('used'), photo('left', false), photo('oldest')],
    [{ trainingAssetIds: ['used'] }],
  );
  expect(photos.map(({ id }) => id)).toEqual(['oldest', 'newest']);
});

it('knows the step of an address, and where the way ends', () => {
  expect(readStep('character')).toBe('character');
  for (const other of [null, 'nowhere', ['look']]) expect(readStep(other)).toBe('photos');
  expect(stepPath('look')).toBe('/create?step=look');
  expect(stepFrom('photos', -1)).toBeNull();
  expect(stepFrom('photos', 1)).toBe('look');
  expect(stepFrom('finish', 1)).toBeNull();
});

it('draws a look of two different colours, whatever chance says', () => {
  for (const chance of [0, 0.25, 0.5, 0.999]) {
    const { mainColour, secondColour } = drawLook(() => chance);
    expect(mainColour).not.toBe(secondColour);
  }
});
