import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { systemCodeOf } from '../errors/system-error.ts';
import { listenOnLoopback, portTaken } from '../home/ports.ts';
import type { StorageService } from '../storage/storage-service.ts';
import { corsHeaders } from './cors.ts';
import { toWholeRequest } from './to-whole-request.ts';

// Others, like TRACE, have no place in fetch's Request.
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

export interface ServeOptions {
  gateway: { fetch(request: Request): Response | Promise<Response> };
  /** Resumable uploads need Node's own request, so they are taken out before the rest. */
  storage: Pick<StorageService, 'handleResumable'>;
  port: number;
}

export interface ServedGateway extends AsyncDisposable {
  url: string;
  port: number;
}

/** Puts the gateway on this machine's loopback address. */
export async function serveGateway({ gateway, storage, port }: ServeOptions): Promise<ServedGateway> {
  const listener = getRequestListener((request) => gateway.fetch(toWholeRequest(request)), {
    overrideGlobalObjects: false,
  });
  const server = createServer((request, response) => {
    if (!methods.includes(request.method ?? '')) {
      return void response.writeHead(405, { allow: methods.join(', ') }).end();
    }
    if (request.url?.startsWith('/storage/v1/upload/resumable')) {
      response.setHeaders(new Map(Object.entries(corsHeaders(request.headers.origin))));
      return void storage.handleResumable(request, response);
    }
    return void listener(request, response);
  });
  // Weights take as long as they take.
  server.requestTimeout = 0;
  const opened = await listenOnLoopback(server, port).catch((error: unknown) => {
    const isTaken = ['EADDRINUSE', 'EACCES'].includes(systemCodeOf(error) ?? '');
    throw isTaken ? portTaken(port, 'ACT_STACK_PORT') : error;
  });
  return {
    url: `http://127.0.0.1:${opened}`,
    port: opened,
    [Symbol.asyncDispose]: () => close(server),
  };
}

/** Lets requests under way finish for a moment, then ends them. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), 1_000);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    server.closeIdleConnections();
  });
}
