import { expect, it } from 'vitest';
import { deriveKey } from './derive-key.ts';

it('makes the same key for a purpose in every start, and another for each purpose and home', () => {
  const home = { jwtSecret: 'a secret of one home' };
  const key = deriveKey(home, 'login of act_worker').toString('base64url');
  // Homes that exist log in with it.
  expect(key).toBe('G66w42p9i0DEO2fIgC1A4bJhAJ3lwtVQmfuoPBhC1Dc');
  expect(deriveKey(home, 'metrics of the worker').toString('base64url')).not.toBe(key);
  expect(deriveKey({ jwtSecret: 'of another' }, 'login of act_worker').toString('base64url')).not.toBe(key);
});
