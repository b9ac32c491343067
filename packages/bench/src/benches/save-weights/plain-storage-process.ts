import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * As little as a resumable upload needs on the other side: what comes is written to a file, and nobody is asked for
 * rights. So what is measured is who sends.
 */
const folder = await mkdtemp(join(tmpdir(), 'act-bench-storage-'));
const path = '/storage/v1/upload/resumable';
const uploads = new Map<string, { file: FileHandle; offset: number }>();

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') return begin(request, response);
  const upload = uploads.get(request.url ?? '');
  if (request.method !== 'PATCH' || !upload) {
    request.resume();
    response.writeHead(404).end();
    return;
  }
  for await (const bytes of request) {
    await upload.file.write(bytes);
    upload.offset += bytes.length;
  }
  response.writeHead(204, { 'upload-offset': String(upload.offset) }).end();
}

async function begin(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const id = randomUUID();
  const file = await open(join(folder, id), 'w');
  uploads.set(`${path}/${id}`, { file, offset: 0 });
  request.resume();
  response.writeHead(201, { location: `${path}/${id}` }).end();
}

const server = createServer((request, response) => void handle(request, response));
server.listen({ port: 0, host: '127.0.0.1' }, () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  process.send?.({ url: `http://127.0.0.1:${port}/storage/v1` });
});
process.once('disconnect', () => {
  void rm(folder, { recursive: true }).finally(() => process.exit());
});
