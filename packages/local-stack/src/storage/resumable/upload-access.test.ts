import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../database/connection.ts';
import { demoPeople } from '../../database/demo-people.ts';
import { type Actor, startStack, type TestStack } from '../../testing/start-stack.ts';
import { allowEveryWayToAdd } from '../testing/allow-every-way-to-add.ts';
import { brand, listStoredFiles, newKey, otherBrand } from '../testing/storage-files.ts';
import { beginUpload, locationOf, sendChunk, tusRequest } from './testing/tus-request.ts';
import { uploadResumably } from './testing/upload-resumably.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ listen: true });
  await allowEveryWayToAdd(stack);
});
afterAll(() => stack[Symbol.asyncDispose]());

const fieldsFor = (key: string) => ({
  bucketName: 'training-data',
  objectName: key,
  contentType: 'image/png',
});

describe('the address of an upload, in the hands of', () => {
  const others: Record<string, Actor> = {
    nobody: 'anonymous',
    'a stranger': 'acmeAdmin',
    'a viewer': 'ctViewer',
    'another member': 'freelancer',
    'an admin': 'ctAdmin',
    'the system': { system: brand },
    'the system of another brand': { system: otherBrand },
    'the secret key': 'secretKey',
  };

  it.each(Object.keys(others))('%s is of no use', async (name) => {
    const as = others[name] ?? 'anonymous';
    const key = newKey();
    const url = locationOf(await beginUpload(stack, { as: 'ctMember', fields: fieldsFor(key) }));
    await sendChunk(stack, url, 'ctMember', 0, 'hello');
    expect((await tusRequest(stack, url, { as, method: 'HEAD' })).status).toBe(403);
    expect((await sendChunk(stack, url, as, 5, 'world')).status).toBe(403);
    expect((await tusRequest(stack, url, { as, method: 'DELETE' })).status).toBe(403);
    expect((await sendChunk(stack, url, 'ctMember', 5, 'world')).status).toBe(204);
    const { data } = await (await stack.as('ctMember')).storage.from('training-data').download(key);
    expect(await data?.text()).toBe('helloworld');
  });

  it('who has no key at all is of no use', async () => {
    const url = locationOf(await beginUpload(stack, { as: 'ctMember', fields: fieldsFor(newKey()) }));
    const response = await fetch(url, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
    expect(response.status).toBe(401);
  });
});

it('goes on for the system under a new token of the same brand', async () => {
  const url = locationOf(
    await beginUpload(stack, {
      as: { system: brand },
      fields: { ...fieldsFor(newKey()), bucketName: 'generated-content' },
    }),
  );
  expect((await sendChunk(stack, url, { system: brand }, 0, 'hello')).status).toBe(204);
  expect((await sendChunk(stack, url, { system: brand }, 5, 'world')).status).toBe(204);
});

it('ends for a member who is removed between two chunks', async () => {
  await using own = await startStack({ listen: true });
  const key = newKey();
  const url = locationOf(await beginUpload(own, { as: 'ctMember', fields: fieldsFor(key) }));
  await sendChunk(own, url, 'ctMember', 0, 'hello');
  {
    await using client = await connect(own.database.superuser);
    await client.query('delete from public.brand_users where user_id = $1', [demoPeople.ctMember.id]);
  }
  expect((await sendChunk(own, url, 'ctMember', 5, 'world')).status).toBe(403);
  expect((await tusRequest(own, url, { as: 'ctMember', method: 'HEAD' })).status).toBe(403);
  expect((await (await own.as('secretKey')).storage.from('training-data').exists(key)).data).toBe(false);
  expect(await listStoredFiles(own)).toEqual([]);
  // What was sent can still be taken back.
  expect((await tusRequest(own, url, { as: 'ctMember', method: 'DELETE' })).status).toBe(204);
  expect(await listStoredFiles(own, 'uploads')).toEqual([]);
});

describe('with a signed token', () => {
  const sign = async (key: string) =>
    (await (await stack.as('ctMember')).storage.from('training-data').createSignedUploadUrl(key)).data
      ?.token ?? '';

  it('uploads in the name of who asked for it', async () => {
    const key = newKey();
    const content = Buffer.alloc(2_500_000, 'signed');
    const options = { key, chunkSize: 1_000_000, signature: await sign(key) };
    expect(await uploadResumably(stack, 'anonymous', content, options)).toBeNull();
    const files = (await stack.as('ctMember')).storage.from('training-data');
    expect((await files.download(key)).data?.size).toBe(content.byteLength);
    expect((await files.remove([key])).data?.[0]).toMatchObject({
      owner_id: demoPeople.ctMember.id,
    });
  });

  it.each([
    ['for another name', async () => sign(newKey('other.png'))],
    [
      'for reading',
      async () => {
        await (await stack.as('ctMember')).storage
          .from('training-data')
          .upload(newKey('read.png'), new Blob(['x'], { type: 'image/png' }));
        const { data } = await (await stack.as('ctMember')).storage
          .from('training-data')
          .createSignedUrl(newKey('read.png'), 60);
        return new URL(data?.signedUrl ?? '').searchParams.get('token') ?? '';
      },
    ],
    ['of a person', async () => (await stack.tokenFor('ctAdmin')) ?? ''],
    ['that is none', async () => 'x'],
  ])('%s is refused', async (_name, createToken) => {
    expect(
      await uploadResumably(stack, 'anonymous', Buffer.from('x'), {
        key: newKey(),
        signature: await createToken(),
      }),
    ).toBe(400);
  });

  it('needs one for every request', async () => {
    const key = newKey();
    const headers = { 'x-signature': await sign(key) };
    const url = locationOf(
      await beginUpload(stack, { as: 'anonymous', fields: fieldsFor(key), headers, isSigned: true }),
    );
    expect(url).toContain('/storage/v1/upload/resumable/sign/');
    expect((await tusRequest(stack, url, { method: 'HEAD' })).status).toBe(400);
    expect((await tusRequest(stack, url, { as: 'ctMember', method: 'HEAD' })).status).toBe(400);
    expect(
      (await tusRequest(stack, url.replace('/sign/', '/'), { as: 'ctMember', method: 'HEAD' })).status,
    ).toBe(403);
    expect((await tusRequest(stack, url, { method: 'HEAD', headers })).status).toBe(200);
  });
});
