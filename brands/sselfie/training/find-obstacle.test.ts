import { expect, it } from 'vitest';
import { findObstacle } from './find-obstacle.ts';

const whole = {
  draft: { name: 'Winter', gender: 'woman', word: 'user42585527' },
  isKnown: true,
  pending: 0,
  ready: 5,
  least: 5,
  isBlocked: false,
} as const;

it('lets begin what is whole', () => {
  expect(findObstacle(whole)).toBeNull();
});

it.each([
  ['unknown', { isKnown: false, ready: 0 }],
  ['pending', { pending: 1, ready: 4 }],
  ['few', { ready: 4, draft: { ...whole.draft, name: '' } }],
  ['blocked', { isBlocked: true }],
  ['name', { draft: { name: '  ', gender: null, word: '' } }],
  ['gender', { draft: { ...whole.draft, gender: null } }],
] as const)('says first that it is %s', (obstacle, change) => {
  expect(findObstacle({ ...whole, ...change })).toBe(obstacle);
});
