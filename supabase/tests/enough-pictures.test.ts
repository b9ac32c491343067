import { startStack, type TestStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { addPictures, aJob, asSuperuser, brand, makePrivate, otherBrand } from './testing/brand-content.ts';
import { listOutbox } from './testing/notices.ts';

/** A machine of the brand that wants to hear it. */
const listen = async (stack: TestStack, kinds = ['pictures.enough']) => {
  const admin = await stack.as('ctAdmin');
  const address = 'https://hooks.example.com/act';
  const { error } = await admin.rpc('create_webhook_endpoint', { brand_id: brand, address, kinds });
  if (error) throw error;
};

/** Uploaded, and found to be fit. */
async function addChecked(stack: TestStack, count: number, brandId = brand): Promise<string[]> {
  const pictures = await addPictures(stack, { count, brandId, status: 'received' });
  await asSuperuser(stack, `update public.brand_assets set status = 'ready' where id = any ($1)`, [pictures]);
  return pictures;
}

const told = async (stack: TestStack) =>
  (await listOutbox(stack)).filter(({ kind }) => kind === 'pictures.enough');

it('tells a brand’s machines once that enough new pictures are there, and again after a training', async () => {
  await using stack = await startStack();
  await listen(stack);
  const pictures = await addChecked(stack, 19);
  expect(await told(stack)).toEqual([]);
  pictures.push(...(await addChecked(stack, 1)));
  expect(await told(stack)).toMatchObject([{ brand_id: brand, channel: 'webhook', user_id: null }]);
  await addChecked(stack, 5);
  expect(await told(stack)).toHaveLength(1);

  const member = await stack.as('ctMember');
  expect((await member.from('lora_training_jobs').insert(aJob(pictures))).error).toBeNull();
  await addChecked(stack, 14);
  expect(await told(stack)).toHaveLength(1);
  await addChecked(stack, 1);
  expect(await told(stack)).toHaveLength(2);
});

it('tells nobody of another brand’s pictures, of private ones, or who has not asked for it', async () => {
  await using stack = await startStack();
  await listen(stack, ['training.completed']);
  await addChecked(stack, 25);
  expect(await told(stack)).toEqual([]);
  await listen(stack);
  await addChecked(stack, 25, otherBrand);
  expect(await told(stack)).toEqual([]);
  await makePrivate(stack);
  await addChecked(stack, 25);
  expect(await told(stack)).toEqual([]);
});
