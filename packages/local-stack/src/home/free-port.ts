import { createServer } from 'node:net';

/** Whether nobody listens on the port of this machine's loopback address. Port 0 asks the system for a free one. */
export async function tryPort(port: number): Promise<number | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
    });
  });
}

/** The first free one of the preferred ports, or else one that the system picks. */
export async function getFreePort(preferred: readonly number[] = []): Promise<number> {
  for (const port of [...preferred, 0]) {
    const free = await tryPort(port);
    if (free !== null) return free;
  }
  throw new Error('The system has no free port on 127.0.0.1.');
}
