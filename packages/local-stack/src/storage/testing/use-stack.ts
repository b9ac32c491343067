import { afterAll, afterEach, beforeAll } from 'vitest';
import { type StartStackOptions, startStack, type TestStack } from '../../testing/start-stack.ts';

/** One stack for all tests of a file or block, its buckets emptied after each. Read it within tests only. */
export function useStack(options: StartStackOptions = {}): TestStack {
  let started: TestStack | null = null;
  beforeAll(async () => {
    started = await startStack(options);
  });
  afterEach(async () => {
    const { storage } = await current().as('secretKey');
    const { data } = await storage.listBuckets();
    await Promise.all((data ?? []).map(({ id }) => storage.emptyBucket(id)));
  });
  afterAll(() => started?.[Symbol.asyncDispose]());

  function current(): TestStack {
    if (!started) throw new Error('The stack runs only while a test does.');
    return started;
  }
  return new Proxy<TestStack>(Object.create(null), { get: (_target, name) => Reflect.get(current(), name) });
}
