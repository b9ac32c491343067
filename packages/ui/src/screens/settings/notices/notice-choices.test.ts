import { expect, it } from 'vitest';
import { toggleKind } from './notice-choices.ts';

it('adds a kind in its place, once, and takes it away again', () => {
  const added = toggleKind(['budget.low', 'training.completed'], 'training.failed', true);
  expect(added).toEqual(['training.completed', 'training.failed', 'budget.low']);
  expect(toggleKind(added, 'training.failed', true)).toEqual(added);
  expect(toggleKind(added, 'training.failed', false)).toEqual(['training.completed', 'budget.low']);
});
