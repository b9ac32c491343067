import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { HealthOptions } from '../worker-options.ts';
import type { Meters } from './meters.ts';
import type { Readiness } from './readiness.ts';

export interface HealthServer {
  readonly url: string;
  close(): Promise<void>;
}

export interface HealthParts {
  readonly readiness: () => Promise<Readiness>;
  readonly meters: Meters;
  /** Whether it takes work: not once it was asked to stop. */
  readonly isStopping: () => boolean;
}

/** Says how this process is: to whoever restarts it, to whoever sends it work, and to whoever watches. */
export async function serveHealth(options: HealthOptions, parts: HealthParts): Promise<HealthServer> {
  const { host = '127.0.0.1', port, metricsToken = null } = options;
  const server = createServer((request, response) => {
    answer(request, { ...parts, metricsToken }).then(
      (said) => send(response, said),
      () => send(response, { status: 500, body: { error: 'It could not be found out.' } }),
    );
  });
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const listensAt = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${listensAt}`,
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body: object | string;
  readonly contentType?: string;
}

async function answer(
  { method, url = '/', headers }: IncomingMessage,
  { readiness, meters, isStopping, metricsToken }: HealthParts & { metricsToken: string | null },
): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, body: { error: 'Only GET.' } };
  switch (url.split('?')[0]) {
    case '/health/live':
      return { status: 200, body: { isLive: true } };
    case '/health/ready': {
      const { isReady: isThere, parts, providers } = await readiness();
      const isReady = isThere && !isStopping();
      const body = { isReady, isStopping: isStopping(), ...parts, providers };
      return { status: isReady ? 200 : 503, body };
    }
    case '/metrics':
      if (metricsToken === null || !isBearer(headers.authorization, metricsToken)) {
        return { status: 401, body: { error: 'Send the token that the worker was given.' } };
      }
      return { status: 200, body: await meters.read(), contentType: meters.contentType };
    default:
      return { status: 404, body: { error: 'There is nothing here.' } };
  }
}

/** Takes as long for a wrong token as for the right one, whatever its length. */
function isBearer(authorization: string | undefined, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}

function send(response: ServerResponse, { status, body, contentType = 'application/json' }: Answer): void {
  response.writeHead(status, {
    'content-type': contentType,
    'cache-control': 'no-store',
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
  });
  response.end(typeof body === 'string' ? body : `${JSON.stringify(body)}\n`);
}
