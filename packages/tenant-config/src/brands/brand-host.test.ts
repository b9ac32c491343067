import { describe, expect, it } from 'vitest';
import { catchError } from '../testing/catch-error.ts';
import { findBrandByHost, getBrandFromHost } from './brand-host.ts';

const acme = { id: 'acme', settings: { hosts: ['acme.com', 'studio.acme.com', 'book.example'] } };
const local = { id: 'local', settings: { hosts: ['localhost', '127.0.0.1', 'xn--80ak6aa92e.com'] } };
const none = { id: 'none', settings: { hosts: [] } };
const brands = [acme, local, none];

it.each([
  ['acme.com', acme],
  ['ACME.com', acme],
  ['acme.com:3000', acme],
  ['acme.com.', acme],
  ['Acme.Com.:443', acme],
  ['studio.acme.com', acme],
  ['localhost:3001', local],
  ['127.0.0.1:3001', local],
  ['xn--80ak6aa92e.com', local],
])('knows %s', (host, brand) => {
  expect(findBrandByHost(host, brands)).toBe(brand);
  expect(getBrandFromHost(host, brands)).toBe(brand);
});

describe('does not take for acme.com', () => {
  it.each([
    'acme.com.evil.com',
    'evilacme.com',
    'evil-acme.com',
    'www.acme.com',
    'acme.co',
    'acme.comm',
    'com',
    'acme.com..',
    '.acme.com',
    'acme..com',
    'acme.com:',
    'acme.com:x',
    'acme.com:123456',
    'acme.com:80:80',
    'acme.com@evil.com',
    'evil.com@acme.com',
    'user:acme.com',
    'acme.com/',
    'acme.com/x',
    'acme.com?x',
    'acme.com#x',
    'acme.com,evil.com',
    'evil.com, acme.com',
    'http://acme.com',
    ' acme.com',
    'acme.com ',
    'acme.com\n',
    'acme.com\u0000',
    'acme%2ecom',
    'acme\u3002com',
    '\u0430cme.com',
    'acm\u0435.com',
    'ａcme.com',
    'boo\u212a.example',
    'acme_com',
    '[::1]',
    '',
  ])('%j', (host) => {
    expect(findBrandByHost(host, brands)).toBeNull();
    expect(catchError(() => getBrandFromHost(host, brands))).toMatchObject({ code: 'host_unknown' });
  });
});

it('knows no brand where there is no host', () => {
  expect(findBrandByHost(null, brands)).toBeNull();
  expect(findBrandByHost(undefined, brands)).toBeNull();
});

it('refuses to choose between two brands that list one host', () => {
  const thief = { id: 'thief', settings: { hosts: ['acme.com'] } };
  const error = catchError(() => findBrandByHost('acme.com', [...brands, thief]));
  expect(error).toMatchObject({ code: 'host_ambiguous', message: expect.stringContaining('acme, thief') });
  expect(findBrandByHost('studio.acme.com', [...brands, thief])).toBe(acme);
});

it('decides on a host of any length in no time', () => {
  const startedAt = performance.now();
  expect(findBrandByHost(`${'a-'.repeat(500_000)}.com`, brands)).toBeNull();
  expect(findBrandByHost(`${'a.'.repeat(126)}!`, brands)).toBeNull();
  expect(performance.now() - startedAt).toBeLessThan(1000);
});
