import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPeople } from '../../database/demo-people.ts';
import { startStack, type TestStack } from '../../testing/start-stack.ts';
import { brand, listStoredFiles, newKey, pixel } from '../testing/storage-files.ts';
import { beginUpload, locationOf, sendChunk, tusRequest } from './testing/tus-request.ts';
import { uploadResumably } from './testing/upload-resumably.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ listen: true });
});
afterAll(() => stack[Symbol.asyncDispose]());

const type = 'image/png';
const filesOf = async (actor: 'ctMember' | 'secretKey' = 'ctMember') =>
  (await stack.as(actor)).storage.from('training-data');
const fieldsFor = (key: string) => ({ bucketName: 'training-data', objectName: key, contentType: type });

describe('an upload in chunks', () => {
  it('arrives whole, with what was said of it', async () => {
    const content = randomBytes(3_500_000);
    const key = newKey();
    const options = { key, chunkSize: 1_000_000, metadata: { metadata: '{"from":"ü"}' } };
    expect(await uploadResumably(stack, 'ctMember', content, options)).toBeNull();
    const files = await filesOf();
    const { data } = await files.download(key);
    expect(Buffer.from(new Uint8Array((await data?.arrayBuffer()) ?? [])).equals(content)).toBe(true);
    expect((await files.info(key)).data).toMatchObject({
      size: content.byteLength,
      contentType: type,
      cacheControl: 'max-age=3600',
      metadata: { from: 'ü' },
      etag: expect.stringMatching(/^"[0-9a-f]{32}-1"$/),
    });
    expect((await files.remove([key])).data?.[0]).toMatchObject({
      owner_id: demoPeople.ctMember.id,
    });
  });

  it('may be empty', async () => {
    const key = newKey();
    expect(await uploadResumably(stack, 'ctMember', Buffer.alloc(0), { key })).toBeNull();
    expect((await (await filesOf()).download(key)).data?.size).toBe(0);
  });

  it('replaces only with the right to it', async () => {
    const key = newKey();
    await (await filesOf()).upload(key, pixel('old'));
    expect(await uploadResumably(stack, 'ctMember', Buffer.from('new'), { key })).toBe(409);
    expect(await uploadResumably(stack, 'ctMember', Buffer.from('new'), { key, upsert: true })).toBe(403);
    expect(await uploadResumably(stack, 'secretKey', Buffer.from('new'), { key, upsert: true })).toBeNull();
    expect(await (await (await filesOf()).download(key)).data?.text()).toBe('new');
  });

  it('is kept once, and not brought back once its object is gone', async () => {
    const key = newKey();
    const url = locationOf(
      await beginUpload(stack, {
        as: 'ctMember',
        fields: fieldsFor(key),
        headers: { 'upload-length': '3000000' },
      }),
    );
    const id = url.split('/').at(-1) ?? '';
    expect((await sendChunk(stack, url, 'ctMember', 0, 'x'.repeat(3_000_000))).status).toBe(204);
    const left = await stat(join(stack.storageFolder, 'uploads', id));
    expect([left.size, left.blocks]).toEqual([3_000_000, 0]);

    await (await filesOf()).remove([key]);
    const asked = await tusRequest(stack, url, { as: 'ctMember', method: 'HEAD' });
    expect([asked.status, asked.headers.get('upload-offset')]).toEqual([200, '3000000']);
    expect((await (await filesOf()).exists(key)).data).toBe(false);
    expect((await listStoredFiles(stack)).filter((file) => file.endsWith(id))).toEqual([]);
  });

  it('goes on where it was, and nowhere else', async () => {
    const key = newKey();
    const url = locationOf(await beginUpload(stack, { as: 'ctMember', fields: fieldsFor(key) }));
    expect((await sendChunk(stack, url, 'ctMember', 0, 'hello')).headers.get('upload-offset')).toBe('5');
    expect((await sendChunk(stack, url, 'ctMember', 0, 'again')).status).toBe(409);
    expect((await sendChunk(stack, url, 'ctMember', 5, 'too much for it')).status).toBe(413);
    expect((await (await filesOf()).exists(key)).data).toBe(false);
    expect(
      (await tusRequest(stack, url, { as: 'ctMember', method: 'HEAD' })).headers.get('upload-offset'),
    ).toBe('5');
    expect((await sendChunk(stack, url, 'ctMember', 5, 'world')).status).toBe(204);
    expect(await (await (await filesOf()).download(key)).data?.text()).toBe('helloworld');
    expect((await sendChunk(stack, url, 'ctMember', 10, 'more')).status).toBe(413);
    expect(await (await (await filesOf()).download(key)).data?.text()).toBe('helloworld');
  });

  it('is won by one of two that race for a name', async () => {
    const key = newKey();
    const begin = async () =>
      locationOf(await beginUpload(stack, { as: 'ctMember', fields: fieldsFor(key) }));
    const [one, other] = [await begin(), await begin()];
    const answers = await Promise.all(
      [one, other].map((url, index) => sendChunk(stack, url, 'ctMember', 0, `${index}`.repeat(10))),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    const winner = answers.findIndex(({ status }) => status === 204);
    expect(await (await (await filesOf()).download(key)).data?.text()).toBe(`${winner}`.repeat(10));
  });

  it('can be given up, with all that was sent', async () => {
    const url = locationOf(await beginUpload(stack, { as: 'ctMember', fields: fieldsFor(newKey()) }));
    await sendChunk(stack, url, 'ctMember', 0, 'hello');
    expect((await tusRequest(stack, url, { as: 'ctMember', method: 'DELETE' })).status).toBe(204);
    expect((await tusRequest(stack, url, { as: 'ctMember', method: 'HEAD' })).status).toBe(404);
    expect(
      (await listStoredFiles(stack, 'uploads')).filter((file) => file.includes(url.split('/').at(-1) ?? '')),
    ).toEqual([]);
  });
});

describe('a beginning', () => {
  const limit = 20 * 1024 * 1024;
  it.each([
    ['over the limit of the bucket', {}, { 'upload-length': String(limit + 1) }, 413],
    [
      'of a folder placeholder that is not empty',
      { objectName: `${brand}/.emptyFolderPlaceholder` },
      {},
      413,
    ],
    ['of unknown length', {}, { 'upload-length': '', 'upload-defer-length': '1' }, 501],
    ['without a length', {}, { 'upload-length': '' }, 400],
    ['of another type', { contentType: 'text/plain' }, {}, 415],
    ['without a type', { contentType: '' }, {}, 415],
    ['of a type that breaks headers', { contentType: 'image/png\r\nx: y' }, {}, 415],
    ['without a bucket', { bucketName: '' }, {}, 400],
    ['in a bucket that is not there', { bucketName: 'nowhere' }, {}, 404],
    ['in a bucket that leads elsewhere', { bucketName: '../..' }, {}, 400],
    ['without a name', { objectName: '' }, {}, 400],
    ['at a name that leads elsewhere', { objectName: 'creativetechnologists/../acmecompany/a.png' }, {}, 400],
    ['in another brand', { objectName: 'acmecompany/a.png' }, {}, 403],
    ['with too much metadata', { metadata: JSON.stringify({ a: 'x'.repeat(11_000) }) }, {}, 201],
    ['with metadata that is none', { metadata: '{' }, {}, 201],
  ])('%s', async (_name, fields, headers, status) => {
    const sent = Object.entries({ 'upload-length': '10', ...headers }).filter(([, value]) => value !== '');
    const metadata = Object.entries({ ...fieldsFor(newKey()), ...fields })
      .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
      .join(',');
    const before = await listStoredFiles(stack, 'uploads');
    const response = await tusRequest(stack, '../resumable', {
      as: 'ctMember',
      method: 'POST',
      headers: { ...Object.fromEntries(sent), 'upload-metadata': metadata },
    });
    expect([response.status, await response.text()]).toEqual([status, expect.any(String)]);
    if (status !== 201) expect(await listStoredFiles(stack, 'uploads')).toEqual(before);
  });

  it.each([{}, { 'upload-metadata': '' }, { 'upload-metadata': 'bucketName ???' }])(
    'with the metadata %j is refused',
    async (headers) => {
      const response = await tusRequest(stack, '../resumable', {
        as: 'ctMember',
        method: 'POST',
        headers: { 'upload-length': '10', ...headers },
      });
      expect(response.status).toBe(400);
    },
  );
});

describe('other requests', () => {
  it.each(['00000000-0000-4000-8000-000000000000', 'x', '..%2f..%2fact', '%00', 'sign', 'sign/x'])(
    'find no upload at %s',
    async (id) => {
      const response = await tusRequest(stack, id, { as: 'ctMember', method: 'HEAD' });
      expect([404, 400]).toContain(response.status);
    },
  );

  it('hand out nothing of what was uploaded', async () => {
    const url = locationOf(await beginUpload(stack, { as: 'ctMember', fields: fieldsFor(newKey()) }));
    await sendChunk(stack, url, 'ctMember', 0, '0123456789');
    expect((await tusRequest(stack, url, { as: 'ctMember', method: 'GET' })).status).toBe(405);
  });

  it('may come from any page', async () => {
    const response = await fetch(`${stack.url}/storage/v1/upload/resumable`, {
      method: 'OPTIONS',
      headers: { origin: 'http://shop.test', 'access-control-request-method': 'POST' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-headers')).toMatch(/x-upsert/i);
    expect(response.headers.get('tus-extension')).not.toContain('creation-defer-length');
  });
});
