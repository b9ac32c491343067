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
    const breakOff = () => outgoing.socket?.destroy();
    try {
      return endWithConnection(await fetch(toWholeRequest(request)), breakOff);
    } catch (error) {
      if (!(error instanceof ConnectionDropped)) throw error;
      breakOff();
      return RESPONSE_ALREADY_SENT;
    }
  };
  const server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }));
  // A stalled answer and large weights take as long as they take.
  server.requestTimeout = 0;
  const opened = await listenOnLoopback(server, port);
  return { port: opened, [Symbol.asyncDispose]: () => close(server) };
}

/** The same answer; where its body is to break off the connection does, which the server would print as an error of its own. */
function endWithConnection(response: Response, breakOff: () => void): Response {
  if (!response.body) return response;
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await reader.read();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          if (!(error instanceof ConnectionDropped)) throw error;
          breakOff();
          controller.close();
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  return new Response(body, response);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
