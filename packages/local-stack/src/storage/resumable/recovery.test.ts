import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Upload } from 'tus-js-client';
import { describe, expect, it } from 'vitest';
import { connect } from '../../database/connection.ts';
import { startStack, type TestStack } from '../../testing/start-stack.ts';
import { until } from '../../testing/until.ts';
import { listStoredFiles, newKey } from '../testing/storage-files.ts';
import { startStorageProcess } from './testing/storage-process.ts';
import { tusRequest } from './testing/tus-request.ts';
import { tusOptions } from './testing/upload-resumably.ts';

const megabyte = 1024 * 1024;
const content = randomBytes(5 * megabyte);
const script = fileURLToPath(new URL('./testing/upload-file.ts', import.meta.url));

async function download(stack: TestStack, key: string): Promise<Buffer> {
  const { data } = await (await stack.as('ctMember')).storage.from('training-data').download(key);
  return Buffer.from(new Uint8Array((await data?.arrayBuffer()) ?? []));
}

/** Uploads to a service that may die meanwhile, as a patient client does. */
async function uploadPatiently(
  stack: TestStack,
  key: string,
  onChunk: (offset: number) => void,
): Promise<void> {
  const options = await tusOptions(stack, 'ctMember', { key, chunkSize: megabyte });
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(content, {
      ...options,
      retryDelays: Array.from({ length: 100 }, () => 100),
      onChunkComplete: (_size, offset) => onChunk(offset),
      onSuccess: () => resolve(),
      onError: reject,
    });
    upload.start();
  });
}

describe('an upload', () => {
  it('goes on after its client was killed', async () => {
    await using stack = await startStack({ listen: true });
    const folder = await mkdtemp(join(tmpdir(), 'act-resume-'));
    const path = join(folder, 'file');
    await writeFile(path, content);
    const key = newKey();
    const { fingerprint: _function, ...options } = await tusOptions(stack, 'ctMember', {
      key,
      chunkSize: megabyte,
    });
    const start = () => {
      const args = [script, path, JSON.stringify(options), join(folder, 'memory')];
      const client = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
      return { client, lines: createInterface(client.stdout) };
    };

    const first = start();
    await once(first.lines, 'line');
    first.client.kill('SIGKILL');
    await once(first.client, 'exit');
    expect(await (await stack.as('ctMember')).storage.from('training-data').exists(key)).toMatchObject({
      data: false,
    });

    const printed: string[] = [];
    for await (const line of start().lines) printed.push(line);
    expect(printed.at(-1)).toBe('done');
    // The first chunk that the second client sent was not the first of the file.
    expect(Number(printed[0])).toBeGreaterThan(megabyte);
    expect((await download(stack, key)).equals(content)).toBe(true);
    await rm(folder, { recursive: true });
  });

  it('goes on by itself after the service was killed', async () => {
    await using stack = await startStack();
    await using service = await startStorageProcess(stack);
    const key = newKey();
    const offsets: number[] = [];
    let restarted: Promise<void> | null = null;
    await uploadPatiently(service.stack, key, (offset) => {
      offsets.push(offset);
      restarted ??= service.kill().then(() => service.restart());
    });
    await restarted;
    expect(offsets.length).toBeLessThanOrEqual(content.byteLength / megabyte + 1);
    expect((await download(stack, key)).equals(content)).toBe(true);
  });

  it('is finished after the service was killed between the last byte and the row', async () => {
    await using stack = await startStack();
    await using service = await startStorageProcess(stack);
    await using client = await connect(stack.database.superuser);
    const key = newKey();
    // The service waits for this lock when all bytes are there, and only then.
    const lock = [`training-data/${key}`];
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', lock);
    // The server has databases of other tests too.
    const waiting = `from pg_locks where locktype = 'advisory' and not granted
                       and database = (select oid from pg_database where datname = current_database())`;
    const isServiceWaiting = async () => (await client.query(`select ${waiting}`)).rowCount === 1;

    const uploaded = uploadPatiently(service.stack, key, () => undefined);
    await until('the service waits for the lock', isServiceWaiting);
    await service.kill();
    expect((await client.query('select from storage.objects where name = $1', [key])).rowCount).toBe(0);
    // Who waits for a lock does not notice that nobody waits for the answer any more.
    await client.query(`select pg_terminate_backend(pid) ${waiting}`);
    await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', lock);
    await service.restart();
    await uploaded;

    expect((await download(stack, key)).equals(content)).toBe(true);
    expect(await listStoredFiles(stack)).toHaveLength(1);
  });

  it('is not stored again when the service was killed between the row and its own notes', async () => {
    await using stack = await startStack({ listen: true });
    const key = newKey();
    await uploadPatiently(stack, key, () => undefined);
    const [id = ''] = (await listStoredFiles(stack)).map((file) => file.split('/')[1]);
    const notes = join(stack.storageFolder, 'uploads', `${id}.json`);
    const forget = (text: string) => text.replace('"isStored":true', '"isStored":false');
    await writeFile(notes, forget(await readFile(notes, 'utf8')));
    const response = await tusRequest(stack, id, { as: 'ctMember', method: 'HEAD' });
    expect([response.status, response.headers.get('upload-offset')]).toEqual([
      200,
      String(content.byteLength),
    ]);
    expect(await readFile(notes, 'utf8')).toContain('"isStored":true');
    expect((await download(stack, key)).equals(content)).toBe(true);
  });
});
