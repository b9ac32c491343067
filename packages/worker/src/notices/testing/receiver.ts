import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Network } from '@act/ai-models/node';

interface Heard {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** A push service or a brand's machine: on this machine, but named as if it were elsewhere and spoken to in the clear. */
export interface Receiver extends AsyncDisposable {
  readonly port: number;
  readonly network: Network;
  readonly heard: Heard[];
  /** How it answers from now on. */
  answer: (response: ServerResponse) => void;
}

export async function startReceiver(): Promise<Receiver> {
  const heard: Heard[] = [];
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    heard.push({ path: incoming.url ?? '', headers: incoming.headers, body: Buffer.concat(chunks) });
    receiver.answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    port,
    heard,
    network: localNetwork(port),
    answer: (response) => response.writeHead(204).end(),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return receiver;
}

/** Whatever is named lies behind this port. */
export const localNetwork = (port: number): Network => ({
  request: (options, onResponse) => request({ ...options, host: 'outside.localhost', port }, onResponse),
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  isPublic: () => true,
});
