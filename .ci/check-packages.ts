import { findPackageProblems, findVersionProblems } from './package-problems.ts';
import { listWorkspacePackages, readManifest } from './workspace-packages.ts';

const packages = listWorkspacePackages();
const problems = [
  // The root is no package: only the rule about versions is for it.
  ...findVersionProblems(readManifest('.')).map((problem) => `package.json: ${problem}`),
  ...packages.flatMap(({ folder, manifest }) =>
    findPackageProblems(manifest).map((problem) => `${folder}/package.json: ${problem}`),
  ),
];
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else {
  console.log(`${packages.length} packages in order.`);
}
