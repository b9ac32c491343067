// What `npm test` runs: every check, then every suite, then one line with the sum. `--full` adds the long tests,
// `--checks` leaves the suites out.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parseArgs } from 'node:util';
import { cleanEnvironment } from './clean-environment.ts';
import { addCounts, countReport, formatCounts, type TestCounts } from './test-counts.ts';
import { listWorkspacePackages, reportPath, root } from './workspace-packages.ts';

interface Step {
  title: string;
  command: string[];
}

const turbo = ['turbo', 'run', '--continue=dependencies-successful'];
const checks: Step[] = [
  { title: 'Format and lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { title: 'Types', command: [...turbo, '--concurrency=2', '--output-logs=errors-only', 'check:types'] },
  { title: 'Import directions', command: ['depcruise', '--config', '.dependency-cruiser.mjs', '.'] },
  { title: 'Dead code', command: ['knip'] },
  { title: 'Versions and scripts', command: ['node', '.ci/check-packages.ts'] },
  {
    title: 'Package shape',
    command: [...turbo, '--concurrency=2', '--output-logs=errors-only', 'check:shape'],
  },
];
// The core run opens one storefront only; the long one opens all of them.
const storefronts: Step = {
  title: 'Storefronts',
  command: [...turbo, '--concurrency=1', '--output-logs=errors-only', 'build', '--filter=./brands/*'],
};
// One suite at a time: each of them spreads over the cores by itself.
const suites: Step = { title: 'Tests', command: [...turbo, '--concurrency=1', '--log-prefix=none', 'test'] };

const { values: options } = parseArgs({
  options: { full: { type: 'boolean', default: false }, checks: { type: 'boolean', default: false } },
});

const environment: Record<string, string> = {
  ...cleanEnvironment(process.env),
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
  DO_NOT_TRACK: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  // It was done before this file started; once more in each package would only take time.
  pnpm_config_verify_deps_before_run: 'false',
  ...(options.full ? { ACT_TEST_FULL: '1' } : {}),
};

const failures: string[] = [];
const counts: TestCounts[] = [];

for (const check of [...checks, ...(options.full ? [storefronts] : [])]) {
  const passed = await runStep(check);
  counts.push({ passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 });
  if (!passed) failures.push(check.title);
}
if (!options.checks) {
  rmSync(join(root, '.test-results'), { recursive: true, force: true });
  const passed = await runStep(suites);
  counts.push(...collectSuites(passed));
}

if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `- ${failure}`).join('\n')}`);
const total = addCounts(counts);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`\n${formatCounts(total)}`);

/** Runs one step in the clean environment and shows what it prints; true if it passed. */
async function runStep({ title, command: [command = '', ...commandOptions] }: Step): Promise<boolean> {
  console.log(`\n━━ ${title}`);
  const startedAt = performance.now();
  const passed = await new Promise<boolean>((resolve) => {
    spawn(command, commandOptions, { cwd: root, env: environment, stdio: ['ignore', 'inherit', 'inherit'] })
      .on('error', (error) => {
        console.error(`${command} could not be started: ${error.message}`);
        resolve(false);
      })
      .on('close', (code) => resolve(code === 0));
  });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`━━ ${title}: ${passed ? 'passed' : 'FAILED'} in ${seconds} s`);
  return passed;
}

/** The counts of all suites, from the reports they wrote. Whatever is missing counts as a failure. */
function collectSuites(passed: boolean): TestCounts[] {
  const collected = listWorkspacePackages()
    .filter(({ hasTests }) => hasTests)
    .map(({ folder }) => collectSuite(folder));
  const { passed: passedTests, failed: failedTests } = addCounts(collected);
  const fail = (message: string) => {
    failures.push(message);
    collected.push({ passed: 0, failed: 1, skipped: 0 });
  };
  if (passedTests + failedTests === 0) fail('No test ran.');
  if (!passed && failedTests === 0) fail('The test run failed, but no report says why: see above.');
  return collected;
}

function collectSuite(folder: string): TestCounts {
  const path = reportPath(folder);
  if (!existsSync(path)) {
    failures.push(`${folder}: its tests wrote no report; they crashed, or the script "test" is missing.`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const { counts: suite, problems, failures: tests } = countReport(JSON.parse(readFileSync(path, 'utf8')));
  failures.push(...[...problems, ...tests].map((failure) => `${folder}: ${failure}`));
  return suite;
}
