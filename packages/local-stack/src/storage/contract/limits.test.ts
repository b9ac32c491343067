import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type TestStack } from '../../testing/start-stack.ts';
import { listStoredFiles, newKey, pixel } from '../testing/storage-files.ts';

const type = 'image/png';
const tooLarge = {
  status: 400,
  statusCode: '413',
  code: 'EntityTooLarge',
  message: 'The object exceeded the maximum allowed size',
};

/** A body of so many bytes whose length nobody knows beforehand. */
function streamOf(sizeBytes: number): ReadableStream {
  let left = sizeBytes;
  return new ReadableStream({
    pull(controller) {
      const chunk = new Uint8Array(Math.min(left, 64 * 1024));
      left -= chunk.byteLength;
      controller.enqueue(chunk);
      if (left === 0) controller.close();
    },
  });
}

describe.each([{ listen: false }, { listen: true }])('sizes ($listen)', (options) => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startStack(options);
    const { storage } = await stack.as('secretKey');
    await storage.createBucket('small', { public: false, fileSizeLimit: 200_000 });
  });
  afterAll(() => stack[Symbol.asyncDispose]());

  const bodies = {
    'a buffer': (size: number) => Buffer.alloc(size),
    'a form': (size: number) => new Blob([Buffer.alloc(size)], { type }),
    'a stream': streamOf,
  };

  it.each(Object.entries(bodies))('counts %s, to the byte', async (_name, create) => {
    const files = (await stack.as('secretKey')).storage.from('small');
    const key = newKey();
    expect((await files.upload(key, create(200_001), { contentType: type })).error).toMatchObject(tooLarge);
    expect((await files.upload(key, create(5_000_000), { contentType: type })).error).toMatchObject(tooLarge);
    expect((await files.exists(key)).data).toBe(false);
    expect(await listStoredFiles(stack)).toEqual([]);
    expect((await files.upload(key, create(200_000), { contentType: type })).error).toBeNull();
    await files.remove([key]);
  });

  it("refuses a stream far over the limit, instead of the client's connection", async () => {
    const files = (await stack.as('ctMember')).storage.from('training-data');
    const { error } = await files.upload(newKey(), streamOf(21 * 1024 * 1024), { contentType: type });
    expect(error).toMatchObject(tooLarge);
    expect(await listStoredFiles(stack)).toEqual([]);
  });

  it.runIf(options.listen)('refuses a length that is over it before a byte has come', async () => {
    const headers = {
      ...(await stack.headersFor('ctMember')),
      'content-type': type,
      'content-length': '30000000',
    };
    const request = httpRequest(`${stack.url}/storage/v1/object/training-data/${newKey()}`, {
      method: 'POST',
      headers,
    });
    request.flushHeaders();
    const [response] = await once(request, 'response');
    expect(JSON.parse(await text(response))).toMatchObject({ statusCode: '413', code: 'EntityTooLarge' });
    request.destroy();
  });

  it('keeps the folder placeholder empty, in buckets of any type', async () => {
    const files = (await stack.as('ctMember')).storage.from('training-data');
    const placeholder = newKey('folder/.emptyFolderPlaceholder');
    expect((await files.upload(placeholder, 'x')).error).toMatchObject(tooLarge);
    expect((await files.upload(placeholder, '')).error).toBeNull();
    await files.remove([placeholder]);
  });

  it('takes a megabyte of metadata at most', async () => {
    const files = (await stack.as('ctMember')).storage.from('training-data');
    const write = (size: number) => files.upload(newKey(), pixel(), { metadata: { text: 'x'.repeat(size) } });
    expect((await write(1024 * 1024)).error).toMatchObject({
      statusCode: '413',
      message: 'The user_metadata exceeded the maximum allowed size',
    });
    expect((await write(1024 * 1024 - 100)).error).toBeNull();
  });
});

describe('types', () => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startStack();
  });
  afterAll(() => stack[Symbol.asyncDispose]());

  it.each([
    ['a buffer without a type', () => Buffer.from('x'), undefined],
    ['a text', () => 'x', 'text/plain'],
    ['a blob without a type', () => new Blob(['x']), type],
    ['a blob of another type, whatever is said of it', () => new Blob(['x'], { type: 'text/html' }), type],
  ])('are refused for %s', async (_name, create, contentType) => {
    const files = (await stack.as('ctMember')).storage.from('training-data');
    const { error } = await files.upload(
      newKey(),
      create(),
      contentType === undefined ? {} : { contentType },
    );
    expect(error).toMatchObject({ status: 400, statusCode: '415', code: 'InvalidMimeType' });
    expect(await listStoredFiles(stack)).toEqual([]);
  });

  it.each([
    ['image/png', true],
    ['image/x-anything', true],
    ['text/plain', false],
  ])('go by wildcards: %s', async (contentType, isTaken) => {
    const { storage } = await stack.as('secretKey');
    await storage.createBucket('pictures', { public: false, allowedMimeTypes: ['image/*'] });
    const { error } = await storage.from('pictures').upload(newKey(), Buffer.from('x'), { contentType });
    expect(error === null).toBe(isTaken);
  });
});
