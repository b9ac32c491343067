import { startStack, type TestStack } from '@act/local-stack/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AiModelsContext } from '../context.ts';
import { addGenerationRows, addModelRows } from '../database/testing/brand-rows.ts';
import { asSuperuser, contextFor } from '../node/testing/brand-context.ts';
import { quoteGeneration } from './quote-generation.ts';

let stack: TestStack;
let member: AiModelsContext;
let signs: string | undefined;
let faces: string | undefined;
beforeAll(async () => {
  stack = await startStack({ listen: true });
  member = await contextFor(stack, 'ctMember');
  [signs, faces] = await addModelRows(stack, ['signs', 'faces']);
});
afterAll(() => stack[Symbol.asyncDispose]());

const count = async () => {
  const [row] = await asSuperuser(stack, 'select count(*)::integer as number from public.generations');
  return row;
};

it('says what the table says, as the database would reserve it, and asks for nothing', async () => {
  const [before] = [await count()];
  const quote = await quoteGeneration(member, {
    modelId: 'signs-v1',
    secondModelId: 'faces-v1',
    numImages: 4,
  });
  // One second, and two and a half for each picture, at $0.001525.
  expect(quote).toEqual({
    modelType: 'flux',
    imageCount: 4,
    provider: 'replicate',
    hardware: 'H100',
    estimatedSeconds: 11,
    estimatedCostUsd: 0.0168,
    range: { leastUsd: 0.0117, mostUsd: 0.0252 },
    basis: 'table',
    samples: 0,
  });
  const [reserved] = await asSuperuser(
    stack,
    `select private.estimate_cost('generation', 'flux', 4)::float as usd`,
  );
  expect(reserved).toEqual({ usd: quote.estimatedCostUsd });
  expect(await count()).toEqual(before);
});

it('corrects it by what this model cost lately, once that is known of three requests', async () => {
  const wish = { modelId: 'signs-v1' };
  const table = await quoteGeneration(member, wish);
  // A request of another provider, one that failed and one whose cost is unknown say nothing.
  const [elsewhere = '', failed = '', unknown = '', ...told] = await addGenerationRows(stack, 6);
  await asSuperuser(
    stack,
    `update public.generations set model_id = $1, provider = 'replicate', cost_usd = 0.05`,
    [signs],
  );
  await asSuperuser(stack, `update public.generations set provider = 'runpod' where id = $1`, [elsewhere]);
  await asSuperuser(
    stack,
    `update public.generations set status = 'failed', error_code = 'x' where id = $1`,
    [failed],
  );
  await asSuperuser(stack, 'update public.generations set cost_usd = null where id = $1', [unknown]);
  await asSuperuser(stack, 'update public.generations set model_id = $1 where id = $2', [faces, told[2]]);
  expect(await quoteGeneration(member, wish)).toEqual({ ...table, samples: 2 });
  await asSuperuser(stack, 'update public.generations set model_id = $1 where id = $2', [signs, told[2]]);
  expect(await quoteGeneration(member, wish)).toMatchObject({
    basis: 'history',
    samples: 3,
    estimatedCostUsd: 0.05,
  });
});

it.each([
  [{ modelId: 'signs-v9' }, 'model_not_found'],
  [{ modelId: 'signs-v1', secondModelId: 'signs-v1' }, 'input_invalid'],
  [{ modelId: 'signs-v1', imageCount: 9 }, 'input_invalid'],
  [{ modelId: 'signs-v1', inferenceSteps: 51 }, 'input_invalid'],
])('refuses what would be refused: %j', async (wish, code) => {
  await expect(quoteGeneration(member, wish)).rejects.toMatchObject({ code });
});
