import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { connect } from '../../database/connection.ts';
import { demoPeople } from '../../database/demo-people.ts';
import { startStack, type TestStack } from '../../testing/start-stack.ts';
import { until } from '../../testing/until.ts';
import { startDatabaseProxy } from '../testing/database-proxy.ts';
import { createOwnService, storageLogin } from '../testing/own-service.ts';
import { ask, createSlowBody, listStoredFiles, newKey, readRefusal } from '../testing/storage-files.ts';

const sendSlowly = (stack: TestStack, key: string) => {
  const body = createSlowBody();
  const response = ask(stack, `/object/training-data/${key}`, {
    as: 'ctMember',
    method: 'POST',
    body: body.stream,
    duplex: 'half',
    headers: { 'content-type': 'image/png' },
  });
  return { body, response };
};

const send = (stack: TestStack, key = newKey()) =>
  ask(stack, `/object/training-data/${key}`, {
    as: 'ctMember',
    method: 'POST',
    body: 'x',
    headers: { 'content-type': 'image/png' },
  });

const isReceiving = async (stack: TestStack) =>
  (await listStoredFiles(stack)).some((file) => file.endsWith('.part'));

it('says that the disk is full, keeps nothing and goes on', async () => {
  await using stack = await startStack();
  let isFull = true;
  await using own = createOwnService(stack, {
    openFile: (path) => {
      const file = createWriteStream(path);
      return new Writable({
        write: (chunk, _encoding, done) =>
          isFull
            ? done(Object.assign(new Error('no space left on device'), { code: 'ENOSPC', syscall: 'write' }))
            : file.write(chunk, done),
        final: (done) => file.end(done),
      });
    },
  });
  expect(await readRefusal(await send(own.stack))).toEqual({
    status: 507,
    statusCode: '507',
    code: 'InsufficientStorage',
    message: 'The disk that holds the stored files is full. Free some space and try again.',
  });
  expect(await listStoredFiles(stack)).toEqual([]);
  isFull = false;
  expect((await send(own.stack)).status).toBe(200);
});

describe('a database that goes away', () => {
  it('before an upload is refused plainly, and is used again once it is back', async () => {
    await using stack = await startStack();
    await using proxy = await startDatabaseProxy(storageLogin(stack));
    await using own = createOwnService(stack, { database: proxy.address });
    await Promise.all(Array.from({ length: 5 }, () => send(own.stack)));
    await proxy.cut();
    expect(await readRefusal(await send(own.stack))).toMatchObject({ status: 503, code: 'DatabaseError' });
    await proxy.restore();
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(own.stack)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200));
  });

  it('and was back before anybody noticed is asked again', async () => {
    await using stack = await startStack();
    await using proxy = await startDatabaseProxy(storageLogin(stack));
    await using own = createOwnService(stack, { database: proxy.address });
    const begin = () => own.parts.database.transaction('test', async () => 'answered');
    await Promise.all([begin(), begin(), begin()]);
    proxy.breakConnections();
    expect(await begin()).toBe('answered');
  });

  it('during an upload leaves nothing half done', async () => {
    await using stack = await startStack();
    await using proxy = await startDatabaseProxy(storageLogin(stack));
    await using own = createOwnService(stack, { database: proxy.address });
    const key = newKey();
    const { body, response } = sendSlowly(own.stack, key);
    body.send(1000);
    await until('the upload has begun', () => isReceiving(stack));
    await proxy.cut();
    body.end();
    expect(await readRefusal(await response)).toMatchObject({
      status: 503,
      message: expect.stringContaining('cannot be reached'),
    });
    expect(await listStoredFiles(stack)).toEqual([]);
    await proxy.restore();
    expect((await send(own.stack, key)).status).toBe(200);
  });

  it('before its last answer keeps the bytes, since the row may be there', async () => {
    await using stack = await startStack();
    await using proxy = await startDatabaseProxy(storageLogin(stack));
    await using own = createOwnService(stack, { database: proxy.address });
    const key = newKey();
    const { body, response } = sendSlowly(own.stack, key);
    body.send(1000);
    await until('the upload has begun', () => isReceiving(stack));
    proxy.swallowNextCommit();
    body.end();
    expect((await response).status).toBe(503);
    const { data } = await (await stack.as('ctMember')).storage.from('training-data').download(key);
    expect(data?.size).toBe(1000);
  });
});

it('lets nobody finish who was removed meanwhile', async () => {
  await using stack = await startStack();
  const key = newKey();
  const { body, response } = sendSlowly(stack, key);
  body.send(1000);
  await until('the upload has begun', () => isReceiving(stack));
  {
    await using client = await connect(stack.database.superuser);
    await client.query('delete from public.brand_users where user_id = $1', [demoPeople.ctMember.id]);
  }
  body.end();
  expect(await readRefusal(await response)).toMatchObject({
    statusCode: '403',
    code: 'AccessDenied',
    message: 'new row violates row-level security policy',
  });
  expect(await listStoredFiles(stack)).toEqual([]);
});

it('lets nobody finish in a bucket that is gone', async () => {
  await using stack = await startStack();
  const { storage } = await stack.as('secretKey');
  await storage.createBucket('passing');
  const body = createSlowBody();
  const response = ask(stack, '/object/passing/a', {
    as: 'secretKey',
    method: 'POST',
    body: body.stream,
    duplex: 'half',
  });
  body.send(1000);
  await until('the upload has begun', () => isReceiving(stack));
  expect((await storage.deleteBucket('passing')).error).toBeNull();
  body.end();
  expect(await readRefusal(await response)).toMatchObject({ status: 400, statusCode: '404' });
  expect(await listStoredFiles(stack)).toEqual([]);
});
