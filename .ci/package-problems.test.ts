import { expect, it } from 'vitest';
import { findPackageProblems } from './package-problems.ts';

const scripts = { 'check:types': 'node check-types.ts', 'check:shape': 'publint', build: 'tsup' };
const sound = {
  name: '@act/sound',
  scripts,
  dependencies: { zod: 'catalog:' },
  devDependencies: { '@act/local-stack': 'workspace:*' },
  engines: { node: '>=22' },
  files: ['dist'],
  sideEffects: false,
};

it('has nothing to say about a sound package', () => {
  expect(findPackageProblems(sound)).toEqual([]);
});

it.each(['dependencies', 'devDependencies', 'optionalDependencies'])(
  'finds a version written in %s',
  (field) => {
    expect(findPackageProblems({ ...sound, [field]: { zod: '4.6.7' } })).toEqual([
      'zod is "4.6.7", but must be "catalog:".',
    ]);
  },
);

it('finds a package of ours that is not taken from the workspace', () => {
  expect(findPackageProblems({ ...sound, dependencies: { '@act/api': '0.0.0' } })).toHaveLength(1);
});

it('finds a missing script', () => {
  expect(findPackageProblems({ name: '@act/bare', private: true })).toEqual([
    'The script "check:types" is missing.',
    'The script "check:shape" is missing.',
  ]);
});

it('finds what a published package lacks', () => {
  expect(findPackageProblems({ name: '@act/bare', scripts })).toHaveLength(3);
});
