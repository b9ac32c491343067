import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const start = (...words: readonly string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'start.ts'), ...words], { encoding: 'utf8' });

it.each([
  ['--bogus', "Unknown option '--bogus'"],
  ['bogus', "Unexpected argument 'bogus'"],
  ['--all=yes', "Option '--all' does not take an argument"],
])('says in one sentence which options there are instead of %s', (word, reason) => {
  const { status, stdout, stderr } = start(word);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toBe(
    `${reason}: \`npm start\` takes --all, which starts every storefront, and nothing else.\n`,
  );
});
