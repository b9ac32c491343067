import { expect, it } from 'vitest';
import { refusalKeyOf } from './refusal-key.ts';

it.each([
  [{ status: 0, code: 'unreachable' }, 'unreachable'],
  [{ status: 401, code: 'not_signed_in' }, 'signedOut'],
  [{ status: 503, code: 'not_signed_in' }, 'away'],
  [{ status: 403, code: 'not_allowed' }, 'notAllowed'],
  [{ status: 402, code: 'budget_exceeded' }, 'budget'],
  [{ status: 409, code: 'conflict' }, 'changed'],
  [{ status: 500, code: 'internal' }, 'unknown'],
  [{ status: 418, code: 'constructor' }, null],
  [{ status: 400, code: 'config_invalid' }, null],
] as const)('has words of its own for %j', (refusal, key) => {
  expect(refusalKeyOf(refusal)).toBe(key);
});
