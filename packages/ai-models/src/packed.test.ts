import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ConsumerProject, createConsumerProject } from './consumers/testing/consumer-project.ts';

let project: ConsumerProject;
beforeAll(async () => {
  project = await createConsumerProject();
});
afterAll(() => project?.[Symbol.asyncDispose]());

const entries = [
  'index',
  'environment',
  'node',
  'providers',
  'providers/replicate',
  'providers/runpod',
  'schemas',
  'testing',
];

it('packs the build, the README and nothing else', () => {
  const isPart =
    /^package\/dist\/(chunk|client|environment-options|inspect-received-pictures|picture-tools|portable-sha256|signing-key-schemas)-\w+\.c?js$/;
  const isSharedType = /^package\/dist\/[\w-]+\.d\.c?ts$/;
  const named = project.files.filter((file) => !isPart.test(file) && !isSharedType.test(file));
  const built = entries.flatMap((entry) => [`package/dist/${entry}.cjs`, `package/dist/${entry}.js`]);
  const typed = entries
    .filter((entry) => entry.includes('/'))
    .flatMap((entry) => ['cts', 'ts'].map((type) => `package/dist/${entry}.d.${type}`));
  expect(named).toEqual([...built, ...typed, 'package/README.md', 'package/package.json'].sort());
});

it('is published with what it needs at run time, and no more', () => {
  const { dependencies, exports, ...manifest } = project.manifest;
  expect(Object.keys(dependencies)).toEqual(['@supabase/supabase-js', 'jszip', 'zod']);
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d/);
  expect(Object.keys(exports)).toEqual([
    '.',
    ...entries.slice(1).map((entry) => `./${entry}`),
    './package.json',
  ]);
  expect(manifest).toMatchObject({
    peerDependenciesMeta: { '@opentelemetry/api': { optional: true }, sharp: { optional: true } },
    sideEffects: false,
  });
  expect(manifest).not.toHaveProperty('private');
});

it.each([
  ['pnpm', { PNPM_SCRIPT_SRC_DIR: '.' }, 0, /^$/],
  ['npm', {}, 1, /^Use pnpm pack or pnpm publish: npm leaves catalog: in package\.json/],
])('is packed by %s, or refuses to be', async (_packer, env, status, said) => {
  const { scripts } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
  const guard = String(scripts.prepack).replace(/^node/, `"${process.execPath}"`);
  const result = spawnSync(guard, { shell: true, env, encoding: 'utf8' });
  expect([result.status, result.stderr]).toEqual([status, expect.stringMatching(said)]);
});

it('has the names that are promised', async () => {
  const printed = await project.runNode({
    name: 'names.mjs',
    source: `import * as ai from '@act/ai-models'; console.log(Object.keys(ai).join('\\n'));`,
  });
  expect(printed.trim().split('\n')).toMatchInlineSnapshot(`
    [
      "AiModelsError",
      "AssetNotFoundError",
      "BrandRequiredError",
      "ConfigError",
      "InputError",
      "ModelNotFoundError",
      "NotReadyError",
      "ProviderError",
      "TrainingJobNotFoundError",
      "UploadError",
      "WaitEndedError",
      "WebhookVerificationError",
      "cancelGeneration",
      "cancelTrainingJob",
      "captionAssets",
      "checkReadiness",
      "cleanUp",
      "cleanupOldGenerations",
      "configureAiModels",
      "consoleLogger",
      "createAiModels",
      "createSystemSigner",
      "createTrainingJob",
      "createWebhookEndpoint",
      "deleteAssets",
      "deleteModel",
      "deleteMyData",
      "deletePicture",
      "deleteTrainingJob",
      "deleteWebhookEndpoint",
      "downloadModel",
      "explainCleanup",
      "explainRetraining",
      "exportDataset",
      "generateImage",
      "getBrandModel",
      "getGeneration",
      "getModelUrl",
      "getNoticePreferences",
      "getTrainingDataUrl",
      "getTrainingJob",
      "importDataset",
      "inspectPictures",
      "listBrandModels",
      "listCaptionRequests",
      "listGenerations",
      "listNotices",
      "listTrainingJobs",
      "listWebhookEndpoints",
      "markNoticesRead",
      "moveModel",
      "noticeKinds",
      "quoteGeneration",
      "quoteTraining",
      "redacting",
      "removePushSubscription",
      "requestCaptions",
      "restoreModel",
      "restoreTrainingJob",
      "retireModel",
      "retrain",
      "retryTrainingJob",
      "ringDoorbell",
      "savePushSubscription",
      "sendTestWebhook",
      "setModelAlias",
      "setNoticePreferences",
      "shareTrainingJob",
      "startTraining",
      "syncGeneration",
      "syncTrainingJob",
      "tidyUp",
      "unsubscribeFromNotices",
      "updateTrainingJob",
      "updateWebhookEndpoint",
      "uploadTrainingImages",
      "watchTrainingJob",
      "webhookKinds",
      "withdrawTrainingJob",
    ]
  `);
});

it.each(['import', 'require'])('loads none of the packages that a call may not need (%s)', async (way) => {
  const load = { import: `await import('@act/ai-models');`, require: `require('@act/ai-models');` }[way];
  const printed = await project.runNode({
    name: 'loaded.cjs',
    source: `const { registerHooks } = require('node:module');
      const found = new Set();
      registerHooks({
        load: (url, context, next) => {
          found.add(/node_modules\\/((@[^/]+\\/)?[^/]+)\\/(?!.*node_modules\\/)/.exec(url)?.[1] ?? url);
          return next(url, context);
        },
      });
      (async () => {
        ${load}
        console.log([...found].join(' '));
      })();`,
  });
  expect(printed).toBe('@act/ai-models\n');
});

it('carries nothing of its tests', async () => {
  const printed = await project.runNode({
    name: 'search.cjs',
    source: `const { readdirSync, readFileSync } = require('node:fs');
      const folder = 'node_modules/@act/ai-models/dist/';
      const files = readdirSync(folder, { recursive: true }).filter((file) => /\\.c?[jt]s$/.test(file));
      const words = /vitest|local-stack|tenant-config|fast-check|\\/work\\//;
      console.log(files.length > 20, files.filter((file) => words.test(readFileSync(folder + file, 'utf8'))));`,
  });
  expect(printed).toBe('true []\n');
});
