import { createRequire } from 'node:module';
import { startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { createConsumerProject } from './testing/consumer-project.ts';
import { describeRobot, robotAnswer, robotCalls } from './testing/robot-calls.ts';

const require = createRequire(import.meta.url);
const starter = require.resolve('deno/bin.cjs');

it('does its work in Deno, where it may reach the project and nothing else', {
  timeout: 60_000,
}, async () => {
  await using project = await createConsumerProject();
  await using stack = await startStack({ listen: true });
  const input = await describeRobot(stack);
  const allowed = [`--allow-net=${new URL(stack.url).host}`, `--allow-read=${project.folder}`];
  const modules = ['--no-remote', '--node-modules-dir=manual', '--no-lock', '--no-prompt'];
  const printed = await project.runWith([process.execPath, starter, 'run', ...modules, ...allowed], {
    name: 'consumer.ts',
    input,
    source: `import * as ai from '@act/ai-models';
      import input from './input.json' with { type: 'json' };
      ${robotCalls}`,
  });
  expect(printed).toBe(robotAnswer);
});
