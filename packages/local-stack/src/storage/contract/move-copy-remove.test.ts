import { beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../database/connection.ts';
import { demoPeople } from '../../database/demo-people.ts';
import { allowEveryWayToAdd } from '../testing/allow-every-way-to-add.ts';
import { ask, brand, listStoredFiles, newKey, pixel } from '../testing/storage-files.ts';
import { useStack } from '../testing/use-stack.ts';

const a = newKey('a.png');
const b = newKey('b.png');

const stack = useStack();
beforeAll(() => allowEveryWayToAdd(stack));

describe('move', () => {
  it('gives another name to the same bytes', async () => {
    const files = (await stack.as('secretKey')).storage.from('training-data');
    await files.upload(a, pixel('one'), { metadata: { kept: true } });
    const before = (await files.info(a)).data;
    expect((await files.move(a, b)).data).toMatchObject({ message: 'Successfully moved' });
    expect((await files.exists(a)).data).toBe(false);
    expect(await (await files.download(b)).data?.text()).toBe('one');
    expect((await files.info(b)).data).toMatchObject({
      id: before?.id,
      metadata: { kept: true },
      contentType: 'image/png',
    });
    expect(await listStoredFiles(stack)).toHaveLength(1);
  });

  it('goes to another bucket, bytes and all', async () => {
    const { storage } = await stack.as('secretKey');
    await storage.from('training-data').upload(a, pixel('one'));
    const { error } = await storage
      .from('training-data')
      .move(a, b, { destinationBucket: 'generated-content' });
    expect(error).toBeNull();
    expect((await storage.from('training-data').exists(a)).data).toBe(false);
    expect(await (await storage.from('generated-content').download(b)).data?.text()).toBe('one');
    expect(await listStoredFiles(stack)).toEqual([expect.stringMatching(/^generated-content\//)]);
  });

  it('does not step on another object, nor move what is not there', async () => {
    const files = (await stack.as('secretKey')).storage.from('training-data');
    await files.upload(a, pixel('one'));
    await files.upload(b, pixel('two'));
    expect((await files.move(a, b)).error).toMatchObject({ statusCode: '409' });
    expect((await files.move(newKey('c.png'), newKey('d.png'))).error).toMatchObject({
      code: 'NoSuchKey',
      statusCode: '404',
    });
    expect((await files.move(a, b, { destinationBucket: 'nowhere' })).error).toMatchObject({
      statusCode: '404',
    });
    expect((await files.move(a, '../b.png')).error).toMatchObject({ code: 'InvalidKey' });
    expect((await files.move(a, a)).error).toBeNull();
    expect(await (await files.download(a)).data?.text()).toBe('one');
    expect(await (await files.download(b)).data?.text()).toBe('two');
    expect(await listStoredFiles(stack)).toHaveLength(2);
  });
});

describe('copy', () => {
  it('makes a second object with what the first says of itself', async () => {
    const files = (await stack.as('ctMember')).storage.from('training-data');
    await files.upload(a, pixel('one'), { metadata: { kept: true }, cacheControl: '9' });
    const { data } = await files.copy(a, b);
    expect(data?.path).toBe(`training-data/${b}`);
    expect((await files.info(b)).data).toMatchObject({
      metadata: { kept: true },
      cacheControl: 'max-age=9',
      size: 3,
    });
    await files.remove([a]);
    expect(await (await files.download(b)).data?.text()).toBe('one');
  });

  it('belongs to who copied', async () => {
    await (await stack.as('ctMember')).storage.from('training-data').upload(a, pixel('one'));
    const files = (await stack.as('ctAdmin')).storage.from('training-data');
    await files.copy(a, b);
    expect((await files.remove([b])).data?.[0]).toMatchObject({
      owner_id: demoPeople.ctAdmin.id,
    });
  });

  it('can say something else of itself', async () => {
    const files = (await stack.as('ctMember')).storage.from('training-data');
    await files.upload(a, pixel('one'), { metadata: { kept: false } });
    const metadata = { cacheControl: 'max-age=1', mimetype: 'image/webp' };
    expect((await files.copy(a, b, { copyMetadata: false, metadata })).error).toBeNull();
    expect((await files.info(b)).data).toMatchObject({
      contentType: 'image/webp',
      cacheControl: 'max-age=1',
      metadata: null,
    });
    const evil = { copyMetadata: false, metadata: { mimetype: 'image/png\r\nx: y' } };
    expect((await files.copy(a, newKey('c.png'), evil)).error).toMatchObject({ code: 'InvalidMimeType' });
  });

  it('goes to another bucket, and does not replace', async () => {
    const { storage } = await stack.as('secretKey');
    await storage.from('training-data').upload(a, pixel('one'));
    await storage.from('generated-content').upload(b, pixel('two'));
    const to = { destinationBucket: 'generated-content' };
    expect((await storage.from('training-data').copy(a, b, to)).error).toMatchObject({ statusCode: '409' });
    expect((await storage.from('training-data').copy(a, a, to)).error).toBeNull();
    expect(
      (await storage.from('training-data').copy(a, a, { destinationBucket: 'nowhere' })).error,
    ).toMatchObject({ statusCode: '404' });
    expect(await (await storage.from('generated-content').download(a)).data?.text()).toBe('one');
    expect(await (await storage.from('generated-content').download(b)).data?.text()).toBe('two');
    expect(await listStoredFiles(stack)).toHaveLength(3);
  });

  it('replaces where it may', async () => {
    const files = (await stack.as('secretKey')).storage.from('training-data');
    await files.upload(a, pixel('one'));
    await files.upload(b, pixel('two'));
    const body = JSON.stringify({ bucketId: 'training-data', sourceKey: a, destinationKey: b });
    const response = await ask(stack, '/object/copy', {
      as: 'secretKey',
      method: 'POST',
      body,
      headers: { 'x-upsert': 'true' },
    });
    expect(await response.json()).toMatchObject({ Key: `training-data/${b}` });
    expect(await (await files.download(b)).data?.text()).toBe('one');
    expect(await listStoredFiles(stack)).toHaveLength(2);
  });

  it('refuses versions, which hosted has switched off', async () => {
    const files = (await stack.as('ctMember')).storage.from('training-data');
    await files.upload(a, pixel('one'));
    const { error } = await files.copy(a, b, { sourceVersionId: 'x' });
    expect(error?.message).toContain('versions are not enabled');
  });
});

describe('remove', () => {
  it('takes bytes and rows, and says what it took', async () => {
    const files = (await stack.as('ctMember')).storage.from('training-data');
    const keys = Array.from({ length: 12 }, (_, index) => newKey(`${index}.png`));
    await Promise.all(keys.map((key) => files.upload(key, pixel())));
    const { data } = await files.remove([...keys.slice(0, 10), newKey('missing.png')]);
    expect(data?.map(({ name }) => name).toSorted()).toEqual(keys.slice(0, 10).toSorted());
    expect(await listStoredFiles(stack)).toHaveLength(2);
    expect((await files.list(brand)).data).toHaveLength(2);
  });

  it.each([[[]], [Array.from({ length: 1001 }, () => 'a')], [[{ path: a, versionId: 'x' }]]])(
    'refuses %j',
    async (paths) => {
      const { error } = await (await stack.as('ctMember')).storage.from('training-data').remove(paths);
      expect(error).toMatchObject({ status: 400, code: 'InvalidRequest' });
    },
  );

  it('takes a single object by its address, and tells strangers nothing', async () => {
    const files = (await stack.as('ctMember')).storage.from('training-data');
    await files.upload(a, pixel());
    const path = `/object/training-data/${a}`;
    for (const as of ['acmeAdmin', 'ctViewer', 'anonymous'] as const) {
      expect(await (await ask(stack, path, { as, method: 'DELETE' })).json()).toMatchObject({
        code: 'NoSuchKey',
      });
    }
    expect(await (await ask(stack, path, { as: 'ctMember', method: 'DELETE' })).json()).toEqual({
      message: 'Successfully deleted',
    });
    expect(await listStoredFiles(stack)).toEqual([]);
  });
});

describe('a row that something else has written', () => {
  it.each([null, 'x', '../../../../etc/hostname', '..'])(
    'with the version %j leads to no file',
    async (version) => {
      const key = newKey('foreign.png');
      {
        await using client = await connect(stack.database.superuser);
        await client.query('insert into storage.objects (bucket_id, name, version) values ($1, $2, $3)', [
          'training-data',
          key,
          version,
        ]);
      }
      const files = (await stack.as('ctAdmin')).storage.from('training-data');
      expect((await files.list(brand)).data?.map(({ name }) => name)).toEqual(['foreign.png']);
      expect((await files.info(key)).data).toMatchObject({
        size: 0,
        contentType: 'application/octet-stream',
      });
      expect((await files.download(key)).error).toMatchObject({ code: 'NoSuchKey' });
      expect((await files.copy(key, newKey('copy.png'))).error).toMatchObject({ code: 'NoSuchKey' });
      expect((await files.remove([key])).data).toHaveLength(1);
    },
  );
});
