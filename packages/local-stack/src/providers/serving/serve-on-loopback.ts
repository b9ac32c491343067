import { createServer, type Server } from 'node:http';
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { toWholeRequest } from '../../gateway/to-whole-request.ts';
import { listenOnLoopback } from '../../home/ports.ts';
import { ConnectionDropped } from '../faults/connection-dropped.ts';

export interface ServeOnLoopbackOptions {
  fetch(request: Request): Promise<Response>;
  /** Default 0: any that is free. */
  port?: number;
}

export interface ServedOnLoopback extends AsyncDisposable {
  port: number;
}

/** Puts simulators on this machine's loopback address; a connection that is to break is closed without an answer. */
export async function serveOnLoopback({
  fetch,
  port = 0,
}: ServeOnLoopbackOptions): Promise<ServedOnLoopback> {
  const answer = async (request: Request, { outgoing }: HttpBindings | Http2Bindings): Promise<Response> => {
    try {
      return await fetch(toWholeRequest(request));
    } catch (error) {
      if (!(error instanceof ConnectionDropped)) throw error;
      outgoing.socket?.destroy();
      return RESPONSE_ALREADY_SENT;
    }
  };
  const server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }));
  // A stalled answer and large weights take as long as they take.
  server.requestTimeout = 0;
  const opened = await listenOnLoopback(server, port);
  return { port: opened, [Symbol.asyncDispose]: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
