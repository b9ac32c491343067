import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Api } from '../app.ts';

export interface ServeApiOptions {
  readonly api: Api;
  readonly hostname: string;
  readonly port: number;
}

export interface ServedApi extends AsyncDisposable {
  readonly url: string;
}

/** How long requests may take to end once we stop; streams of events are cut. */
const graceMs = 10_000;

/** Listens until it is disposed of: then takes nothing new and lets what runs come to its end. */
export function serveApi({ api, hostname, port }: ServeApiOptions): Promise<ServedApi> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        fetch: (request) => api.fetch(request),
        hostname,
        port,
        serverOptions: { requestTimeout: 120_000, headersTimeout: 15_000, keepAliveTimeout: 10_000 },
      },
      (info: AddressInfo) =>
        resolve({ url: urlOf(info), [Symbol.asyncDispose]: () => stop(server as Server) }),
    );
    server.once('error', reject);
  });
}

const urlOf = ({ address, family, port }: AddressInfo) =>
  `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;

function stop(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    // Connections that wait for another request, as soon as theirs was answered.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close((error) => {
      clearTimeout(cut);
      clearInterval(sweep);
      if (error) reject(error);
      else resolve();
    });
  });
}
