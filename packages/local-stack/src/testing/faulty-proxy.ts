import { once } from 'node:events';
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What becomes of one request. */
export type ProxyFault =
  | { kind: 'pass' }
  /** Answered here; the server does not hear of it. */
  | { kind: 'answer'; status: number; body?: string }
  /** The connection breaks before anything is read; the server does not hear of it. */
  | { kind: 'refuse' }
  /** The connection breaks when so many bytes of the body have been passed on. */
  | { kind: 'break'; afterBytes: number }
  /** The server does what it was asked, and nobody hears of it. */
  | { kind: 'swallow' }
  /** The request is read, and nothing happens. */
  | { kind: 'stall' };

export interface SeenRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
}

export interface FaultyProxy extends AsyncDisposable {
  url: string;
  seen: SeenRequest[];
}

/** Stands in front of a server and lets requests fail. */
export async function startFaultyProxy(
  target: string,
  decide: (request: SeenRequest, count: number) => ProxyFault | undefined,
): Promise<FaultyProxy> {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const entry = { method: request.method ?? '', path: request.url ?? '', headers: request.headers };
    seen.push(entry);
    handle(target, request, response, decide(entry, seen.length) ?? { kind: 'pass' });
  });
  server.listen({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function handle(target: string, request: IncomingMessage, response: ServerResponse, fault: ProxyFault): void {
  if (fault.kind === 'stall') return void request.resume();
  if (fault.kind === 'refuse') return void request.socket.destroy();
  if (fault.kind === 'answer') {
    request.resume().on('end', () => response.writeHead(fault.status).end(fault.body));
    return;
  }
  const { method, headers, url } = request;
  const onward = ask(new URL(url ?? '', target), { method, headers }, (answer) => {
    if (fault.kind === 'swallow') {
      answer.resume().on('end', () => request.socket.destroy());
      return;
    }
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  response.on('close', () => response.writableEnded || onward.destroy());
  let left = fault.kind === 'break' ? fault.afterBytes : Number.POSITIVE_INFINITY;
  request.on('data', (bytes: Buffer) => {
    onward.write(bytes.subarray(0, Math.max(0, left)));
    left -= bytes.length;
    // Later, so that what was passed on arrives.
    if (left <= 0) setTimeout(() => request.socket.destroy(), 20);
  });
  request.on('end', () => onward.end());
}
