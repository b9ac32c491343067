import { expect, it } from 'vitest';
import { isOwnOrigin } from './own-origin.ts';

const host = 'studio.example';
const isOwn = (headers: Record<string, string>) => isOwnOrigin(new Headers({ host, ...headers }));

it('takes a form of this site, plain or by TLS', () => {
  expect(isOwn({ origin: `http://${host}` })).toBe(true);
  expect(isOwn({ origin: `https://${host}`, 'x-forwarded-proto': 'https' })).toBe(true);
  expect(isOwn({ 'sec-fetch-site': 'same-origin' })).toBe(true);
});

it.each([
  [{ origin: `http://${host}:8080` }],
  [{ origin: `http://other.${host}` }],
  [{ origin: `https://${host}` }],
  [{ origin: 'null' }],
  [{ origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' }],
  [{ 'sec-fetch-site': 'same-site' }],
  [{}],
])('takes nothing that comes with %j', (headers) => expect(isOwn(headers)).toBe(false));
