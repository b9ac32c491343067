import { expect, it } from 'vitest';
import { concerns, toggleKind } from './notice-choices.ts';

it('adds a kind in its place, once, and takes it away again', () => {
  const added = toggleKind(['budget.low', 'training.completed'], 'training.failed', true);
  expect(added).toEqual(['training.completed', 'training.failed', 'budget.low']);
  expect(toggleKind(added, 'training.failed', true)).toEqual(added);
  expect(toggleKind(added, 'training.failed', false)).toEqual(['training.completed', 'budget.low']);
});

it('offers each brand’s people only what they can ever hear of', () => {
  const [admin, member] = [{ role: 'admin' }, { role: 'member' }] as const;
  expect([concerns('webhook.disabled', admin), concerns('webhook.disabled', member)]).toEqual([true, false]);
  expect([
    concerns('sharing.ended', member),
    concerns('sharing.ended', { ...member, canShare: true }),
  ]).toEqual([false, true]);
});
