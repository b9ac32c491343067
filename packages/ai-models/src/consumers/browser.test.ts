import { createRequire } from 'node:module';
import { join } from 'node:path';
import { startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { createConsumerProject } from './testing/consumer-project.ts';
import { describeRobot, robotAnswer, robotCalls } from './testing/robot-calls.ts';

/** As much of esbuild as is used; it comes with tsup. */
interface Bundler {
  build(options: object): Promise<{
    errors: readonly unknown[];
    warnings: readonly unknown[];
    metafile: { outputs: Record<string, { imports: readonly { path: string; kind: string }[] }> };
  }>;
}
const bundler: Bundler = createRequire(createRequire(import.meta.url).resolve('tsup'))('esbuild');

it('is bundled for a page by somebody who has neither sharp nor OpenTelemetry, and works there', async () => {
  await using project = await createConsumerProject();
  await using stack = await startStack({ listen: true });
  const { errors, warnings, metafile } = await bundler.build({
    stdin: {
      contents: `import * as ai from '@act/ai-models'; export const call = async (input) => {${robotCalls}};`,
      resolveDir: project.folder,
    },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    outdir: join(project.folder, 'page'),
    outExtension: { '.js': '.mjs' },
    metafile: true,
    logLevel: 'silent',
  });
  expect([errors, warnings]).toEqual([[], []]);

  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  expect(imports.filter(({ path }) => path.startsWith('node:'))).toEqual([]);

  const printed = await project.runNode({
    name: 'page.mjs',
    input: await describeRobot(stack),
    source: `import input from './input.json' with { type: 'json' };
      for (const name of ['process', 'global']) delete globalThis[name];
      const { call } = await import('./page/stdin.mjs');
      await call(input);`,
  });
  expect(printed).toBe(robotAnswer);
});
