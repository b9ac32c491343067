import { createHash, randomBytes } from 'node:crypto';
import { appendFile, truncate, writeFile } from 'node:fs/promises';
import { startFaultyProxy, startStack, type TestStack } from '@act/local-stack/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadModelFile, openModelFile } from './download-model.ts';
import { filesOf, listStored, newModelKey } from './testing/brand-files.ts';
import { bytesOf } from './testing/streams.ts';
import { uploadResumable } from './uploads/resumable-upload.ts';

const content = randomBytes(3_000_000);
const sha256 = createHash('sha256').update(content).digest('hex');
let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ listen: true });
});
afterAll(() => stack?.[Symbol.asyncDispose]());

/** A stored model, and where its bytes lie. */
async function storeModel() {
  const key = newModelKey();
  const before = await listStored(stack, 'objects');
  const body = new Blob([content]);
  const contentType = 'application/octet-stream';
  await uploadResumable(filesOf(stack), {
    bucket: 'models',
    key,
    contentType,
    sizeBytes: content.length,
    body,
  });
  const [path = ''] = (await listStored(stack, 'objects')).filter((name) => !before.includes(name));
  return { path, row: { key, sizeBytes: content.length, sha256 } };
}

it('streams a model to whoever may read it', async () => {
  const { row } = await storeModel();
  const { stream, ...said } = await downloadModelFile(filesOf(stack, 'ctViewer'), row);
  expect(said).toEqual({ sizeBytes: content.length, sha256 });
  expect((await bytesOf(stream)).equals(content)).toBe(true);
});

it('finds none in another brand, and none that is not there', async () => {
  const { row } = await storeModel();
  const missing = { code: 'file_not_found', retryable: false };
  await expect(openModelFile(filesOf(stack, 'acmeMember'), row.key)).rejects.toMatchObject(missing);
  await expect(openModelFile(filesOf(stack), newModelKey())).rejects.toMatchObject(missing);
});

it('asks again where storage is busy', async () => {
  const { row } = await storeModel();
  const decide = (_request: unknown, count: number) =>
    count === 1 ? ({ kind: 'answer', status: 503 } as const) : undefined;
  await using proxy = await startFaultyProxy(stack.url, decide);
  const response = await openModelFile(filesOf(stack, 'ctViewer', proxy.url), row.key);
  expect((await response.arrayBuffer()).byteLength).toBe(content.length);
});

describe('a stream fails at its end', () => {
  it.each<[string, (path: string) => Promise<void>]>([
    ['other bytes', (path) => writeFile(path, randomBytes(content.length))],
    ['fewer bytes', (path) => truncate(path, content.length - 1)],
    ['more bytes', (path) => appendFile(path, 'x')],
  ])('where storage has %s than were saved', async (_what, damage) => {
    const { path, row } = await storeModel();
    await damage(path);
    const { stream } = await downloadModelFile(filesOf(stack), row);
    await expect(bytesOf(stream)).rejects.toMatchObject({ code: 'storage_failed' });
  });

  it('where it is stopped', async () => {
    const { row } = await storeModel();
    const stopping = new AbortController();
    const { stream } = await downloadModelFile(filesOf(stack), row, { signal: stopping.signal });
    const reader = stream.getReader();
    await reader.read();
    stopping.abort('enough');
    await expect(
      (async () => {
        while (!(await reader.read()).done);
      })(),
    ).rejects.toMatchObject({ code: 'aborted', cause: 'enough' });
  });
});
