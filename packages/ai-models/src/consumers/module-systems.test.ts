import { startStack, type TestStack } from '@act/local-stack/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ConsumerProject, createConsumerProject } from './testing/consumer-project.ts';
import { describeRobot, robotAnswer, robotCalls } from './testing/robot-calls.ts';

let project: ConsumerProject;
let stack: TestStack;
beforeAll(async () => {
  [project, stack] = await Promise.all([createConsumerProject(), startStack({ listen: true })]);
});
afterAll(() => Promise.all([project?.[Symbol.asyncDispose](), stack?.[Symbol.asyncDispose]()]));

it('does its work where it is imported, with nothing in the environment', async () => {
  const printed = await project.runNode({
    name: 'consumer.mjs',
    input: await describeRobot(stack),
    source: `import * as ai from '@act/ai-models';
      import input from './input.json' with { type: 'json' };
      ${robotCalls}`,
  });
  expect(printed).toBe(robotAnswer);
});

it('does its work where it is required', async () => {
  const printed = await project.runNode({
    name: 'consumer.cjs',
    input: await describeRobot(stack),
    source: `const ai = require('@act/ai-models');
      const input = require('./input.json');
      (async () => {${robotCalls}})();`,
  });
  expect(printed).toBe(robotAnswer);
});

it('knows its errors when it is loaded twice, and every entry knows those of the others', async () => {
  const printed = await project.runNode({
    name: 'both.mjs',
    source: `import { createRequire } from 'node:module';
      import * as imported from '@act/ai-models';
      import { explainFailure } from '@act/ai-models/providers';
      const required = createRequire(import.meta.url)('@act/ai-models');
      const error = await imported.listTrainingJobs().catch((thrown) => thrown);
      console.log(error.code, error instanceof required.AiModelsError, required.AiModelsError.isInstance(error));
      const failure = explainFailure('no_credit', { providerId: 'replicate' });
      console.log(failure instanceof imported.ProviderError, required.ProviderError.isInstance(failure));
      console.log(required.InputError.isInstance(failure), required.AiModelsError.isInstance(new Error('other')));`,
  });
  expect(printed).toBe('not_configured false true\ntrue true\nfalse false\n');
});

it('reads the environment where nobody configures it, and says what is missing there', async () => {
  const source = `const { listTrainingJobs } = require('@act/ai-models');
    listTrainingJobs().then(() => console.log('listed'), (error) => console.log(error.code, error.message));`;
  expect(await project.runNode({ name: 'unset.cjs', source })).toBe(
    'not_configured SUPABASE_URL is not set, and no `supabase.url` was passed.\n',
  );
  const { supabase, access } = await describeRobot(stack);
  const environment = {
    SUPABASE_URL: supabase.url,
    SUPABASE_PUBLISHABLE_KEY: supabase.publishableKey,
    ACT_EMAIL: access.email,
    ACT_PASSWORD: access.password,
  };
  const set = `Object.assign(process.env, ${JSON.stringify(environment)});`;
  expect(await project.runNode({ name: 'set.cjs', source: `${set}\n${source}` })).toBe('listed\n');
});
