import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** Stands in every address, and may stand in nothing that a run says. */
export const secret = 'sesame-4f1d';

type Answer = (response: ServerResponse) => void;

/** A server with files to be fetched and places that take one upload each, as signed addresses of a storage do. */
export interface Storage extends AsyncDisposable {
  /** Puts a file there; returns its address. */
  publish(content: Uint8Array | Answer): string;
  /** An address that takes one upload; `refuse` may answer in its place, told how many came before. */
  openUpload(refuse?: (before: number) => Answer | null): string;
  /** What lies at an address; null for nothing. */
  read(address: string): { content: Buffer; contentType: string } | null;
  /** Puts something at an address of `openUpload`. */
  put(address: string, content: string): void;
  /** What was asked for, in order, such as `PUT lock`. */
  requests: { method: string; address: string; size: number }[];
}

export const answerWith =
  (status: number, body: object = {}): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

/** Supabase's word for an upload to a place that is taken. */
const taken = answerWith(400, {
  statusCode: '409',
  error: 'Duplicate',
  message: 'The resource already exists',
});

export async function startStorage(): Promise<Storage> {
  const files = new Map<string, { content: Buffer; contentType: string }>();
  const answers = new Map<string, Answer>();
  const uploads = new Map<string, (before: number) => Answer | null>();
  const requests: Storage['requests'] = [];

  const server = createServer(async (request, response) => {
    const { method = '' } = request;
    const address = `${url}${request.url}`;
    const before = requests.filter((one) => one.method === method && one.address === address).length;
    const early = method === 'PUT' ? uploads.get(address)?.(before) : answers.get(address);
    const content = await readWhole(request);
    // A run that was cancelled has hung up.
    if (content === null) return;
    requests.push({ method, address, size: content.byteLength });
    if (early) return early(response);
    const file = files.get(address);
    if (method === 'GET') return file ? response.end(file.content) : answerWith(404)(response);
    if (!uploads.has(address)) return answerWith(404)(response);
    if (file) return taken(response);
    files.set(address, { content, contentType: request.headers['content-type'] ?? '' });
    return answerWith(200)(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  const url = `http://127.0.0.1:${typeof place === 'object' && place ? place.port : 0}`;
  const newAddress = () => `${url}/object/sign/${randomUUID()}?token=${secret}-${randomUUID()}`;

  return {
    publish(content) {
      const address = newAddress();
      if (typeof content === 'function') answers.set(address, content);
      else files.set(address, { content: Buffer.from(content), contentType: '' });
      return address;
    },
    openUpload(refuse = () => null) {
      const address = newAddress();
      uploads.set(address, refuse);
      return address;
    },
    read: (address) => files.get(address) ?? null,
    put: (address, content) => void files.set(address, { content: Buffer.from(content), contentType: '' }),
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readWhole(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request) chunks.push(chunk);
  } catch {
    return null;
  }
  return Buffer.concat(chunks);
}
