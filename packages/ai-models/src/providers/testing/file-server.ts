import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import JSZip from 'jszip';
import sharp from 'sharp';

/** A server with files to be fetched and places that take one upload each, as signed addresses of a storage do. */
export interface FileServer extends AsyncDisposable {
  /** Puts a file there; returns its address. */
  publish(name: string, content: Uint8Array): string;
  /** An address that takes one upload and refuses a second with 409. */
  openUpload(name: string): string;
  /** What lies at an address; null for nothing. */
  read(address: string): Uint8Array | null;
}

export async function startFileServer(): Promise<FileServer> {
  const files = new Map<string, Uint8Array>();
  const uploads = new Set<string>();
  const server = createServer(async (request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = (status: number, body: Uint8Array | string = '') => response.writeHead(status).end(body);
    if (request.method === 'GET') return answer(files.has(path) ? 200 : 404, files.get(path));
    if (!uploads.has(path)) return answer(404);
    if (files.has(path)) return answer(409, '{"error":"Duplicate"}');
    files.set(path, Buffer.concat(chunks));
    return answer(200, '{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const place = (name: string) => `/${randomUUID()}/${name}`;
  return {
    publish(name, content) {
      const path = place(name);
      files.set(path, content);
      return `${url}${path}?token=secret`;
    },
    openUpload(name) {
      const path = place(name);
      uploads.add(path);
      return `${url}${path}?token=secret`;
    },
    read: (fileAddress) => files.get(new URL(fileAddress).pathname) ?? null,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Three pictures in one colour, each with a caption. */
export async function zipPictures(colour = '#c02040'): Promise<Uint8Array> {
  const picture = sharp({ create: { width: 64, height: 64, channels: 3, background: colour } });
  const bytes = await picture.png().toBuffer();
  const zip = new JSZip();
  for (const index of [1, 2, 3]) {
    zip.file(`image-00${index}.png`, bytes);
    zip.file(`image-00${index}.txt`, 'a photo of user42585527');
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'STORE' });
}
