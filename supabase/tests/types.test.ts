import { readFile } from 'node:fs/promises';
import { startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { describeDatabase, typesFile } from '../types/describe-database.ts';

it('has types that say what the migrations make (else: pnpm --filter @act/schema generate:types)', async () => {
  await using stack = await startStack();
  expect(await describeDatabase(stack)).toBe(await readFile(typesFile, 'utf8'));
});
