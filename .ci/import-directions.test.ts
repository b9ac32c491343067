import { execFile } from 'node:child_process';
import { mkdir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './workspace-packages.ts';

const models = 'packages/ai-models/src';

/** A file, its one import, and the rules that this breaks. Imported files are there too, and empty. */
const cases: [file: string, imports: string, ...rules: string[]][] = [
  ['brands/shop/app/page.ts', '@act/ui'],
  ['brands/shop/app/worker.ts', '@act/worker', 'storefront-direction'],
  ['brands/shop/app/models.ts', '@act/ai-models', 'storefront-direction'],
  ['brands/shop/app/stack.ts', '@act/local-stack', 'storefront-direction'],
  ['brands/shop/app/page.test.ts', '@act/local-stack'],
  ['brands/shop/app/other.ts', '../../twin/app/look.ts', 'storefront-direction', 'no-back-doors'],
  ['brands/shop/app/layout.ts', '@act/storefront'],
  ['packages/storefront/src/pages/home.ts', '@act/ui'],
  ['packages/storefront/src/models.ts', '@act/ai-models', 'storefront-direction'],
  ['packages/ui/src/page.ts', '@act/storefront', 'ui-direction'],
  ['packages/ui/src/types.ts', 'type @act/api'],
  ['packages/ui/src/code.ts', '@act/api', 'ui-types-only'],
  ['packages/ui/src/models.ts', '@act/ai-models', 'ui-direction'],
  ['packages/auth/src/brand.ts', '@act/tenant-config'],
  ['packages/auth/src/api.ts', '@act/api', 'auth-direction'],
  ['packages/api/src/models.ts', '@act/ai-models'],
  ['packages/api/src/worker.ts', '@act/worker', 'api-direction'],
  ['packages/api/src/door.ts', '../../ai-models/src/index.ts', 'no-back-doors'],
  ['packages/api/src/shop.ts', '../../../brands/shop/shop.ts', 'api-direction', 'no-back-doors'],
  ['packages/api/src/api.test.ts', '@act/ai-models/testing'],
  ['packages/api/src/double.ts', '@act/ai-models/testing', 'no-testing'],
  ['packages/api/vitest.config.ts', '@act/local-stack/testing'],
  ['packages/api/src/other.test.ts', '@act/worker', 'api-test-direction'],
  ['packages/worker/src/stack.ts', '@act/local-stack', 'worker-direction'],
  ['packages/worker/src/testing/stack.ts', '@act/local-stack'],
  ['packages/cli/src/proof.ts', '@act/isolation'],
  ['packages/cli/src/stack.ts', '@act/local-stack', 'cli-direction'],
  ['packages/isolation/src/stack.ts', '@act/local-stack/testing'],
  ['packages/e2e/src/journey.ts', '@act/local-stack'],
  ['packages/tenant-config/src/api.ts', '@act/api', 'tenant-config-direction'],
  ['packages/brand-new/src/index.ts', '@act/api', 'no-unlisted-packages'],
  ['packages/api/src/nowhere.ts', './nothing.ts', 'no-unresolved'],

  [`${models}/brand.ts`, 'type @act/tenant-config'],
  [`${models}/brand-code.ts`, '@act/tenant-config', 'ai-models-types-only'],
  [`${models}/client.ts`, './providers/replicate/replicate-provider.ts'],
  [`${models}/training/replicate-client.ts`, '../providers/replicate/replicate-provider.ts'],
  [`${models}/training/flux-trainer.ts`, '../jobs/submit-job.ts'],
  [`${models}/training/sdxl-trainer.ts`, '../providers/runpod/runpod-provider.ts', 'ai-models-vendors'],
  [`${models}/training/sd15-trainer.ts`, '../inference/model-loader.ts', 'ai-models-neighbours'],
  [`${models}/training/training-config.ts`, './limits.ts', 'ai-models-layers'],
  [`${models}/inference/image-generator.ts`, '../training/training-config.ts'],
  [`${models}/inference/again.ts`, '../client.ts', 'ai-models-layers'],
  [`${models}/jobs/sync-job.ts`, '../training/watch.ts', 'ai-models-layers'],
  [`${models}/jobs/save-weights.ts`, '../database/training-jobs.ts'],
  [`${models}/database/queries.ts`, '../jobs/cancel-job.ts', 'ai-models-layers'],
  [`${models}/database/brand-assets.ts`, '../storage/download-model.ts', 'ai-models-neighbours'],
  [`${models}/database/models.ts`, '../storage/storage-paths.ts'],
  [`${models}/providers/runpod/runpod-api.ts`, '../replicate/replicate-api.ts', 'ai-models-neighbours'],
  [`${models}/providers/runpod/runpod-mapping.ts`, '../training-provider.ts'],
  [`${models}/context.ts`, './providers/image-provider.ts'],
  [`${models}/events/training-events.ts`, '../database/rows.ts', 'ai-models-layers'],
  [`${models}/shared/retry.ts`, '../errors/index.ts'],
  [`${models}/shared/http.ts`, '../context.ts', 'ai-models-layers'],
  [`${models}/errors/request-error.ts`, '../shared/text.ts', 'ai-models-neighbours'],
  [`${models}/shared/react.ts`, 'react', 'ai-models-frameworks', 'no-unresolved'],
  [`${models}/shared/helper.ts`, '../utils/text.ts', 'ai-models-places'],
  [`${models}/jobs/one.ts`, './two.ts', 'no-cycles'],
  // A cycle is told once.
  [`${models}/jobs/two.ts`, './one.ts'],
];

it('finds every import in the wrong direction, and no other', { timeout: 60_000 }, async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'import directions '));
  await writeTree(folder.path);
  const found = await findViolations(folder.path);
  const expected = cases.map(([file, , ...rules]) => [file, rules.sort()]);
  expect(cases.map(([file]) => [file, (found[file] ?? []).sort()])).toEqual(expected);
});

async function writeTree(folder: string): Promise<void> {
  const targets = cases
    .filter(([, imports]) => /^\..*\.ts$/.test(imports) && !imports.includes('nothing'))
    .map(([file, imports]) => join(dirname(file), imports));
  const files = new Map(targets.map((target) => [target, 'export {};']));
  for (const [file, imports] of cases) {
    const [name = '', type = ''] = imports.split(' ').reverse();
    files.set(file, `import ${type} { x } from '${name}'; export const y: typeof x = x;`);
  }
  for (const [file, text] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

/** The broken rules of each file. */
async function findViolations(folder: string): Promise<Record<string, string[]>> {
  const options = ['--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json', '.'];
  // Its exit code is the number of violations.
  const output = await new Promise<string>((resolve) => {
    execFile('depcruise', options, { cwd: folder, maxBuffer: 1e8 }, (_error, stdout) => resolve(stdout));
  });
  const { summary }: { summary: { violations: { from: string; rule: { name: string } }[] } } =
    JSON.parse(output);
  const grouped = Object.groupBy(summary.violations, ({ from }) => from);
  return Object.fromEntries(
    Object.entries(grouped).map(([file, broken = []]) => [file, broken.map(({ rule }) => rule.name)]),
  );
}
