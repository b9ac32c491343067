import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createAiModels, createSystemSigner } from '@act/ai-models';
import { demoPeople, guardedEnvironment, startStack, type TestStack } from '@act/local-stack/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { paintPictures } from './testing/paint-pictures.ts';

const brandId = 'creativetechnologists';
let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ listen: true });
});
afterAll(() => stack?.[Symbol.asyncDispose]());

/** As the founding document writes it, to the letter. */
const foundingSnippet = `// In n8n workflow
const { startTraining } = require('@act/ai-models');

// Triggered when user uploads 20+ images
await startTraining({
  brandId: workflow.brandId,
  autoDetectFromAssets: true,
});`;

const workflowSchema = z.object({
  nodes: z.array(z.object({ type: z.string(), parameters: z.object({ jsCode: z.string().optional() }) })),
});
const workflow = workflowSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'workflows/train-from-a-code-node.json'), 'utf8')),
);
const workflowCode =
  workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.code')?.parameters.jsCode ?? '';

/** In a process whose environment says who the robot is, and for which `brand`. */
async function runCode(code: string, { brand = brandId, environment = {} } = {}): Promise<unknown> {
  const item = { json: { brandId: brand } };
  const input = JSON.stringify({ code, globals: { workflow: { brandId: brand } }, items: [item] });
  const robot = {
    SUPABASE_URL: stack.url,
    SUPABASE_PUBLISHABLE_KEY: stack.secrets.publishableKey,
    ACT_EMAIL: demoPeople.ctMember.email,
    ACT_PASSWORD: stack.secrets.demoPassword,
  };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(import.meta.dirname, 'testing/code-node.cjs'), input],
    { env: guardedEnvironment({ ...robot, ...environment }) },
  );
  return JSON.parse(stdout);
}

const openSystem = () =>
  createAiModels({
    supabase: { url: stack.url, publishableKey: stack.secrets.publishableKey },
    access: { brandId, signer: createSystemSigner({ signingKey: stack.secrets.jwtSecret }) },
  });

it('trains from a Code node as soon as 20 pictures are new, as a robot that is a member', {
  timeout: 90_000,
}, async () => {
  const system = openSystem();
  await expect(runCode(foundingSnippet)).rejects.toMatchObject({
    stderr: expect.stringMatching(/^too_few_new_images 0 pictures/),
  });
  expect(await runCode(workflowCode)).toEqual([]);

  const files = (await paintPictures(20)).map(({ binary }) =>
    Buffer.from(binary?.data?.data ?? '', 'base64'),
  );
  await system.uploadTrainingImages({ files });
  await system.inspectPictures();
  expect(await runCode(foundingSnippet)).toBeNull();
  const { items } = await system.listTrainingJobs();
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ status: 'pending', brandId });
  expect(items[0]?.trainingAssetIds).toHaveLength(20);

  // Those are used up.
  expect(await runCode(workflowCode)).toEqual([]);
  await system.cancelTrainingJob(items[0]?.id ?? '');
  await system.syncTrainingJob(items[0]?.id ?? '');
  expect(await runCode(workflowCode)).toEqual([
    { json: { jobId: expect.stringMatching(/^[\da-f-]{36}$/), status: 'pending' } },
  ]);
});

it('trains for no other brand, and not without a robot', async () => {
  await expect(runCode(foundingSnippet, { brand: 'acmecompany' })).rejects.toMatchObject({
    stderr: expect.stringMatching(/^brand_not_allowed /),
  });
  await expect(runCode(foundingSnippet, { environment: { ACT_PASSWORD: 'wrong' } })).rejects.toMatchObject({
    stderr: expect.stringMatching(/^not_signed_in /),
  });
  const nobody = { SUPABASE_URL: '', ACT_EMAIL: '', ACT_PASSWORD: '' };
  await expect(runCode(foundingSnippet, { environment: nobody })).rejects.toMatchObject({
    stderr: expect.stringMatching(/^not_configured /),
  });
});
