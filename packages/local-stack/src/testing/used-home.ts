import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from 'vitest';
import { createTestHome, spawnStack } from './spawn-stack.ts';

const run = promisify(execFile);

/** Homes of a stack that has run and stopped in order: each a copy of one that is made once for the tests of a file. */
export function useUsedHomes(): () => Promise<Awaited<ReturnType<typeof createTestHome>>> {
  let original: Awaited<ReturnType<typeof createTestHome>>;
  beforeAll(async () => {
    original = await createTestHome();
    await using stack = spawnStack({ home: original.path });
    await stack.ready();
  });
  afterAll(() => original[Symbol.asyncDispose]());
  return async () => {
    const home = await createTestHome();
    // Owners and times too: the database's files may belong to another user.
    await run('cp', ['-a', original.path, home.path]);
    return home;
  };
}
