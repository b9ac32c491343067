import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startStack, type TestStack } from '../../testing/start-stack.ts';
import { ask, brand, listStoredFiles, newKey, pixel, readRefusal } from '../testing/storage-files.ts';

const type = 'image/png';

describe('what is written into headers later', () => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startStack({ listen: true });
    await (await stack.as('secretKey')).storage.createBucket('any');
  });
  afterAll(() => stack[Symbol.asyncDispose]());

  const upload = (fields: Record<string, string>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('', new Blob(['x'], { type }));
    return ask(stack, `/object/any/${newKey()}`, { as: 'secretKey', method: 'POST', body: form });
  };

  it.each([
    { cacheControl: '1\r\nset-cookie: a=b' },
    { cacheControl: 'ä' },
    { cacheControl: '9'.repeat(300) },
    { contentType: 'text/plain\r\nset-cookie: a=b' },
    { contentType: 'nonsense' },
    { contentEncoding: 'gzip\r\nx: y' },
  ])('breaks out of none: %j', async (fields) => {
    const response = await upload(fields);
    expect(await readRefusal(response)).toMatchObject({
      status: 400,
      code: expect.stringMatching(/InvalidParameter|InvalidMimeType/),
    });
  });

  it('comes back as it was given', async () => {
    const files = (await stack.as('secretKey')).storage.from('any');
    const key = newKey();
    await files.upload(key, Buffer.from('packed'), {
      contentType: 'text/css',
      contentEncoding: 'identity',
      cacheControl: '12',
    });
    const response = await ask(stack, `/object/any/${key}`, { as: 'secretKey' });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/css',
      'content-encoding': 'identity',
      'cache-control': 'max-age=12',
    });
  });

  it('passes over metadata that is none, and refuses what the database cannot hold', async () => {
    const files = (await stack.as('secretKey')).storage.from('any');
    const response = await upload({ metadata: '[1' });
    expect(response.status).toBe(200);
    expect((await files.upload(newKey(), pixel(), { metadata: { a: '\u0000' } })).error).toMatchObject({
      status: 400,
      code: 'InvalidParameter',
    });
  });
});

describe('keys', () => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startStack({ listen: true });
  });
  afterAll(() => stack[Symbol.asyncDispose]());

  /** Sends a path exactly as written: fetch would tidy it up first. */
  async function put(path: string): Promise<{ status: number; text: string }> {
    const token = await stack.tokenFor('ctMember');
    const { port } = new URL(stack.url);
    const headers = {
      apikey: stack.secrets.publishableKey,
      authorization: `Bearer ${token}`,
      'content-type': type,
    };
    return new Promise((resolve, reject) => {
      const request = httpRequest({
        host: '127.0.0.1',
        port,
        path: `/storage/v1/object/${path}`,
        method: 'POST',
        headers,
      });
      request.on('error', reject).on('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      request.end('x');
    });
  }

  it.each([
    `training-data/${brand}/..%2f..%2fx.png`,
    `training-data/${brand}/%2e%2e%2fx.png`,
    `training-data/${brand}/a%00.png`,
    `training-data/${brand}/a%0a.png`,
    `training-data/${brand}/%`,
    `training-data/${brand}/%ff.png`,
    `training-data/${brand}/%252e%252e/x.png`,
    `training-data/${brand}//x.png`,
    `training-data/${brand}/`,
    `training-data/${brand}%5cx.png`,
    `training-data/%C3%A4.png`,
    `training-data/${brand}/${'a'.repeat(1100)}`,
    `training-data%2f${brand}/x.png`,
    `..%2f..%2fetc/x.png`,
    `%2e%2e/x.png`,
    `training-data/`,
    `training-data`,
  ])('are refused: %s', async (path) => {
    const { status, text } = await put(path);
    expect([400, 404]).toContain(status);
    expect(JSON.parse(text)).toMatchObject({
      code: expect.stringMatching(/InvalidKey|InvalidBucketName|InvalidRequest/),
    });
    expect(await listStoredFiles(stack)).toEqual([]);
  });

  it('lead, once tidied up, only where the sender may go', async () => {
    const { text } = await put(`training-data/${brand}/../acmecompany/x.png`);
    expect(JSON.parse(text)).toMatchObject({ code: 'AccessDenied' });
    const { status } = await put(`training-data/${brand}/sub/../tidy.png`);
    expect(status).toBe(200);
    expect(
      (await (await stack.as('ctMember')).storage.from('training-data').exists(newKey('tidy.png'))).data,
    ).toBe(true);
    await (await stack.as('ctMember')).storage.from('training-data').remove([newKey('tidy.png')]);
  });
});

describe('forms', () => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startStack({ listen: true });
  });
  afterAll(() => stack[Symbol.asyncDispose]());
  const send = (body: string | Uint8Array<ArrayBuffer>, contentType: string) =>
    ask(stack, `/object/training-data/${newKey()}`, {
      as: 'ctMember',
      method: 'POST',
      body,
      headers: { 'content-type': contentType },
    });

  it.each([
    ['without a boundary', 'x', 'multipart/form-data'],
    [
      'without an end',
      '--b\r\nContent-Disposition: form-data; name=""; filename="a"\r\nContent-Type: image/png\r\n\r\nabc',
      'multipart/form-data; boundary=b',
    ],
    [
      'without a file',
      '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nabc\r\n--b--\r\n',
      'multipart/form-data; boundary=b',
    ],
    ['without parts', '--b--\r\n', 'multipart/form-data; boundary=b'],
    ['of nonsense', randomBytes(100_000), 'multipart/form-data; boundary=b'],
    ['of nothing', '', 'multipart/form-data; boundary=b'],
    [
      'with headers without end',
      `--b\r\nx: ${'y'.repeat(200_000)}\r\n\r\n`,
      'multipart/form-data; boundary=b',
    ],
  ])('%s are refused', async (_name, body, contentType) => {
    const response = await send(body, contentType);
    expect(await readRefusal(response)).toMatchObject({
      status: 400,
      code: expect.stringMatching(/InvalidRequest|Aborted/),
    });
    expect(await listStoredFiles(stack)).toEqual([]);
  });

  it('give their first file, and no other', async () => {
    const part = (content: string) =>
      `--b\r\nContent-Disposition: form-data; name=""; filename="a"\r\nContent-Type: image/png\r\n\r\n${content}\r\n`;
    const response = await send(
      `${part('first')}${part('second')}--b--\r\n`,
      'multipart/form-data; boundary=b',
    );
    const { Key } = z.object({ Key: z.string() }).parse(await response.json());
    const files = (await stack.as('ctMember')).storage.from('training-data');
    expect(await (await files.download(Key.slice('training-data/'.length))).data?.text()).toBe('first');
  });
});
