import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseSafeUrl } from '../shared/http/safe-url.ts';
import { openSafeUrl } from './open-safe-url.ts';
import type { OutsideNetwork } from './outside-network.ts';
import { pictureFromPath } from './picture-from-path.ts';
import { pictureFromUrl } from './picture-from-url.ts';

const allowedHosts = ['images.localhost', 'cdn.localhost'];
const options = { allowedHosts, maximumBytes: 1000 };

/** A host on this machine that claims to be elsewhere, spoken to in the clear. */
async function serve(answer: RequestListener) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const asked: string[] = [];
  const network: OutsideNetwork = {
    request: (how, onResponse) => request({ ...how, port }, onResponse),
    resolve: async (host) => {
      asked.push(host);
      return [{ address: '127.0.0.1', family: 4 }];
    },
    isPublic: () => true,
  };
  return {
    network,
    asked,
    open: (address: string, changes: object = {}) =>
      openSafeUrl(parseSafeUrl(address, allowedHosts), { ...options, ...changes }, network),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const read = async (stream: ReadableStream<Uint8Array>) =>
  Buffer.from(await new Response(stream).arrayBuffer()).toString();

it('fetches from a host that is named, asking the resolver once', async () => {
  await using host = await serve((request, response) =>
    response.end(`${request.headers.host} ${request.url}`),
  );
  expect(await read(await host.open('https://images.localhost/a%20b.png?x=1'))).toMatch(
    /^images\.localhost(:\d+)? \/a%20b\.png\?x=1$/,
  );
  expect(host.asked).toEqual(['images.localhost']);
});

it('follows redirects between hosts that are named, each looked up anew, and not for ever', async () => {
  await using host = await serve((request, response) => {
    const left = Number(request.url?.slice(1));
    if (left === 0) response.end('there');
    else response.writeHead(302, { location: `https://cdn.localhost/${left - 1}` }).end();
  });
  expect(await read(await host.open('https://images.localhost/3'))).toBe('there');
  expect(host.asked).toEqual(['images.localhost', 'cdn.localhost', 'cdn.localhost', 'cdn.localhost']);
  await expect(host.open('https://images.localhost/4')).rejects.toMatchObject({ code: 'url_refused' });
});

it.each([
  'http://images.localhost/',
  'https://evil.test/',
  'https://127.0.0.1/',
  'https://images.localhost:8080/',
  'file:///etc/passwd',
])('is not led to %s', async (location) => {
  await using host = await serve((_, response) => response.writeHead(301, { location }).end());
  await expect(host.open('https://images.localhost/')).rejects.toMatchObject({ code: 'url_refused' });
  expect(host.asked).toHaveLength(1);
});

it.each([['10.0.0.1'], ['127.0.0.1'], ['169.254.169.254'], ['::ffff:10.0.0.1'], ['fe80::1']])(
  'connects to no host that resolves to %s, alone or beside others',
  async (address) => {
    let requests = 0;
    await using host = await serve((_, response) => {
      requests += 1;
      response.end();
    });
    const resolve = async () => [
      { address: '93.184.216.34', family: 4 },
      { address, family: address.includes(':') ? 6 : 4 },
    ];
    const { isPublicAddress } = await import('../shared/http/safe-url.ts');
    const network = { ...host.network, resolve, isPublic: isPublicAddress };
    const opened = openSafeUrl(new URL('https://images.localhost/'), options, network);
    await expect(opened).rejects.toMatchObject({ code: 'url_refused' });
    expect(requests).toBe(0);
  },
);

it('does not accept a host that is a private address itself', async () => {
  await using host = await serve((_, response) => response.end('secret'));
  const opened = openSafeUrl(new URL('https://127.0.0.1/'), options, {
    ...host.network,
    isPublic: () => false,
  });
  await expect(opened).rejects.toMatchObject({ code: 'url_refused' });
});

it('says what went wrong, and stops when it is told to', async () => {
  await using host = await serve((request, response) => {
    if (request.url === '/large') response.writeHead(200, { 'content-length': 2000 }).end(Buffer.alloc(2000));
    else if (request.url === '/busy') response.writeHead(503).end();
    else if (request.url !== '/silent') response.writeHead(404).end();
  });
  await expect(host.open('https://images.localhost/large')).rejects.toMatchObject({
    code: 'picture_rejected',
  });
  await expect(host.open('https://images.localhost/gone')).rejects.toMatchObject({
    code: 'file_not_found',
    retryable: false,
  });
  await expect(host.open('https://images.localhost/busy')).rejects.toMatchObject({
    code: 'file_not_found',
    retryable: true,
  });
  const signal = AbortSignal.timeout(100);
  await expect(host.open('https://images.localhost/silent', { signal })).rejects.toMatchObject({
    code: 'aborted',
  });
});

it('names a picture by its address, and opens none that is not allowed', () => {
  expect(pictureFromUrl('https://images.localhost/cats/my%20cat.png?w=2', { allowedHosts }).name).toBe(
    'my cat.png',
  );
  expect(() => pictureFromUrl('https://evil.test/a.png', { allowedHosts })).toThrow('evil.test');
});

it('reads a file, and nothing that is none', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'pictures '));
  const path = join(folder.path, 'my cat.jpg');
  await writeFile(path, 'bytes');
  const source = pictureFromPath(path);
  expect(source.name).toBe('my cat.jpg');
  const opened = await source.open(options);
  expect(opened instanceof Blob && (await opened.text())).toBe('bytes');
  for (const other of [folder.path, join(folder.path, 'none.jpg'), '/dev/zero']) {
    await expect(pictureFromPath(other).open(options)).rejects.toMatchObject({ code: 'file_not_found' });
  }
});
