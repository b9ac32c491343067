import { expect, it } from 'vitest';
import { type LoraPlace, readPlace, toPlaceQuery } from './lora-place.ts';

it.each<[LoraPlace, string]>([
  [{ view: 'list' }, ''],
  [{ view: 'create' }, '?open=create'],
  [{ view: 'rules' }, '?open=rules'],
  [{ view: 'lora', id: 'a b' }, '?id=a%20b'],
])('writes %j into the address, and finds it there again', (place, query) => {
  expect(toPlaceQuery(place)).toBe(query);
  expect(readPlace(new URLSearchParams(query))).toEqual(place);
});

it('shows the list for an address that names nothing that is there', () => {
  expect(readPlace(new URLSearchParams('?open=else'))).toEqual({ view: 'list' });
});
