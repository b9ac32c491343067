import { expect, it } from 'vitest';
import { reverseStep, toEditStep, withoutFailed } from './edits.ts';

const asset = (id: string, caption: string | null = null, isTrainingData = true) => ({
  id,
  name: `${id}.png`,
  caption,
  isTrainingData,
});

it('is a step only about pictures that change', () => {
  const assets = [asset('a'), asset('b', null, false)];
  expect(toEditStep(assets, () => ({ isTrainingData: false }))).toEqual({
    kind: 'leftOut',
    edits: [
      {
        assetId: 'a',
        name: 'a.png',
        before: { isTrainingData: true },
        after: { isTrainingData: false },
      },
    ],
  });
  expect(toEditStep(assets, ({ caption }) => ({ caption: caption ?? '' }))).toBeNull();
});

it('goes backwards to exactly what was there', () => {
  const step = toEditStep([asset('a', 'one'), asset('b')], ({ caption }) => ({
    caption: `${caption ?? ''} more`,
  }));
  if (!step) throw new Error('There is something to change.');
  const back = reverseStep(step, [asset('a', 'one more'), asset('b', ' more')]);
  expect(back.edits.map(({ assetId, after }) => [assetId, after])).toEqual([
    ['b', { caption: '' }],
    ['a', { caption: 'one' }],
  ]);
});

it('leaves alone what somebody changed since, and what is gone', () => {
  const step = toEditStep([asset('a'), asset('b'), asset('c')], () => ({ caption: 'new' }));
  if (!step) throw new Error('There is something to change.');
  const now = [asset('a', 'new'), asset('b', 'newer')];
  expect(reverseStep(step, now).edits.map(({ assetId }) => assetId)).toEqual(['a']);
});

it('takes back nothing that was never kept', () => {
  const step = toEditStep([asset('a'), asset('b')], () => ({ caption: 'new' }));
  if (!step) throw new Error('There is something to change.');
  expect(withoutFailed(step, new Set(['a']))?.edits.map(({ assetId }) => assetId)).toEqual(['b']);
  expect(withoutFailed(step, new Set(['a', 'b']))).toBeNull();
});
