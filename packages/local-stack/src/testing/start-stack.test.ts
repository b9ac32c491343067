import { expect, it } from 'vitest';
import { startStack } from './start-stack.ts';

it('gives each test a stack of its own', async () => {
  await using first = await startStack();
  await using second = await startStack();
  const admin = await first.as('ctAdmin');
  const { error } = await admin.from('brand_users').insert({
    brand_id: 'creativetechnologists',
    user_id: '00000000-0000-4000-8000-0000000000c2',
    role: 'viewer',
  });
  expect(error).toBeNull();

  const seen = async (stack: typeof first) =>
    (await (await stack.as('ctAdmin')).from('brand_users').select('user_id')).data?.length;
  expect(await seen(first)).toBe(5);
  expect(await seen(second)).toBe(4);
});
