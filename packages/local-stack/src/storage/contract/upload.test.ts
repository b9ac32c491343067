import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoPeople } from '../../database/demo-people.ts';
import { brand, listStoredFiles, newKey, pixel } from '../testing/storage-files.ts';
import { useStack } from '../testing/use-stack.ts';

const text = 'Größe: 1 € of bytes';
const type = 'image/png';

function toForm(): FormData {
  const form = new FormData();
  form.append('file', new File([text], 'a.png', { type }));
  return form;
}

const bodies = {
  Blob: () => new Blob([text], { type }),
  File: () => new File([text], 'ä.png', { type }),
  FormData: toForm,
  Buffer: () => Buffer.from(text),
  Uint8Array: () => new TextEncoder().encode(text),
  ArrayBuffer: () => new TextEncoder().encode(text).buffer,
  string: () => text,
  'web stream': () => new Blob([text]).stream(),
};

describe.each([{ listen: false }, { listen: true }])('to a stack ($listen)', (options) => {
  const stack = useStack(options);

  it.each(Object.entries(bodies))('stores a %s', async (_name, create) => {
    const files = (await stack.as('ctMember')).storage.from('training-data');
    const key = newKey();
    const { data, error } = await files.upload(key, create(), {
      contentType: type,
      cacheControl: '77',
      metadata: { from: 'ü' },
    });
    expect(error).toBeNull();
    expect(data).toEqual({ id: expect.any(String), path: key, fullPath: `training-data/${key}` });
    expect(await (await files.download(key)).data?.text()).toBe(text);
    expect((await files.info(key)).data).toMatchObject({
      id: data?.id,
      size: Buffer.byteLength(text),
      contentType: type,
      cacheControl: 'max-age=77',
      metadata: { from: 'ü' },
    });
  });
});

const stack = useStack({ listen: true });

it('stores a Node stream', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'act-upload-'));
  await writeFile(join(folder, 'file'), text);
  const files = (await stack.as('ctMember')).storage.from('training-data');
  const key = newKey();
  const { error } = await files.upload(key, createReadStream(join(folder, 'file')), { contentType: type });
  expect(error).toBeNull();
  expect(await (await files.download(key)).data?.text()).toBe(text);
  await rm(folder, { recursive: true });
});

it('stores nothing at all as an empty file', async () => {
  const files = (await stack.as('ctMember')).storage.from('training-data');
  for (const body of [new Uint8Array(), new Blob([], { type })]) {
    const key = newKey();
    expect((await files.upload(key, body, { contentType: type })).error).toBeNull();
    expect((await files.download(key)).data?.size).toBe(0);
  }
});

it('records who uploaded and what, in hosted columns', async () => {
  const files = (await stack.as('ctMember')).storage.from('training-data');
  await files.upload(newKey('a.png'), pixel('hello'));
  const [row] = (await files.list(brand)).data ?? [];
  expect(row?.metadata).toEqual({
    eTag: '"5d41402abc4b2a76b9719d911017c592"',
    size: 5,
    mimetype: type,
    cacheControl: 'max-age=3600',
    lastModified: expect.any(String),
    contentLength: 5,
    httpStatusCode: 200,
  });
  const [removed] = (await files.remove([newKey('a.png')])).data ?? [];
  expect(removed).toMatchObject({
    owner_id: demoPeople.ctMember.id,
    owner: demoPeople.ctMember.id,
    bucket_id: 'training-data',
  });
});

it('refuses a second file under one name, and lets the secret key replace it', async () => {
  const member = (await stack.as('ctMember')).storage.from('training-data');
  const service = (await stack.as('secretKey')).storage.from('training-data');
  const key = newKey();
  const first = await member.upload(key, pixel('one'));
  expect((await member.upload(key, pixel('two'))).error).toMatchObject({
    status: 400,
    statusCode: '409',
    code: 'KeyAlreadyExists',
    message: 'The resource already exists',
  });
  const second = await service.upload(key, pixel('three'), { upsert: true });
  expect(second.data?.id).toBe(first.data?.id);
  const third = await service.update(key, pixel('four'));
  expect(third.error).toBeNull();
  expect(await (await member.download(key)).data?.text()).toBe('four');
  expect(await listStoredFiles(stack)).toHaveLength(1);
});

it('lets one of several win a race for a name', async () => {
  const files = (await stack.as('ctMember')).storage.from('training-data');
  const key = newKey();
  const contents = ['one', 'two', 'three'].map((word) => word.repeat(100_000));
  const answers = await Promise.all(contents.map((content) => files.upload(key, pixel(content))));
  expect(answers.map(({ error }) => error?.message ?? 'stored').sort()).toEqual([
    'The resource already exists',
    'The resource already exists',
    'stored',
  ]);
  const winner = answers.findIndex(({ error }) => error === null);
  expect(await (await files.download(key)).data?.text()).toBe(contents[winner]);
  expect(await listStoredFiles(stack)).toHaveLength(1);
});

it('keeps one file of many that replace each other at once', async () => {
  const files = (await stack.as('secretKey')).storage.from('training-data');
  const key = newKey();
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      files.upload(key, pixel(`${index}`.repeat(50_000)), { upsert: true }),
    ),
  );
  expect(answers.filter(({ error }) => error !== null)).toEqual([]);
  expect(await listStoredFiles(stack)).toHaveLength(1);
  expect(await (await files.download(key)).data?.text()).toMatch(/^(\d)\1{49999}$/);
});

it('lets `a` and `a/b` live side by side', async () => {
  const files = (await stack.as('ctMember')).storage.from('training-data');
  for (const key of [newKey('a'), newKey('a/b'), newKey('a/b/c'), newKey(`${'long'.repeat(70)}`)]) {
    expect((await files.upload(key, pixel(key))).error).toBeNull();
    expect(await (await files.download(key)).data?.text()).toBe(key);
  }
});
