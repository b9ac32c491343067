import { once } from 'node:events';
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** Stands before a stack, whose storage can be taken away behind it. */
export interface StorageProxy extends AsyncDisposable {
  readonly url: string;
  /** Requests to storage, such as `PATCH /storage/v1/upload/resumable/…`. */
  readonly seen: string[];
  /** From now on storage answers 503, or breaks every connection; null: it is there. */
  take(away: 'answers 503' | 'refuses connections' | null): void;
}

export async function startStorageProxy(target: string): Promise<StorageProxy> {
  const seen: string[] = [];
  let away: Parameters<StorageProxy['take']>[0] = null;
  const server = createServer((request, response) => {
    const isStorage = request.url?.startsWith('/storage/v1/') ?? false;
    if (isStorage) seen.push(`${request.method} ${request.url}`);
    if (!isStorage || away === null) return passOn(target, request, response);
    if (away === 'refuses connections') return void request.socket.destroy();
    request.resume();
    response.writeHead(503, { 'content-type': 'application/json' }).end('{"message":"busy"}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    take: (how) => {
      away = how;
    },
    [Symbol.asyncDispose]: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function passOn(target: string, request: IncomingMessage, response: ServerResponse): void {
  const { method, headers, url = '' } = request;
  const onward = ask(new URL(url, target), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => response.writableEnded || onward.destroy());
  request.pipe(onward);
}
