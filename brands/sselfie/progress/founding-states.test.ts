import { expect, it } from 'vitest';
import { toSteps } from './founding-states.ts';

const startedAt = '2026-11-20T12:00:00Z';

it.each([
  ['pending', null, 'now ahead ahead'],
  ['queued', null, 'now ahead ahead'],
  ['training', startedAt, 'done now ahead'],
  ['saving', startedAt, 'done now ahead'],
  ['completed', startedAt, 'done done done'],
  ['failed', null, 'broken ahead ahead'],
  ['failed', startedAt, 'done broken ahead'],
  ['cancelled', startedAt, 'done broken ahead'],
] as const)('of one that is %s, begun %s, says %s', (status, begun, states) => {
  const told = toSteps({ status, startedAt: begun }).map(({ state }) => state);
  expect(told.join(' ')).toBe(states);
});
