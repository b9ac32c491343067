import { findPackageProblems } from './package-problems.ts';
import { listWorkspacePackages, readManifest } from './workspace-packages.ts';

const packages = [
  ...listWorkspacePackages(),
  // The root is no package: of its rules it needs only the one about versions.
  { folder: '.', manifest: { ...readManifest('.'), scripts: { 'check:types': '', 'check:shape': '' } } },
];
const problems = packages.flatMap(({ folder, manifest }) =>
  findPackageProblems(manifest).map((problem) => `${folder}/package.json: ${problem}`),
);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else {
  console.log(`${packages.length} packages in order.`);
}
