import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { expect, it } from 'vitest';
import { keepToThisMachine } from './keep-to-this-machine.ts';

/** What a server behind the guard answers to somebody who calls it by this name. */
async function askAs(host: string): Promise<number | undefined> {
  const server = createServer(keepToThisMachine((_, response) => void response.end('inside')));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const asked = request({ host: '127.0.0.1', port, headers: { host } }).end();
  const [response] = await once(asked, 'response');
  response.resume();
  await once(response, 'end');
  server.close();
  return response.statusCode;
}

it.each(['127.0.0.1', '127.0.0.1:4100', 'localhost', 'LOCALHOST:4100', '[::1]', '[::1]:4100'])(
  'answers whoever calls it %s',
  async (host) => expect(await askAs(host)).toBe(200),
);

it.each([
  'rebind.evil.example',
  'rebind.evil.example:4100',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  'evil.example:localhost',
  'evil@localhost',
  '0.0.0.0:4100',
])('sends away whoever calls it %j', async (host) => expect(await askAs(host)).toBe(403));
