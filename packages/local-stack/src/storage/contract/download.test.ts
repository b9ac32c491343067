import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signToken } from '../../access/sign-token.ts';
import { startStack, type TestStack } from '../../testing/start-stack.ts';
import { ask, listStoredFiles, newKey, pixel } from '../testing/storage-files.ts';
import { useStack } from '../testing/use-stack.ts';

describe.each([{ listen: false }, { listen: true }])('an object of ten bytes ($listen)', (options) => {
  let stack: TestStack;
  const key = newKey('ten.png');
  const path = `/object/authenticated/training-data/${key}`;
  const get = (headers: Record<string, string> = {}, init: RequestInit = {}) =>
    ask(stack, path, { as: 'ctViewer', headers, ...init });

  beforeAll(async () => {
    stack = await startStack(options);
    await (await stack.as('ctMember')).storage.from('training-data').upload(key, pixel('0123456789'));
  });
  afterAll(() => stack[Symbol.asyncDispose]());

  it('comes whole, with all that a cache wants to know', async () => {
    const response = await get();
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'content-length': '10',
      'content-type': 'image/png',
      'cache-control': 'max-age=3600',
      etag: '"781e5e245d69b566979b86e28d23f2c7"',
      'last-modified': expect.stringMatching(/ GMT$/),
      'x-content-type-options': 'nosniff',
    });
    expect(await response.text()).toBe('0123456789');
  });

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=8-100', 206, '89', 'bytes 8-9/10'],
  ])('gives %s', async (range, status, body, contentRange) => {
    const response = await get({ range });
    expect([response.status, response.headers.get('content-range')]).toEqual([status, contentRange]);
    expect(response.headers.get('content-length')).toBe(String(body.length));
    expect(await response.text()).toBe(body);
  });

  it.each(['bytes=10-', 'bytes=0-1,2-3'])('answers %s with 416', async (range) => {
    const response = await get({ range });
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */10']);
    expect(await response.json()).toMatchObject({ code: 'InvalidRange', statusCode: '416' });
  });

  it('gives a range only of the bytes that were meant', async () => {
    const etag = (await get({}, { method: 'HEAD' })).headers.get('etag') ?? '';
    expect((await get({ range: 'bytes=0-1', 'if-range': etag })).status).toBe(206);
    expect((await get({ range: 'bytes=0-1', 'if-range': '"other"' })).status).toBe(200);
  });

  it('sends nothing to who has it already', async () => {
    const first = await get();
    await first.text();
    const etag = first.headers.get('etag') ?? '';
    const again = await get({ 'if-none-match': etag });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect((await get({ 'if-modified-since': first.headers.get('last-modified') ?? '' })).status).toBe(304);
    expect((await get({ 'if-none-match': '"other"' })).status).toBe(200);
  });

  it.each(['', '/authenticated'])('tells HEAD about it at /object%s', async (variant) => {
    const response = await ask(stack, `/object${variant}/training-data/${key}`, {
      as: 'ctViewer',
      method: 'HEAD',
    });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([
      200,
      '10',
      '',
    ]);
  });

  it('comes to supabase-js as a blob and as a stream', async () => {
    const files = (await stack.as('ctViewer')).storage.from('training-data');
    expect((await files.download(key)).data?.type).toBe('image/png');
    const { data } = await files.download(key).asStream();
    expect(await new Response(data).text()).toBe('0123456789');
  });

  it('is saved under the name that was asked for', async () => {
    const response = await ask(stack, `${path}?download=${encodeURIComponent('ü b.png')}`, {
      as: 'ctViewer',
    });
    expect(response.headers.get('content-disposition')).toBe(
      "attachment; filename=%C3%BC%20b.png; filename*=UTF-8''%C3%BC%20b.png",
    );
    const unnamed = await ask(stack, `${path}?download=`, { as: 'ctViewer' });
    expect(unnamed.headers.get('content-disposition')).toBe('attachment;');
  });
});

const stack = useStack();

it('serves public buckets to anybody, and private ones only to their own', async () => {
  const service = (await stack.as('secretKey')).storage;
  await service.createBucket('shop', { public: true });
  await service.from('shop').upload('a.txt', new Blob(['hello'], { type: 'text/plain' }));
  const url = service.from('shop').getPublicUrl('a.txt', { download: 'ä.txt' }).data.publicUrl;

  const response = await stack.fetch(new Request(url));
  expect([response.status, await response.text()]).toEqual([200, 'hello']);
  expect(response.headers.get('content-disposition')).toContain("UTF-8''%C3%A4.txt");
  const withoutKey = await stack.fetch(new Request(`${stack.url}/storage/v1/object/shop/a.txt`));
  expect(await withoutKey.text()).toBe('hello');
  const head = await stack.fetch(new Request(url, { method: 'HEAD' }));
  expect([head.status, head.headers.get('content-length')]).toEqual([200, '5']);
  expect(
    await (await stack.fetch(new Request(`${stack.url}/storage/v1/object/info/public/shop/a.txt`))).json(),
  ).toMatchObject({ size: 5 });

  const old = await signToken({
    jwtSecret: stack.secrets.jwtSecret,
    claims: { role: 'authenticated' },
    expiresInSeconds: -9,
  });
  const asOnce = { headers: { apikey: stack.secrets.publishableKey, authorization: `Bearer ${old}` } };
  const withOldToken = await stack.fetch(new Request(`${stack.url}/storage/v1/object/shop/a.txt`, asOnce));
  expect(await withOldToken.text()).toBe('hello');

  await service.updateBucket('shop', { public: false });
  const closed = await stack.fetch(new Request(`${stack.url}/storage/v1/object/shop/a.txt`, asOnce));
  expect(await closed.json()).toMatchObject({ code: 'NoSuchBucket' });
  for (const address of [url, `${stack.url}/storage/v1/object/shop/a.txt`]) {
    const refused = await stack.fetch(new Request(address));
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ code: 'NoSuchBucket', statusCode: '404' });
  }
});

it('shows no page of somebody else in this origin', async () => {
  const service = (await stack.as('secretKey')).storage;
  await service.createBucket('any', { public: true });
  await service.from('any').upload('a.html', new Blob(['<script>1</script>'], { type: 'text/html' }));
  await service.from('any').upload('a.svg', new Blob(['<svg/>'], { type: 'image/svg+xml' }));
  const page = await stack.fetch(new Request(service.from('any').getPublicUrl('a.html').data.publicUrl));
  expect(page.headers.get('content-type')).toBe('text/plain');
  const drawing = await stack.fetch(new Request(service.from('any').getPublicUrl('a.svg').data.publicUrl));
  expect(drawing.headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
});

it('says so when the bytes of a row are gone', async () => {
  const files = (await stack.as('ctMember')).storage.from('training-data');
  await files.upload(newKey('a.png'), pixel());
  for (const file of await listStoredFiles(stack)) await rm(join(stack.storageFolder, 'objects', file));
  expect((await files.download(newKey('a.png'))).error).toMatchObject({
    code: 'NoSuchKey',
    statusCode: '404',
  });
});

it('tells supabase-js what exists', async () => {
  const files = (await stack.as('ctMember')).storage.from('training-data');
  await files.upload(newKey('a.png'), pixel());
  expect(await files.exists(newKey('a.png'))).toEqual({ data: true, error: null });
  expect((await files.exists(newKey('b.png'))).data).toBe(false);
  const stranger = (await stack.as('acmeMember')).storage.from('training-data');
  expect((await stranger.exists(newKey('a.png'))).data).toBe(false);
});
