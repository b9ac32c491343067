import { createServer, type Server } from 'node:net';
import { StackError } from '../errors/stack-error.ts';

/**
 * Opens a port of this machine's loopback address.
 * @param port 0 lets the system pick a free one
 * @returns the port
 */
export function listenOnLoopback(server: Server, port = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** The port if nobody listens there, or else null; for 0 one that the system picks. */
export async function tryPort(port: number): Promise<number | null> {
  const server = createServer();
  const free = await listenOnLoopback(server, port).catch(() => null);
  await new Promise((resolve) => server.close(resolve));
  return free;
}

/** The first free one of the preferred ports, or else one that the system picks. */
export async function getFreePort(preferred: readonly number[] = []): Promise<number> {
  for (const port of [...preferred, 0]) {
    const free = await tryPort(port);
    if (free !== null) return free;
  }
  throw new Error('The system has no free port on 127.0.0.1.');
}

/** The settings that name a port. */
export type PortVariable =
  | 'ACT_STACK_PORT'
  | 'ACT_DB_PORT'
  | 'ACT_PROVIDERS_PORT'
  | 'ACT_API_PORT'
  | 'ACT_WORKER_PORT'
  | 'ACT_STOREFRONT_PORT';

export function portTaken(port: number, variable: PortVariable): StackError {
  return new StackError({
    code: 'port_taken',
    message: `Port ${port} is taken by another program.`,
    remedy: `Stop that program, or set ${variable} to a free port (unset, a free one is chosen).`,
  });
}
