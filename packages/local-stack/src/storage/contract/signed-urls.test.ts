import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPeople } from '../../database/demo-people.ts';
import { startStack, type TestStack } from '../../testing/start-stack.ts';
import { createStorageService } from '../storage-service.ts';
import { allowEveryWayToAdd } from '../testing/allow-every-way-to-add.ts';
import { ask, newKey, pixel, readRefusal } from '../testing/storage-files.ts';

let stack: TestStack;
const key = newKey('my pixel.png');
beforeAll(async () => {
  stack = await startStack();
  await allowEveryWayToAdd(stack);
  await (await stack.as('ctMember')).storage.from('training-data').upload(key, pixel('hello'));
});
afterAll(() => stack[Symbol.asyncDispose]());

const filesOf = async (actor: 'ctMember' | 'ctViewer' | 'acmeMember') =>
  (await stack.as(actor)).storage.from('training-data');
const open = (url: string, init?: RequestInit) => stack.fetch(new Request(url, init));

async function signedUrl(): Promise<string> {
  const { data } = await (await filesOf('ctViewer')).createSignedUrl(key, 60);
  return data?.signedUrl ?? '';
}

async function sign(
  claims: Record<string, unknown>,
  secret = stack.secrets.storageSigningKey,
): Promise<string> {
  const token = new SignJWT({ exp: Math.floor(Date.now() / 1000) + 60, ...claims }).setProtectedHeader({
    alg: 'HS256',
  });
  return token.sign(new TextEncoder().encode(secret));
}

describe('a signed address', () => {
  it('opens to anybody, without a key', async () => {
    const response = await open(await signedUrl());
    expect([response.status, await response.text()]).toEqual([200, 'hello']);
    expect(response.headers.get('expires')).toMatch(/ GMT$/);
    expect(response.headers.get('cache-control')).toBeNull();
    const head = await open(await signedUrl(), { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '5']);
  });

  it('serves ranges and names to save under', async () => {
    const { data } = await (await filesOf('ctViewer')).createSignedUrl(key, 60, { download: 'a b.png' });
    const response = await open(data?.signedUrl ?? '', { headers: { range: 'bytes=1-2' } });
    expect([response.status, await response.text()]).toEqual([206, 'el']);
    expect(response.headers.get('content-disposition')).toContain('filename=a%20b.png');
  });

  it('is made for several at once, and not for what cannot be seen', async () => {
    const paths = [key, newKey('missing.png')];
    const { data } = await (await filesOf('ctMember')).createSignedUrls(paths, 60);
    expect(data?.map(({ path, error }) => [path, error])).toEqual([
      [key, null],
      [paths[1], 'Either the object does not exist or you do not have access to it'],
    ]);
    expect(await (await open(data?.[0]?.signedUrl ?? '')).text()).toBe('hello');
    const strangers = await (await filesOf('acmeMember')).createSignedUrls([key], 60);
    expect(strangers.data?.[0]?.signedUrl).toBeNull();
  });

  it('ends', async () => {
    const token = await sign({
      url: `training-data/${key}`,
      scope: 'download',
      exp: Math.floor(Date.now() / 1000) - 1,
    });
    const response = await open(
      `${stack.url}/storage/v1/object/sign/training-data/${encodeURI(key)}?token=${token}`,
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      statusCode: '400',
      code: 'InvalidJWT',
      error: 'InvalidJWT',
      message: '"exp" claim timestamp check failed',
    });
  });

  it('opens nothing else', async () => {
    const { search } = new URL(await signedUrl());
    for (const path of [
      newKey('other.png'),
      `${key}/x`,
      `creativetechnologists%2F..%2F${key}`,
      'acmecompany/a.png',
    ]) {
      const response = await open(`${stack.url}/storage/v1/object/sign/training-data/${path}${search}`);
      expect(await readRefusal(response)).toMatchObject({
        status: 400,
        code: expect.stringMatching(/InvalidSignature|InvalidKey/),
      });
    }
  });

  it('says that the object is gone once it is', async () => {
    const files = await filesOf('ctMember');
    await files.upload(newKey('short.png'), pixel());
    const { data } = await files.createSignedUrl(newKey('short.png'), 60);
    await files.remove([newKey('short.png')]);
    const response = await open(data?.signedUrl ?? '');
    expect(await response.json()).toMatchObject({ statusCode: '404', code: 'NoSuchKey' });
  });

  it.each([0, -1, 1.5, Number.MAX_SAFE_INTEGER])('is not made for %d seconds', async (seconds) => {
    const { error } = await (await filesOf('ctMember')).createSignedUrl(key, seconds);
    expect(error).toMatchObject({ status: 400, code: 'InvalidRequest' });
  });
});

describe('tokens of different kinds', () => {
  const address = (route: string) =>
    `${stack.url}/storage/v1/object/${route}/training-data/${encodeURI(key)}`;

  it('do not stand in for each other', async () => {
    const upload = await (await filesOf('ctMember')).createSignedUploadUrl(newKey('new.png'));
    const read = await open(
      `${stack.url}/storage/v1/object/sign/training-data/${newKey('new.png')}?token=${upload.data?.token}`,
    );
    expect(await read.json()).toMatchObject({
      code: 'InvalidSignature',
      message: 'Token is not scoped for download',
    });

    const token = new URL(await signedUrl()).searchParams.get('token') ?? '';
    const write = await (await filesOf('ctMember')).uploadToSignedUrl(key, token, pixel('changed'));
    expect(write.error).toMatchObject({
      code: 'InvalidSignature',
      message: 'Token is not scoped for upload',
    });
  });

  it("are never a person's token, nor the reverse", async () => {
    const person = await stack.tokenFor('ctAdmin');
    expect(await (await open(`${address('sign')}?token=${person}`)).json()).toMatchObject({
      code: 'InvalidJWT',
    });
    const forged = await sign({ url: `training-data/${key}`, scope: 'download' }, stack.secrets.jwtSecret);
    expect(await (await open(`${address('sign')}?token=${forged}`)).json()).toMatchObject({
      code: 'InvalidJWT',
    });

    const signed = await sign({
      sub: demoPeople.ctAdmin.id,
      role: 'service_role',
      scope: 'download',
    });
    const response = await open(address('authenticated'), {
      headers: { apikey: stack.secrets.publishableKey, authorization: `Bearer ${signed}` },
    });
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { statusCode: '403', code: 'AccessDenied' },
    ]);
  });

  it.each(['sign', 'upload/sign'])('are needed at /object/%s', async (route) => {
    const method = route === 'sign' ? 'GET' : 'PUT';
    const response = await open(address(route), { method, ...(method === 'PUT' && { body: 'x' }) });
    expect(await readRefusal(response)).toMatchObject({ status: 400, code: 'InvalidRequest' });
  });
});

describe('a signed upload', () => {
  it('stores the file for who asked for the address, without a key', async () => {
    const { data } = await (await filesOf('ctMember')).createSignedUploadUrl(newKey('signed.png'));
    const form = new FormData();
    form.append('cacheControl', '5');
    form.append('metadata', '{"a":1}');
    form.append('', pixel('by form'));
    const response = await open(data?.signedUrl ?? '', { method: 'PUT', body: form });
    expect([response.status, await response.json()]).toEqual([
      200,
      { Key: `training-data/${newKey('signed.png')}` },
    ]);
    const files = await filesOf('ctMember');
    expect((await files.info(newKey('signed.png'))).data).toMatchObject({
      cacheControl: 'max-age=5',
      metadata: { a: 1 },
    });
    expect((await files.remove([newKey('signed.png')])).data?.[0]).toMatchObject({
      owner_id: demoPeople.ctMember.id,
    });
  });

  it('happens once, unless it may replace', async () => {
    const files = await filesOf('ctMember');
    const { data } = await files.createSignedUploadUrl(newKey('once.png'));
    const token = data?.token ?? '';
    expect((await files.uploadToSignedUrl(newKey('once.png'), token, pixel('1'))).error).toBeNull();
    // The header says so, but the token decides.
    expect(
      (await files.uploadToSignedUrl(newKey('once.png'), token, pixel('2'), { upsert: true })).error,
    ).toMatchObject({ code: 'KeyAlreadyExists' });

    const service = (await stack.as('secretKey')).storage.from('training-data');
    const replacing = await service.createSignedUploadUrl(newKey('once.png'), { upsert: true });
    expect(
      (await files.uploadToSignedUrl(newKey('once.png'), replacing.data?.token ?? '', pixel('3'))).error,
    ).toBeNull();
    expect(await (await files.download(newKey('once.png'))).data?.text()).toBe('3');
  });

  it('keeps to the limits of its bucket', async () => {
    const files = await filesOf('ctMember');
    const { data } = await files.createSignedUploadUrl(newKey('text.png'));
    const { error } = await files.uploadToSignedUrl(
      newKey('text.png'),
      data?.token ?? '',
      new Blob(['x'], { type: 'text/plain' }),
    );
    expect(error).toMatchObject({ statusCode: '415', code: 'InvalidMimeType' });
  });

  it('is for one name', async () => {
    const files = await filesOf('ctMember');
    const { data } = await files.createSignedUploadUrl(newKey('this.png'));
    const { error } = await files.uploadToSignedUrl(newKey('that.png'), data?.token ?? '', pixel());
    expect(error).toMatchObject({ code: 'InvalidSignature' });
  });

  it('is not signed for an existing name', async () => {
    const { error } = await (await filesOf('ctMember')).createSignedUploadUrl(key);
    expect(error).toMatchObject({ statusCode: '409' });
  });
});

it('keeps the keys apart', async () => {
  const settings = {
    ...stack.secrets,
    signingKey: stack.secrets.jwtSecret,
    keys: stack.secrets,
    database: stack.database.owner,
    folder: '/nowhere',
  };
  await expect(createStorageService(settings)).rejects.toThrow('must not be the one for tokens');
  expect((await ask(stack, '/status')).status).toBe(200);
});
