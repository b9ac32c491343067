import { expect, it } from 'vitest';
import { chooseRows } from './choose-rows.ts';
import { nextSorting, sortRows } from './sort-rows.ts';

const rows = [
  { id: 'b', cost: 2 },
  { id: 'none', cost: null },
  { id: 'a', cost: 10 },
];
const order = (direction: 'ascending' | 'descending') =>
  sortRows(rows, ({ cost }) => cost, direction).map(({ id }) => id);

it('sorts either way, and leaves what has no value at the end', () => {
  expect(order('ascending')).toEqual(['b', 'a', 'none']);
  expect(order('descending')).toEqual(['a', 'b', 'none']);
});

it('turns a sorting round, and the third time back to what came', () => {
  const first = nextSorting(null, 'cost');
  const second = nextSorting(first, 'cost');
  expect([first?.direction, second?.direction, nextSorting(second, 'cost')]).toEqual([
    'ascending',
    'descending',
    null,
  ]);
  expect(nextSorting(second, 'name')).toEqual({ columnId: 'name', direction: 'ascending' });
});

it.each([
  [{ id: 'c', isChosen: true, isRange: false, lastId: 'a' }, ['c']],
  [{ id: 'c', isChosen: true, isRange: true, lastId: 'a' }, ['a', 'b', 'c']],
  [{ id: 'a', isChosen: true, isRange: true, lastId: 'c' }, ['a', 'b', 'c']],
  [{ id: 'd', isChosen: true, isRange: true, lastId: null }, ['d']],
  [{ id: 'd', isChosen: true, isRange: true, lastId: 'gone' }, ['d']],
])('chooses by %j', (choice, expected) => {
  expect([...chooseRows(new Set(), ['a', 'b', 'c', 'd'], choice)]).toEqual(expected);
});

it('takes a range back as well', () => {
  const choice = { id: 'c', isChosen: false, isRange: true, lastId: 'b' };
  expect([...chooseRows(new Set(['a', 'b', 'c']), ['a', 'b', 'c'], choice)]).toEqual(['a']);
});
