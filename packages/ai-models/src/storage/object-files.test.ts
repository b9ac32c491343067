import { expect, it } from 'vitest';
import { type Answer, serveAnswers } from '../shared/testing/serve-answers.ts';
import { getObject } from './object-files.ts';
import { readBytes } from './read-bytes.ts';
import { archiveKey } from './storage-paths.ts';

const archive = {
  bucket: 'archives',
  key: archiveKey({ brandId: 'acmecompany', rootHash: 'a'.repeat(64) }),
} as const;

/** Storage that gives the beginning of an answer, and then nothing. */
async function startSilentStorage(status: number) {
  const closed = Promise.withResolvers<void>();
  const begin: Answer = (response) => {
    response.on('close', closed.resolve);
    response.writeHead(status, { 'content-length': '100' }).write('{');
  };
  const server = await serveAnswers(begin);
  const files = { url: server.url, headers: async () => ({}), fetch: globalThis.fetch };
  return { ...server, files, closed: closed.promise };
}

it('ends a file that stops coming, and the connection', async () => {
  await using storage = await startSilentStorage(200);
  const { body } = await getObject(storage.files, archive, { idleTimeoutMs: 50 });
  const reading = readBytes(body ?? new Blob([]).stream(), {
    maximumBytes: 100,
    tooLong: () => new Error('too long'),
  });
  await expect(reading).rejects.toMatchObject({ code: 'storage_failed', retryable: true });
  await storage.closed;
});

it('ends a refusal that stops coming', async () => {
  await using storage = await startSilentStorage(503);
  const opening = getObject(storage.files, archive, { idleTimeoutMs: 50 });
  await expect(opening).rejects.toMatchObject({ code: 'storage_failed', retryable: true });
  await storage.closed;
});
