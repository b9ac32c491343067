import { startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { asSuperuser } from '../node/testing/brand-context.ts';
import { bucketLimits } from './bucket-limits.ts';

it('is what the buckets of a project take', async () => {
  await using stack = await startStack();
  const buckets = await asSuperuser<{ id: string; size: number }>(
    stack,
    'select id, file_size_limit::float8 as size from storage.buckets',
  );
  expect(Object.fromEntries(buckets.map(({ id, size }) => [id, size]))).toEqual(bucketLimits);
});
