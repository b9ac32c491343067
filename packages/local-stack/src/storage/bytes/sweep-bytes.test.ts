import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startStack } from '../../testing/start-stack.ts';
import { createOwnService } from '../testing/own-service.ts';
import { listStoredFiles, newKey, pixel } from '../testing/storage-files.ts';
import { sweepBytes } from './sweep-bytes.ts';

it('removes bytes that belong to no row, once they are old enough', async () => {
  await using stack = await startStack();
  await using own = createOwnService(stack);
  const { storage } = await stack.as('secretKey');
  await storage.createBucket('A.b');
  for (const bucket of ['training-data', 'A.b'])
    await storage.from(bucket).upload(newKey('kept.png'), pixel());
  const kept = (await listStoredFiles(stack)).toSorted();
  const folders = ['training-data', '%41%2eb', 'no-longer-a-bucket'];
  for (const folder of folders) {
    await mkdir(join(stack.storageFolder, 'objects', folder), { recursive: true });
    for (const name of [randomUUID(), `${randomUUID()}.part`]) {
      await writeFile(join(stack.storageFolder, 'objects', folder, name), 'left behind');
    }
  }
  expect(await sweepBytes(own.parts)).toBe(0);
  expect(await listStoredFiles(stack)).toHaveLength(8);
  expect(await sweepBytes(own.parts, { minAgeMs: -1000 })).toBe(6);
  expect((await listStoredFiles(stack)).toSorted()).toEqual(kept);
});
