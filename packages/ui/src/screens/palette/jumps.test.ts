import { expect, it } from 'vitest';
import { jumps, jumpsTo, nextJump } from './jumps.ts';

it('waits for a letter after g, and goes where it leads', () => {
  const first = nextJump(null, 'g', 1000);
  expect(first).toEqual({ wait: 1000, href: null, isTaken: true });
  expect(nextJump(first.wait, 'd', 1500)).toEqual({ wait: null, href: '/training/upload', isTaken: true });
});

it('forgets the g after a while, and leaves other keys to the page', () => {
  expect(nextJump(1000, 'd', 4000)).toEqual({ wait: null, href: null, isTaken: false });
  expect(nextJump(1000, 'x', 1100)).toEqual({ wait: null, href: null, isTaken: false });
  expect(nextJump(null, 'd', 0)).toEqual({ wait: null, href: null, isTaken: false });
});

it('has a letter of its own for each place', () => {
  expect(new Set(jumps.map(({ key }) => key)).size).toBe(jumps.length);
});

it('goes only where a storefront has something, and where it has it', () => {
  const own = jumpsTo([
    { name: 'train', href: '/create' },
    { name: 'home', href: '/' },
  ]);
  expect(own.map(({ key, href }) => [key, href])).toEqual([
    ['h', '/'],
    ['t', '/create'],
  ]);
  expect(nextJump(1000, 't', 1500, own).href).toBe('/create');
  expect(nextJump(1000, 'd', 1500, own)).toEqual({ wait: null, href: null, isTaken: false });
});
