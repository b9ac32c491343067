import { expect, it } from 'vitest';
import { layoutGrid, moveInGrid, rowsBetween } from './grid-window.ts';

const measure = { width: 1000, tileWidth: 200, gap: 4, titleHeight: 40 };
// Four columns of 247 pixels: two rows and a rest of one, then one of two under a heading.
const layout = layoutGrid(
  [
    { count: 9, hasTitle: true },
    { count: 2, hasTitle: true },
  ],
  measure,
);

it('lays tiles out as the browser does', () => {
  expect(layout.columns).toBe(4);
  expect(layout.tileSize).toBe(247);
  expect(layout.rows.map(({ from, to }) => [from, to])).toEqual([
    [0, 0],
    [0, 4],
    [4, 8],
    [8, 9],
    [9, 9],
    [9, 11],
  ]);
  expect(layout.height).toBe(40 + 4 + 3 * 251 + 40 + 4 + 247);
});

it('has two columns on the smallest phone', () => {
  expect(
    layoutGrid([{ count: 3, hasTitle: false }], { ...measure, width: 300, tileWidth: 320 }).columns,
  ).toBe(2);
});

it.each([
  [0, 100, [0, 2]],
  [300, 400, [2, 3]],
  [820, 5000, [4, 6]],
  [5000, 6000, [6, 6]],
])('knows what is to be seen between %d and %d', (top, bottom, expected) => {
  expect(rowsBetween(layout, top, bottom)).toEqual(expected);
});

it('stays small however many pictures there are', () => {
  const large = layoutGrid([{ count: 10_000, hasTitle: false }], measure);
  const [from, to] = rowsBetween(large, 300_000, 300_900);
  expect(to - from).toBeLessThanOrEqual(5);
});

it.each([
  ['ArrowRight', 3, 4],
  ['ArrowLeft', 0, 0],
  ['ArrowDown', 1, 5],
  ['ArrowDown', 7, 8],
  ['ArrowDown', 8, 9],
  ['ArrowUp', 10, 8],
  ['ArrowUp', 2, 2],
  ['PageDown', 0, 9],
  ['End', 0, 10],
  ['Home', 7, 0],
  ['x', 7, null],
])('by %s from %d leads to %s', (key, from, to) => {
  expect(moveInGrid(layout, from, key, 3)).toBe(to);
});
