import { expect, it } from 'vitest';
import { createUploadMemory, fingerprintOf } from './upload-memory.ts';

const createStorage = () => {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    key: (index: number) => [...values.keys()][index] ?? null,
    get length() {
      return values.size;
    },
  };
};

const picked = { file: new File(['abc'], 'a.png', { lastModified: 7 }), path: 'shoot/a.png' };
const owner = { brandId: 'acme', personId: 'ann' };

const begun = (creationTime = new Date(0).toISOString()) => ({
  size: 3,
  metadata: { bucketName: 'training-data', objectName: 'acme/a-1.png' },
  creationTime,
  urlStorageKey: '',
  uploadUrl: 'https://storage.test/1',
  parallelUploadUrls: null,
});

const open = (storage = createStorage(), as = owner, now = 1000) =>
  createUploadMemory(storage, as, () => now);

it('remembers an upload over a reload by the file that it was begun with', async () => {
  const storage = createStorage();
  const before = open(storage);
  await before.urlStorage.addUpload(before.fingerprintOf(picked), begun());
  const after = open(storage);
  expect(await after.urlStorage.findUploadsByFingerprint(after.fingerprintOf(picked))).toMatchObject([
    { uploadUrl: 'https://storage.test/1' },
  ]);
  const other = { ...picked, file: new File(['abcd'], 'a.png', { lastModified: 7 }) };
  expect(await after.urlStorage.findUploadsByFingerprint(after.fingerprintOf(other))).toEqual([]);
  expect(after.listBrokenOff()).toMatchObject([
    { name: 'a.png', storagePath: 'training-data/acme/a-1.png', isSent: false },
  ]);
});

it.each([
  ['of another brand', { brandId: 'acme2', personId: 'ann' }],
  ['of another person', { brandId: 'acme', personId: 'bob' }],
  ['of a brand whose name looks like both', { brandId: 'acme/ann', personId: '' }],
])('shows nothing %s, resumes nothing of it and removes nothing of it', async (_, stranger) => {
  const storage = createStorage();
  const own = open(storage);
  const fingerprint = own.fingerprintOf(picked);
  const key = await own.urlStorage.addUpload(fingerprint, begun());
  const theirs = open(storage, stranger);
  expect(theirs.listBrokenOff()).toEqual([]);
  expect(await theirs.urlStorage.findAllUploads()).toEqual([]);
  expect(await theirs.urlStorage.findUploadsByFingerprint(fingerprint)).toEqual([]);
  expect(fingerprintOf(stranger, picked)).not.toBe(fingerprint);
  await theirs.urlStorage.removeUpload(key);
  theirs.forget(fingerprint);
  theirs.markSent(fingerprint);
  expect(own.listBrokenOff()).toMatchObject([{ isSent: false }]);
});

it('knows what needs no file any more, and forgets what is done', async () => {
  const memory = open();
  const fingerprint = memory.fingerprintOf(picked);
  await memory.urlStorage.addUpload(fingerprint, begun());
  memory.markSent(fingerprint);
  expect(memory.listBrokenOff()).toMatchObject([{ isSent: true }]);
  memory.forget(fingerprint);
  expect(memory.listBrokenOff()).toEqual([]);
});

it('forgets what storage has forgotten, and what it cannot read', async () => {
  const storage = createStorage();
  const memory = open(storage, owner, 24 * 60 * 60 * 1000 + 1);
  await memory.urlStorage.addUpload(memory.fingerprintOf(picked), begun());
  storage.setItem('act.uploads:acme/ann/broken', '{"name": 1');
  expect(memory.listBrokenOff()).toEqual([]);
  expect(storage.length).toBe(0);
});

it('goes without where nothing can be kept', async () => {
  const full = {
    ...createStorage(),
    setItem: () => {
      throw new Error('full');
    },
  };
  const memory = open(full);
  await expect(memory.urlStorage.addUpload(memory.fingerprintOf(picked), begun())).resolves.toBeTypeOf(
    'string',
  );
});
