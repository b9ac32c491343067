import { expect, it } from 'vitest';
import { BrandRequiredError } from '../errors/index.ts';
import { catchError } from '../testing/catch-error.ts';
import { chooseBrand } from './choose-brand.ts';

const acme = { id: 'acme', name: 'Acme', settings: { hosts: ['acme.com'] } };
const twin = { id: 'twin', name: 'Twin', settings: { hosts: ['twin.com'] } };
const both = [acme, twin];

it('takes the only brand', () => {
  expect(chooseBrand([acme])).toBe(acme);
  expect(chooseBrand([acme], { preferred: null, host: null })).toBe(acme);
});

it('takes the preferred brand', () => {
  expect(chooseBrand(both, { preferred: 'twin' })).toBe(twin);
});

it('takes the brand of the host', () => {
  expect(chooseBrand(both, { host: 'TWIN.com:3000' })).toBe(twin);
  expect(chooseBrand(both, { host: 'twin.com', preferred: 'twin' })).toBe(twin);
});

it('decides nothing by a host that no brand lists', () => {
  expect(chooseBrand(both, { host: 'studio.example', preferred: 'acme' })).toBe(acme);
  expect(chooseBrand([acme], { host: 'studio.example' })).toBe(acme);
  expect(() => chooseBrand(both, { host: 'studio.example' })).toThrow(/in several brands/);
});

it('asks which of several is meant', () => {
  const error = catchError(() => chooseBrand(both));
  expect(error).toMatchObject({
    code: 'brand_required',
    choices: [
      { id: 'acme', name: 'Acme' },
      { id: 'twin', name: 'Twin' },
    ],
    message: 'This person is in several brands. Choose one of these: acme (Acme), twin (Twin).',
  });
  expect(BrandRequiredError.isInstance(error)).toBe(true);
});

it.each([
  ['a brand that the person is not in', both, { preferred: 'other' }, ['acme', 'twin']],
  ['such a brand, though there is only one', [acme], { preferred: 'twin' }, ['acme']],
  ['another brand than the host has', both, { preferred: 'acme', host: 'twin.com' }, ['twin']],
  ['a name that only looks the same', both, { preferred: 'Acme' }, ['acme', 'twin']],
])('gives no other brand to somebody who prefers %s', (_, brands, preference, choices) => {
  expect(catchError(() => chooseBrand(brands, preference))).toMatchObject({
    code: 'brand_required',
    choices: choices.map((id) => ({ id })),
  });
});

it('has none for somebody in no brand', () => {
  expect(catchError(() => chooseBrand([], { preferred: 'acme' }))).toMatchObject({ code: 'no_brand' });
});
