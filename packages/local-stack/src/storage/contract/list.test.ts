import type { SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStack, type TestStack } from '../../testing/start-stack.ts';
import { ask, pixel, readRefusal } from '../testing/storage-files.ts';

const keys = [
  'acme/b.png',
  'acme/A.png',
  'acme/sub/1.png',
  'acme/sub/deep/2.png',
  'acme/a_b.png',
  'acme/aXb.png',
  'acme/zebra/1.png',
  'acme2/c.png',
  'top.png',
];

let stack: TestStack;
let files: ReturnType<SupabaseClient['storage']['from']>;
beforeAll(async () => {
  stack = await startStack();
  const service = (await stack.as('secretKey')).storage;
  await service.createBucket('plain');
  files = service.from('plain');
  for (const key of keys) await files.upload(key, pixel());
});
afterAll(() => stack[Symbol.asyncDispose]());

const names = async (...options: Parameters<typeof files.list>) => {
  const { data, error } = await files.list(...options);
  expect(error).toBeNull();
  return data?.map(({ name, id }) => (id === null ? `${name}/` : name));
};

describe('list', () => {
  it('shows one level, with folders as rows of their own', async () => {
    expect(await names()).toEqual(['acme/', 'acme2/', 'top.png']);
    const { data } = await files.list();
    expect(data?.[0]).toEqual({
      name: 'acme',
      id: null,
      updated_at: null,
      created_at: null,
      last_accessed_at: null,
      metadata: null,
    });
    expect(data?.[2]).toMatchObject({
      id: expect.any(String),
      metadata: { mimetype: 'image/png' },
      created_at: expect.stringMatching(/T.*Z$/),
    });
  });

  it.each(['acme', 'acme/'])(
    'takes %s for the folder and not for the beginning of a name',
    async (folder) => {
      expect(await names(folder)).toEqual(['A.png', 'a_b.png', 'aXb.png', 'b.png', 'sub/', 'zebra/']);
    },
  );

  it('goes deeper', async () => {
    expect(await names('acme/sub')).toEqual(['1.png', 'deep/']);
    expect(await names('acme/nothing')).toEqual([]);
    expect(await names('acme%')).toEqual([]);
    expect(await names('acme_')).toEqual([]);
  });

  it.each([
    ['a', ['A.png', 'a_b.png', 'aXb.png']],
    ['a_', ['a_b.png']],
    ['%', []],
    ['sub', ['sub/']],
    ['sub/de', ['sub/deep/']],
    ['png', []],
  ])('searches names that begin with %j', async (search, expected) => {
    expect(await names('acme', { search })).toEqual(expected);
  });

  it('pages', async () => {
    expect(await names('acme', { limit: 2 })).toEqual(['A.png', 'a_b.png']);
    expect(await names('acme', { limit: 2, offset: 2 })).toEqual(['aXb.png', 'b.png']);
    expect(await names('acme', { limit: 5000, offset: 6 })).toEqual([]);
  });

  it('sorts', async () => {
    expect(await names('acme', { sortBy: { column: 'name', order: 'desc' } })).toEqual([
      'zebra/',
      'sub/',
      'b.png',
      'aXb.png',
      'a_b.png',
      'A.png',
    ]);
    expect(await names('acme', { sortBy: { column: 'created_at', order: 'asc' } })).toEqual([
      'sub/',
      'zebra/',
      'b.png',
      'A.png',
      'a_b.png',
      'aXb.png',
    ]);
    expect((await names('acme', { sortBy: { column: 'updated_at', order: 'desc' } }))?.slice(2)).toEqual([
      'aXb.png',
      'a_b.png',
      'A.png',
      'b.png',
    ]);
  });

  it.each([
    { limit: 0 },
    { offset: -1 },
    { sortBy: { column: 'name; drop table' } },
    { sortBy: { order: 'up' } },
  ])('refuses %j', async (options) => {
    expect((await files.list('acme', options)).error).toMatchObject({ status: 400, code: 'InvalidRequest' });
  });

  it('finds nothing in a bucket that is not there', async () => {
    expect((await (await stack.as('ctMember')).storage.from('nowhere').list()).data).toEqual([]);
  });

  it('refuses what is no JSON', async () => {
    const response = await ask(stack, '/object/list/plain', { as: 'secretKey', method: 'POST', body: '{' });
    expect(await readRefusal(response)).toMatchObject({ status: 400, code: 'InvalidRequest' });
  });
});

describe('listV2', () => {
  it('shows all below a prefix', async () => {
    const { data } = await files.listV2({ prefix: 'acme/' });
    expect(data?.objects.map(({ name }) => name)).toEqual([
      'acme/A.png',
      'acme/aXb.png',
      'acme/a_b.png',
      'acme/b.png',
      'acme/sub/1.png',
      'acme/sub/deep/2.png',
      'acme/zebra/1.png',
    ]);
    expect(data).toMatchObject({ hasNext: false, folders: [] });
    expect(data?.nextCursor).toBeUndefined();
    expect((await files.listV2()).data?.objects).toHaveLength(keys.length);
    expect((await files.listV2({ prefix: 'acme_' })).data?.objects).toEqual([]);
  });

  it('shows one level, folders apart', async () => {
    const { data } = await files.listV2({ prefix: 'acme/', with_delimiter: true });
    expect(data?.folders).toEqual([
      { name: 'acme/sub/', key: 'sub' },
      { name: 'acme/zebra/', key: 'zebra' },
    ]);
    expect(data?.objects.map(({ name, key }) => [name, key])).toEqual([
      ['acme/A.png', 'A.png'],
      ['acme/aXb.png', 'aXb.png'],
      ['acme/a_b.png', 'a_b.png'],
      ['acme/b.png', 'b.png'],
    ]);
  });

  it.each([
    { prefix: 'acme', sortBy: { column: 'name', order: 'asc' } },
    { prefix: 'acme', sortBy: { column: 'name', order: 'desc' } },
    { prefix: '', sortBy: { column: 'created_at', order: 'asc' } },
    { prefix: '', sortBy: { column: 'updated_at', order: 'desc' } },
    { prefix: 'acme/', with_delimiter: true },
    { prefix: 'acme/', with_delimiter: true, sortBy: { column: 'created_at', order: 'desc' } },
  ] as const)('pages without gaps or repeats: %j', async (options) => {
    const whole = (await files.listV2(options)).data;
    const all = [...(whole?.folders ?? []), ...(whole?.objects ?? [])].map(({ name }) => name);
    const seen: string[] = [];
    const { sortBy: _sortBy, ...rest } = { sortBy: null, ...options };
    let page = (await files.listV2({ ...options, limit: 2 })).data;
    for (;;) {
      seen.push(...[...(page?.folders ?? []), ...(page?.objects ?? [])].map(({ name }) => name));
      if (!page?.hasNext) break;
      // The cursor knows the order by itself.
      page = (await files.listV2({ ...rest, limit: 2, cursor: page.nextCursor ?? '' })).data;
    }
    expect(seen.toSorted()).toEqual(all.toSorted());
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each(['x', 'e30', Buffer.from('{"after":1}').toString('base64url')])(
    'refuses the cursor %s',
    async (cursor) => {
      expect((await files.listV2({ cursor })).error).toMatchObject({ code: 'InvalidParameter' });
    },
  );
});
