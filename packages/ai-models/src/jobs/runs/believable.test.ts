import { expect, it } from 'vitest';
import { believableLosses, believableSeconds, believableStage } from './believable.ts';

it.each([[-5], [1e300], [Number.NaN], [Number.POSITIVE_INFINITY], [undefined]])(
  'does not take %s for GPU time',
  (seconds) => {
    expect(believableSeconds(seconds)).toBeUndefined();
  },
);

it('takes GPU time that can be', () => {
  expect([believableSeconds(0), believableSeconds(1_203.5)]).toEqual([0, 1_203.5]);
});

it('leaves out points that can be on no curve of a thousand steps', () => {
  const good = { step: 1000, loss: 0.3, learningRate: 4e-4 };
  const impossible = [
    { step: 99_999_999_999, loss: 0.3 },
    { step: 1001, loss: 0.3 },
    { step: -1, loss: 0.3 },
    { step: 1.5, loss: 0.3 },
    { step: 3, loss: Number.NaN },
    { step: 4, loss: 1e300 },
    { step: 5, loss: 0.1, learningRate: Number.POSITIVE_INFINITY },
  ];
  expect(believableLosses([good, ...impossible], 1000)).toEqual([good]);
});

it('cuts what a provider calls a state to what a row takes', () => {
  expect(believableStage('x'.repeat(500))).toHaveLength(80);
  expect(believableStage(`${'x'.repeat(79)}🐈`)).toBe('x'.repeat(79));
  expect(believableStage('half \ud83d')).toBe('half \ufffd');
  expect(believableStage(undefined)).toBeUndefined();
});
