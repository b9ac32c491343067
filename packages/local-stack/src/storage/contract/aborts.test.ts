import { once } from 'node:events';
import { readdir, readlink } from 'node:fs/promises';
import { get } from 'node:http';
import { describe, expect, it } from 'vitest';
import { startStack } from '../../testing/start-stack.ts';
import { until } from '../../testing/until.ts';
import { ask, createSlowBody, listStoredFiles, newKey } from '../testing/storage-files.ts';

const megabyte = 1024 * 1024;

async function listOpenFiles(folder: string): Promise<string[]> {
  const descriptors = await readdir('/proc/self/fd');
  const files = await Promise.all(descriptors.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  return files.filter((file) => file.startsWith(folder));
}

describe('an upload that breaks off', () => {
  it.each(['image/png', 'multipart/form-data; boundary=b'])('leaves nothing (%s)', async (contentType) => {
    await using stack = await startStack({ listen: true });
    const body = createSlowBody();
    const leaving = new AbortController();
    const key = newKey();
    const upload = ask(stack, `/object/training-data/${key}`, {
      as: 'ctMember',
      method: 'POST',
      body: withFormStart(body.stream, contentType),
      duplex: 'half',
      headers: { 'content-type': contentType },
      signal: leaving.signal,
    });
    body.send(megabyte);
    await until('the upload has begun', async () =>
      (await listStoredFiles(stack)).some((file) => file.endsWith('.part')),
    );
    leaving.abort();
    await expect(upload).rejects.toThrow('aborted');
    await until('all is gone', async () => (await listStoredFiles(stack)).length === 0);
    expect((await (await stack.as('ctMember')).storage.from('training-data').exists(key)).data).toBe(false);
  });
});

describe('a download', () => {
  it.runIf(process.platform === 'linux')('that breaks off leaves no open file', async () => {
    await using stack = await startStack({ listen: true });
    const service = (await stack.as('secretKey')).storage.from('models');
    await service.upload(newKey('big'), Buffer.alloc(30 * megabyte), {
      contentType: 'application/octet-stream',
    });
    const url = `${stack.url}/storage/v1/object/models/${newKey('big')}`;
    const headers = await stack.headersFor('secretKey');
    for (let turn = 0; turn < 5; turn += 1) {
      const request = get(url, { headers, agent: false });
      const [response] = await once(request, 'response');
      await once(response, 'data');
      expect(await listOpenFiles(stack.storageFolder)).not.toEqual([]);
      request.destroy();
      await until('the file is closed', async () => (await listOpenFiles(stack.storageFolder)).length === 0);
    }
  });

  it.runIf(process.platform === 'linux')('of nothing but the headers opens no file', async () => {
    await using stack = await startStack({ listen: true });
    const service = (await stack.as('secretKey')).storage.from('models');
    await service.upload(newKey('big'), Buffer.alloc(megabyte), { contentType: 'application/octet-stream' });
    const response = await ask(stack, `/object/models/${newKey('big')}`, { as: 'secretKey', method: 'HEAD' });
    expect(response.headers.get('content-length')).toBe(String(megabyte));
    expect(await listOpenFiles(stack.storageFolder)).toEqual([]);
  });

  it('goes on to its end while the object is replaced and removed', async () => {
    await using stack = await startStack({ listen: true });
    const service = (await stack.as('secretKey')).storage.from('models');
    const contentType = 'application/octet-stream';
    await service.upload(newKey('big'), Buffer.alloc(20 * megabyte, 'old'), { contentType });
    const { data } = await service.download(newKey('big')).asStream();
    const reader = data?.getReader();
    const received: Uint8Array[] = [];
    const first = await reader?.read();
    if (first?.value) received.push(first.value);
    await service.upload(newKey('big'), Buffer.from('new'), { contentType, upsert: true });
    expect(await (await service.download(newKey('big'))).data?.text()).toBe('new');
    await service.remove([newKey('big')]);
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
      received.push(part.value);
    expect(Buffer.concat(received).equals(Buffer.alloc(20 * megabyte, 'old'))).toBe(true);
    expect(await listStoredFiles(stack)).toEqual([]);
  });
});

/** Puts a form's beginning before the bytes of its file. */
function withFormStart(stream: ReadableStream, contentType: string): ReadableStream {
  if (!contentType.startsWith('multipart/')) return stream;
  const start =
    '--b\r\nContent-Disposition: form-data; name=""; filename="a"\r\nContent-Type: image/png\r\n\r\n';
  return stream.pipeThrough(
    new TransformStream({ start: (controller) => controller.enqueue(new TextEncoder().encode(start)) }),
  );
}
