import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Upload } from '@tus/server';
import { expect, it } from 'vitest';
import { demoPeople } from '../../database/demo-people.ts';
import { startStack } from '../../testing/start-stack.ts';
import { allowEveryWayToAdd } from '../testing/allow-every-way-to-add.ts';
import { createOwnService } from '../testing/own-service.ts';
import { listStoredFiles, newKey } from '../testing/storage-files.ts';
import { createFinisher } from './finish-upload.ts';
import { createUploadRecords, type UploadRecord } from './upload-records.ts';
import { UploadStore } from './upload-store.ts';

const ownerId = demoPeople.ctMember.id;
const caller = { role: 'authenticated', claims: { role: 'authenticated', sub: ownerId }, userId: ownerId };

const forget = (record: UploadRecord | null) =>
  record && { ...record, intent: { ...record.intent, isStored: false } };

it('makes an upload an object once, however often it is asked to', async () => {
  await using stack = await startStack();
  await allowEveryWayToAdd(stack);
  await using own = createOwnService(stack);
  const folder = join(stack.storageFolder, 'uploads');
  const records = createUploadRecords(folder);
  const store = new UploadStore({ folder, records, expiresAfterMs: 60_000 });
  const finish = createFinisher({ parts: own.parts, records, store });

  const id = randomUUID();
  const path = { bucketId: 'training-data', key: newKey() };
  const content = { mimetype: 'image/png', cacheControl: 'no-cache' };
  const intent = { path, caller, ownerId, upsert: false, operation: 'test' };
  records.prepare(id, {
    path,
    content,
    userMetadata: null,
    ownerId,
    upsert: false,
    holder: '',
    isStored: false,
  });
  await store.create(new Upload({ id, size: 5, offset: 0 }));
  await writeFile(store.pathOf(id), 'hello');

  await Promise.all([finish(id, intent), finish(id, intent)]);
  await finish(id, intent);
  // Another process, or this one before it was killed, may have done it without a note.
  const uninformed = { ...records, find: async (some: string) => forget(await records.find(some)) };
  await createFinisher({ parts: own.parts, records: uninformed, store })(id, intent);
  expect(await listStoredFiles(stack)).toEqual([`training-data/${id}`]);
  const { data } = await (await stack.as('ctMember')).storage.from('training-data').download(path.key);
  expect(await data?.text()).toBe('hello');
});
