import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listenOnLoopback } from '../../home/ports.ts';
import { startStack } from '../../testing/start-stack.ts';
import { createOwnService } from '../testing/own-service.ts';
import { newKey } from '../testing/storage-files.ts';
import { createResumableUploads } from './resumable-uploads.ts';
import { sweepUploads } from './sweep-uploads.ts';
import { beginUpload, locationOf, sendChunk, tusRequest } from './testing/tus-request.ts';

it('removes what nobody may continue any more, and half-written notes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'act-uploads-'));
  for (const name of ['one', 'one.json', 'two', 'three.json.new', 'four.hole'])
    await writeFile(join(folder, name), '');
  expect(await sweepUploads({ folder, expiresAfterMs: 60_000 })).toBe(0);
  expect(await readdir(folder)).toHaveLength(5);
  expect(await sweepUploads({ folder, expiresAfterMs: -1000 })).toBe(4);
  expect(await readdir(folder)).toEqual([]);
  await rm(folder, { recursive: true });
  expect(await sweepUploads({ folder, expiresAfterMs: 0 })).toBe(0);
});

it('refuses to continue an upload past its time, and says when that is', async () => {
  await using stack = await startStack();
  await using own = createOwnService(stack);
  const uploads = await createResumableUploads({
    parts: own.parts,
    folder: join(stack.storageFolder, 'uploads'),
    expiresAfterMs: 1,
  });
  await using server = createServer((request, response) => void uploads.handle(request, response));
  const here = { ...stack, url: `http://127.0.0.1:${await listenOnLoopback(server)}` };
  const fields = { bucketName: 'training-data', objectName: newKey(), contentType: 'image/png' };
  const begun = await beginUpload(here, { as: 'ctMember', fields });
  expect(begun.headers.get('upload-expires')).toMatch(/ GMT$/);
  expect((await sendChunk(here, locationOf(begun), 'ctMember', 0, 'hello')).status).toBe(410);
  expect((await tusRequest(here, locationOf(begun), { as: 'ctMember', method: 'HEAD' })).status).toBe(410);
  uploads.close();
  server.closeAllConnections();
});
