import type { Manifest } from './workspace-packages.ts';

/** What is wrong with a package.json by the rules of this repository, one sentence each. */
export function findPackageProblems(manifest: Manifest): string[] {
  return [...findVersionProblems(manifest), ...scriptProblems(manifest), ...publishProblems(manifest)];
}

/** Versions are written once, in the catalog. Peers are left out: they are a range which the user fills. */
export function findVersionProblems({
  dependencies,
  devDependencies,
  optionalDependencies,
}: Manifest): string[] {
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .map(([name, version]) => ({
      name,
      version,
      wanted: name.startsWith('@act/') ? 'workspace:*' : 'catalog:',
    }))
    .filter(({ version, wanted }) => version !== wanted)
    .map(({ name, version, wanted }) => `${name} is "${version}", but must be "${wanted}".`);
}

/** Turbo passes silently over a package that lacks a script. */
function scriptProblems({ scripts = {} }: Manifest): string[] {
  return ['check:types', 'check:shape']
    .filter((name) => !(name in scripts))
    .map((name) => `The script "${name}" is missing.`);
}

function publishProblems(manifest: Manifest): string[] {
  if (manifest.private) return [];
  const problems: string[] = [];
  if (!manifest.scripts?.build) problems.push('A published package needs a script "build".');
  if (!manifest.engines?.node) problems.push('A published package names its Node in "engines".');
  if (!manifest.files) problems.push('A published package lists its "files".');
  if (manifest.sideEffects !== false) problems.push('A published package has "sideEffects": false.');
  return problems;
}
