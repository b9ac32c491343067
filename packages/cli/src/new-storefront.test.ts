import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readableOn } from './storefront/readable-on.ts';
import { runAct } from './testing/run-act.ts';

const pattern = fileURLToPath(new URL('../../../brands/act-frontend/', import.meta.url));
let repository: string;
beforeAll(async () => {
  repository = await mkdtemp(join(tmpdir(), 'act-repository-'));
  const isSource = (path: string) =>
    !/\/(node_modules|\.next|\.turbo|tsconfig\.tsbuildinfo)(\/|$)/.test(path);
  await cp(pattern, join(repository, 'brands', 'act-frontend'), { recursive: true, filter: isSource });
});
afterAll(() => rm(repository, { recursive: true, force: true }));

const make = (...words: string[]) => runAct(['new-storefront', ...words, '--repository', repository]);
const list = async (name: string) => {
  const folder = join(repository, 'brands', name);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((file) => relative(folder, join(file.parentPath, file.name))).sort();
};
const read = (file: string) => readFile(join(repository, 'brands', 'meadow', file), 'utf8');

it('makes a storefront with everybody’s routes and a brand, words and people of its own', async () => {
  const { code, stdout } = await make('meadow', '--name', "Anna's Meadow", '--accent', '#ffd54a', '--json');
  expect([code, JSON.parse(stdout)]).toEqual([
    0,
    { id: 'meadow', name: "Anna's Meadow", folder: 'brands/meadow' },
  ]);
  const [made, everybodys] = [await list('meadow'), await list('act-frontend')];
  expect(made.filter((file) => !everybodys.includes(file))).toEqual(['seed.ts']);
  expect(everybodys.filter((file) => !made.includes(file) && !file.startsWith('look'))).toEqual([]);
  expect(JSON.parse(await read('package.json'))).toMatchObject({ name: 'meadow', private: true });
  expect(await read('brand.config.ts')).toContain(String.raw`name: 'Anna\'s Meadow'`);
  expect(await read('brand.config.ts')).toContain(`accentText: '#000000'`);
  expect(await read('instrumentation.ts')).toContain(`storefront: 'meadow'`);
  expect(await read('seed.ts')).toContain(`'member@meadow.test'`);
  for (const file of made.filter((name) => /\.(tsx?|json|css)$/.test(name) && name !== 'package.json'))
    expect(await read(file), file).not.toMatch(/act-frontend|Creative Technologists/);
});

it('leaves alone what is there, and what cannot be a brand', async () => {
  const again = await make('act-frontend');
  expect([again.code, again.stderr]).toEqual([
    2,
    expect.stringContaining('brands/act-frontend is there already'),
  ]);
  const wrong = await make('../meadow');
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('cannot be made so')]);
  const odd = await make('heath', '--accent', 'purple');
  expect([odd.code, odd.stderr]).toEqual([2, expect.stringContaining('six hexadecimal digits')]);
  const elsewhere = await runAct(['new-storefront', 'heath', '--repository', tmpdir()]);
  expect([elsewhere.code, elsewhere.stderr]).toEqual([2, expect.stringContaining('--repository')]);
  expect((await readdir(join(repository, 'brands'))).filter((name) => name !== 'meadow')).toEqual([
    'act-frontend',
  ]);
});

it.each([
  ['#ffd54a', '#000000'],
  ['#2f6f5e', '#ffffff'],
  ['#757575', '#ffffff'],
  ['#777777', '#000000'],
])('writes on %s in %s', (ground, text) => {
  expect(readableOn(ground)).toBe(text);
});
