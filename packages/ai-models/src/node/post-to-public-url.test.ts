import { createServer, type RequestListener, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { isPublicAddress } from '../shared/http/safe-url.ts';
import { type Network, postToPublicUrl } from './post-to-public-url.ts';

const post = { headers: { 'content-type': 'application/json' }, body: '{"é":1}' };

/** A host on this machine that claims to be elsewhere, spoken to in the clear. */
async function serve(answer: RequestListener, changes: Partial<Network> = {}) {
  let requests = 0;
  const server = createServer((incoming, response) => {
    requests += 1;
    answer(incoming, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ways: Network = {
    // A test may not even name a host that is elsewhere.
    request: (options, onResponse) => request({ ...options, host: 'outside.localhost', port }, onResponse),
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    isPublic: () => true,
    ...changes,
  };
  return {
    post: (address: string, more: object = {}) => postToPublicUrl(address, { ...post, ...more }, ways),
    requests: () => requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

it('posts a body, and tells the status and how long to wait', async () => {
  const heard: unknown[] = [];
  await using host = await serve(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
    heard.push([
      incoming.method,
      incoming.url,
      incoming.headers['content-type'],
      Buffer.concat(chunks).toString(),
    ]);
    response.writeHead(503, { 'retry-after': '120' }).end('a secret of theirs');
  });
  expect(await host.post('https://hooks.example.com/a?b=c')).toEqual({
    kind: 'answered',
    status: 503,
    retryAfterSeconds: 120,
  });
  expect(heard).toEqual([['POST', '/a?b=c', 'application/json', post.body]]);
});

it('follows nobody', async () => {
  await using host = await serve((_, response) =>
    response.writeHead(307, { location: 'https://elsewhere.example.com/' }).end(),
  );
  expect(await host.post('https://hooks.example.com/')).toMatchObject({ kind: 'answered', status: 307 });
  expect(host.requests()).toBe(1);
});

it.each([
  'http://hooks.example.com/',
  'https://127.0.0.1/',
  'https://0x7f.1/',
  'https://2130706433/',
  'https://[::1]/',
  'https://[::ffff:10.0.0.1]/',
  'https://169.254.169.254/latest/meta-data/',
  'https://10.0.0.1:8443/',
  'https://localhost/',
  'https://metadata.internal/',
  'https://name:pass@hooks.example.com/',
  'file:///etc/passwd',
  'not an address',
])('sends nothing to %s', async (address) => {
  await using host = await serve((_, response) => response.end(), { isPublic: isPublicAddress });
  expect(await host.post(address)).toEqual({ kind: 'refused' });
  expect(host.requests()).toBe(0);
});

it.each([['127.0.0.1'], ['169.254.169.254'], ['::1'], ['fd00::1']])(
  'sends nothing where a public name stands for %s, alone or beside others',
  async (address) => {
    const family = address.includes(':') ? 6 : 4;
    for (const found of [
      [{ address, family }],
      [
        { address: '93.184.216.34', family: 4 },
        { address, family },
      ],
    ]) {
      await using host = await serve((_, response) => response.end(), {
        isPublic: isPublicAddress,
        resolve: async () => found,
      });
      expect(await host.post('https://rebound.example.com/')).toEqual({ kind: 'refused' });
      expect(host.requests()).toBe(0);
    }
  },
);

it('connects to what it checked: a name that changes its mind is asked once', async () => {
  const answers = ['127.0.0.9'];
  let asked = 0;
  await using host = await serve((_, response) => response.end(), {
    // Stands for one of the open internet, at which nobody listens.
    isPublic: (address) => address === '127.0.0.9',
    resolve: async () => {
      asked += 1;
      return [{ address: answers.shift() ?? '127.0.0.1', family: 4 }];
    },
  });
  expect(await host.post('https://rebound.example.com/')).toEqual({
    kind: 'unanswered',
    reason: 'ECONNREFUSED',
  });
  expect([asked, host.requests()]).toEqual([1, 0]);
});

it('waits for nobody longer than it is told', async () => {
  await using host = await serve(() => undefined);
  expect(await host.post('https://hooks.example.com/', { timeoutMs: 100 })).toEqual({
    kind: 'unanswered',
    reason: 'timeout',
  });
  await using stuck = await serve((_, response) => response.end(), {
    resolve: () => new Promise(() => undefined),
  });
  expect(await stuck.post('https://hooks.example.com/', { timeoutMs: 100 })).toMatchObject({
    kind: 'unanswered',
  });
});
