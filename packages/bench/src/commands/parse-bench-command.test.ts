import { expect, it } from 'vitest';
import { parseBenchCommand } from './parse-bench-command.ts';

it('runs everything quickly unless told otherwise', () => {
  expect(parseBenchCommand([])).toEqual({ names: [], scale: 'quick', json: null });
});

it.each([
  [['--json'], 'screen'],
  [['--json', '--scale', 'full'], 'screen'],
  [['--json', 'bench.json'], { file: 'bench.json' }],
  [['--json=bench.json', 'brand-queries'], { file: 'bench.json' }],
])('reads %j', (argv, json) => {
  expect(parseBenchCommand(argv)).toMatchObject({ json });
});

it('says what there is when asked for what there is not', () => {
  expect(() => parseBenchCommand(['--scale', 'huge'])).toThrow(
    'There is no scale "huge"; there are quick and full.',
  );
  expect(() => parseBenchCommand(['weights'])).toThrow(
    'There is no bench "weights"; there are: brand-queries, ',
  );
});
