import { expect, it } from 'vitest';
import { toWebhookTrouble } from './webhook-trouble.ts';

it.each([
  ['status_503', 'status', 503],
  ['address_not_public', 'notPublic', 0],
  ['webhook_timeout', 'tooLate', 0],
  ['webhook_econnrefused', 'unreachable', 0],
  [null, 'unreachable', 0],
])('says of %s: %s', (error, kind, status) => {
  expect(toWebhookTrouble(error)).toEqual({ kind, status });
});
