import { expect, it } from 'vitest';
import { planCaptions } from './caption-plan.ts';

const assets = [
  { id: 'empty', caption: null },
  { id: 'written', caption: 'a bag, ' },
  { id: 'long', caption: 'x'.repeat(300) },
];
const plain = { startsWithTrigger: false };

it('asks only for what is missing, unless told', () => {
  expect(planCaptions(assets, { ...plain, mode: 'skip' })).toEqual({
    calls: [{ assetIds: ['empty'], overwrite: false }],
    total: 1,
    tooLong: [],
  });
});

it('goes on after what stands there, and leaves alone what is too long for it', () => {
  expect(planCaptions(assets, { ...plain, mode: 'append' })).toEqual({
    calls: [
      { assetIds: ['empty'], overwrite: false },
      { assetIds: ['written'], overwrite: true, prefix: 'a bag, ' },
    ],
    total: 2,
    tooLong: ['long'],
  });
});

it('writes all of them anew in portions, beginning with the trigger word where that is wanted', () => {
  const many = Array.from({ length: 19 }, (_, index) => ({ id: String(index), caption: 'there' }));
  const { calls, total } = planCaptions(many, { mode: 'overwrite', startsWithTrigger: true });
  expect([calls.map(({ assetIds }) => assetIds.length), total]).toEqual([[4, 4, 4, 4, 3], 19]);
  expect(calls[0]).toMatchObject({ overwrite: true, prefix: '[brand], ' });
});
