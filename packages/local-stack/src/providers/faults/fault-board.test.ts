import { expect, it } from 'vitest';
import { faultSchema } from './fault.ts';
import { createFaultBoard } from './fault-board.ts';

it('hands out a fault as often as it is to happen, at its place and of its kind', () => {
  const board = createFaultBoard([
    { on: 'replicate.trainings.create', kind: 'status', status: 503, times: 2 },
  ]);
  expect(board.take('replicate.trainings.get')).toBeNull();
  expect(board.take('replicate.trainings.create', 'stall')).toBeNull();
  expect(board.take('replicate.trainings.create', 'status')).toMatchObject({ status: 503 });
  expect(board.list()).toMatchObject([{ times: 1 }]);
  expect(board.take('replicate.trainings.create')).not.toBeNull();
  expect(board.take('replicate.trainings.create')).toBeNull();
});

it('lets a star stand for the rest of a place', () => {
  const board = createFaultBoard([{ on: 'replicate.*', kind: 'status', status: 500, times: 2 }]);
  expect(board.take('runpod.run', 'status')).toBeNull();
  expect(board.take('replicate.models.get', 'status')).not.toBeNull();
  board.clear();
  expect(board.take('replicate.models.get', 'status')).toBeNull();
});

it.each([
  { on: 'Replicate Trainings', kind: 'status' },
  { on: 'replicate.x', kind: 'explode' },
  { on: 'replicate.x', kind: 'status', status: 200 },
  { on: 'replicate.x', kind: 'status', oops: 1 },
])('takes no fault that it does not understand: %j', (fault) => {
  expect(faultSchema.safeParse(fault).success).toBe(false);
});
