import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { postToLoopback } from './post-to-loopback.ts';

it('posts once, follows no redirect, and tells what became of it', async () => {
  const heard: unknown[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    heard.push([request.url, request.headers['webhook-id'], Buffer.concat(chunks).toString()]);
    response.writeHead(307, { location: '/elsewhere', 'retry-after': '7' }).end('not read');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}/hook`;
  const { signal } = new AbortController();
  const post = { headers: { 'webhook-id': 'msg_1' }, body: '{}', signal };
  expect(await postToLoopback(address, post)).toEqual({
    kind: 'answered',
    status: 307,
    retryAfterSeconds: 7,
  });
  expect(heard).toEqual([['/hook', 'msg_1', '{}']]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  expect(await postToLoopback(address, post)).toEqual({ kind: 'unanswered', reason: 'unreachable' });
});
