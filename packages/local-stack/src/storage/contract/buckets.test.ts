import { describe, expect, it } from 'vitest';
import { ask, listStoredFiles, newKey, pixel } from '../testing/storage-files.ts';
import { useStack } from '../testing/use-stack.ts';

const stack = useStack();

describe('with the secret key', () => {
  it('makes, shows, changes and deletes a bucket', async () => {
    const { storage } = await stack.as('secretKey');
    const settings = { public: true, fileSizeLimit: '2KB', allowedMimeTypes: ['image/*'] };
    expect(await storage.createBucket('mine', settings)).toEqual({ data: { name: 'mine' }, error: null });
    expect((await storage.getBucket('mine')).data).toEqual({
      id: 'mine',
      name: 'mine',
      owner: null,
      public: true,
      file_size_limit: 2000,
      allowed_mime_types: ['image/*'],
      created_at: expect.stringMatching(/T.*Z$/),
      updated_at: expect.stringMatching(/T.*Z$/),
    });
    expect((await storage.updateBucket('mine', { public: false, fileSizeLimit: null })).data?.message).toBe(
      'Successfully updated',
    );
    expect((await storage.getBucket('mine')).data).toMatchObject({
      public: false,
      file_size_limit: null,
      allowed_mime_types: ['image/*'],
    });
    expect((await storage.deleteBucket('mine')).data?.message).toBe('Successfully deleted');
    expect((await storage.getBucket('mine')).error).toMatchObject({
      code: 'NoSuchBucket',
      statusCode: '404',
      message: 'Bucket not found',
    });
  });

  it('lists them by page, order and search', async () => {
    const { storage } = await stack.as('secretKey');
    const ids = async (...options: Parameters<typeof storage.listBuckets>) =>
      (await storage.listBuckets(...options)).data?.map(({ id }) => id);
    expect((await ids())?.toSorted()).toEqual([
      'archives',
      'brand-documents',
      'generated-content',
      'models',
      'training-data',
    ]);
    expect(await ids({ sortColumn: 'name', sortOrder: 'desc', limit: 2, offset: 1 })).toEqual([
      'models',
      'generated-content',
    ]);
    expect(await ids({ search: 'A-D' })).toEqual([]);
    expect(await ids({ search: 'DATA' })).toEqual(['training-data']);
    expect(await ids({ search: '%' })).toEqual([]);
    expect((await storage.listBuckets({ limit: -1 })).error).toMatchObject({ code: 'InvalidRequest' });
  });

  it.each(['', '.', '..', 'a/b', 'ä', ' a', 'x'.repeat(101)])('refuses the name %j', async (name) => {
    expect((await (await stack.as('secretKey')).storage.createBucket(name)).error).toMatchObject({
      code: 'InvalidBucketName',
    });
  });

  it('refuses a second bucket of a name, and settings that are none', async () => {
    const { storage } = await stack.as('secretKey');
    expect((await storage.createBucket('models')).error).toMatchObject({
      code: 'BucketAlreadyExists',
      statusCode: '409',
    });
    expect((await storage.createBucket('a', { public: false, fileSizeLimit: 'much' })).error).toMatchObject({
      code: 'InvalidRequest',
    });
    expect((await storage.createBucket('a', { public: false, allowedMimeTypes: ['x'] })).error).toMatchObject(
      { code: 'InvalidMimeType' },
    );
    expect((await storage.createBucket('a', { public: false, type: 'ANALYTICS' })).error).toMatchObject({
      code: 'FeatureNotEnabled',
    });
    expect(
      (await storage.createBucket('a', { public: false, versioningStatus: 'ENABLED' })).error,
    ).toMatchObject({ code: 'InvalidRequest' });
    expect((await storage.updateBucket('nowhere', { public: true })).error).toMatchObject({
      code: 'NoSuchBucket',
    });
  });

  it('deletes only what is empty, and can empty it', async () => {
    const { storage } = await stack.as('secretKey');
    await storage.createBucket('full');
    for (const key of ['a', 'b/c', 'd/e/f']) await storage.from('full').upload(key, pixel());
    expect((await storage.deleteBucket('full')).error).toMatchObject({
      code: 'ResourceNotEmpty',
      statusCode: '409',
    });
    expect((await storage.emptyBucket('full')).error).toBeNull();
    expect((await storage.from('full').list()).data).toEqual([]);
    expect(await listStoredFiles(stack)).toEqual([]);
    expect((await storage.deleteBucket('full')).error).toBeNull();
    expect((await storage.emptyBucket('full')).error).toMatchObject({ code: 'NoSuchBucket' });
  });

  it('keeps strange names in its own folder', async () => {
    const { storage } = await stack.as('secretKey');
    for (const name of ['a.b', 'A.B', '...', "it's", 'con']) {
      await storage.createBucket(name);
      expect((await storage.from(name).upload('x', pixel(name))).error).toBeNull();
      expect(await (await storage.from(name).download('x')).data?.text()).toBe(name);
    }
    // Written so that no file system takes two of them for one, or a name for a way up.
    const folders = (await listStoredFiles(stack)).map((path) => path.split('/')[0]);
    expect(folders.toSorted()).toEqual(['%2e%2e%2e', '%41%2e%42', 'a%2eb', 'con', 'it%27s']);
  });
});

describe.each(['anonymous', 'acmeAdmin', 'ctAdmin'] as const)('as %s', (actor) => {
  it('sees and changes no bucket', async () => {
    const { storage } = await stack.as(actor);
    expect((await storage.listBuckets()).data).toEqual([]);
    expect((await storage.getBucket('models')).error).toMatchObject({ code: 'NoSuchBucket' });
    expect((await storage.createBucket('mine')).error).toMatchObject({
      statusCode: '403',
      code: 'AccessDenied',
    });
    expect((await storage.updateBucket('models', { public: true })).error).toMatchObject({
      code: 'NoSuchBucket',
    });
    expect((await storage.deleteBucket('archives')).error).toMatchObject({ code: 'NoSuchBucket' });
    expect((await storage.emptyBucket('models')).error).toMatchObject({
      status: 403,
      message: 'Access denied: Invalid role',
    });
    const service = (await stack.as('secretKey')).storage;
    expect((await service.getBucket('models')).data?.public).toBe(false);
    expect((await service.getBucket('archives')).error).toBeNull();
  });
});

describe('what a free project has not', () => {
  it('is refused as hosted refuses it', async () => {
    const off = { status: 403, statusCode: '403', code: 'FeatureNotEnabled' };
    const service = (await stack.as('secretKey')).storage;
    const member = (await stack.as('ctMember')).storage;
    expect(
      (await member.from('training-data').download(newKey(), { transform: { width: 10 } })).error,
    ).toMatchObject(off);
    expect((await service.purgeBucketCache('models')).error).toMatchObject(off);
    expect((await service.from('models').purgeCache('a')).error).toMatchObject(off);
    expect((await member.from('models').purgeCache('a')).error).toMatchObject({
      status: 403,
      code: 'AccessDenied',
    });
    expect((await service.getBucketLifecycle('models')).error).toMatchObject(off);
    expect((await member.from('training-data').download(newKey(), { versionId: 'x' })).error).toMatchObject(
      off,
    );
    expect((await member.from('training-data').info(newKey(), { versionId: 'x' })).error).toMatchObject(off);
    const { publicUrl } = service.from('models').getPublicUrl('a', { transform: { width: 10 } }).data;
    expect((await stack.fetch(new Request(publicUrl))).status).toBe(403);
  });

  it.each(['/nothing', '/object', '/object/', '/bucket/a/b/c'])('there is nothing at %s', async (path) => {
    const response = await ask(stack, path, { as: 'secretKey' });
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { error: 'Not Found', statusCode: '404' },
    ]);
  });
});
