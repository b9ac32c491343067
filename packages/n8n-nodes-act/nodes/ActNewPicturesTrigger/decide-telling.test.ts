import { expect, it } from 'vitest';
import { decideTelling } from './decide-telling.ts';

/** What is told at each look: so many new pictures, and how many trainings were completed by then. */
function tell(...looks: [newImages: number, trainings?: number][]): boolean[] {
  const memory = {};
  return looks.map(([newImages, trainings = 0]) => {
    const lastTraining = trainings === 0 ? null : `training-${trainings}`;
    return decideTelling({ newImages, wanted: 20, lastTraining }, memory);
  });
}

it('tells once as soon as there are enough', () => {
  expect(tell([0], [19], [20], [20], [39])).toEqual([false, false, true, false, false]);
});

it('tells again when as many have come on top', () => {
  expect(tell([25], [44], [45], [64], [65])).toEqual([true, false, true, false, true]);
});

it('begins anew when a training has taken them', () => {
  expect(tell([20], [0, 1], [19, 1], [20, 1])).toEqual([true, false, false, true]);
});

it('notices a training although more have come by the next look than were told of', () => {
  expect(tell([20], [25, 1], [25, 1])).toEqual([true, true, false]);
});

it('does not ask for the same pictures again after a training that failed', () => {
  expect(tell([20], [20], [20])).toEqual([true, false, false]);
});
