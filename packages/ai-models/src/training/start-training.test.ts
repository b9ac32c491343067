import { startStack, type TestStack } from '@act/local-stack/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addAssetRows } from '../database/testing/brand-rows.ts';
import { asSuperuser, brand, contextFor, otherBrand } from '../node/testing/brand-context.ts';
import { startTraining } from './start-training.ts';

let stack: TestStack;
beforeEach(async () => {
  stack = await startStack({ listen: true });
});
afterEach(() => stack[Symbol.asyncDispose]());

const find = async () =>
  startTraining(await contextFor(stack, 'ctMember'), {
    autoDetectFromAssets: true,
    subjectKind: 'product',
    trainAnyway: true,
  });
const setThreshold = (autoDetectThreshold: number) =>
  asSuperuser(stack, 'update public.brands set settings = settings || $2 where id = $1', [
    brand,
    { training: { autoDetectThreshold } },
  ]);

it('takes every picture that may be trained with, and no other', async () => {
  const ready = await addAssetRows(stack, 6);
  await addAssetRows(stack, 20, { status: 'received' });
  await addAssetRows(stack, 20, { brandId: otherBrand });
  const [kept = ''] = await addAssetRows(stack, 1);
  await asSuperuser(stack, 'update public.brand_assets set is_training_data = false where id = $1', [kept]);
  await setThreshold(6);
  const job = await find();
  expect(job).toMatchObject({ status: 'pending', modelType: 'flux', subjectKind: 'product' });
  expect(job.trainingAssetIds.toSorted()).toEqual(ready.toSorted());
});

it('waits until enough are new, and says how many are', async () => {
  await setThreshold(5);
  await addAssetRows(stack, 4);
  await expect(find()).rejects.toMatchObject({
    code: 'too_few_new_images',
    message: `4 pictures of brand ${brand} are new since the last training; it takes 5.`,
  });
  await addAssetRows(stack, 1);
  const first = await find();
  await expect(find()).rejects.toMatchObject({ message: expect.stringMatching(/^0 pictures/) });
  // A training that came to nothing has used up nothing.
  await asSuperuser(stack, `update public.lora_training_jobs set status = 'cancelled' where id = $1`, [
    first.id,
  ]);
  const second = await find();
  expect(second.trainingAssetIds).toHaveLength(5);
});

it('asks for pictures where none are named or to be found', async () => {
  const member = await contextFor(stack, 'ctMember');
  await expect(startTraining(member, {})).rejects.toMatchObject({
    code: 'input_invalid',
    problems: [{ path: 'trainingAssetIds' }],
  });
});
