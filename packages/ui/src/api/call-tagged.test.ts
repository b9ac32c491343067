import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { createTaggedCall } from './call-tagged.ts';

/** Answers with a number that grows when it is told to, and with 304 to whoever has it. */
async function startCounter() {
  const state = { value: 1, statuses: [] as number[] };
  const server = createServer((request, response) => {
    const tag = `"${state.value}"`;
    const isKnown = request.headers['if-none-match'] === tag;
    state.statuses.push(isKnown ? 304 : 200);
    response.writeHead(isKnown ? 304 : 200, { etag: tag, 'content-type': 'application/json' });
    response.end(isKnown ? undefined : JSON.stringify({ value: state.value }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    state,
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

it('sends what changed, and gives the same answer again where nothing did', async () => {
  await using counter = await startCounter();
  const call = createTaggedCall({ baseUrl: counter.url, brandId: 'acme' });
  const ask = () => call<{ value: number }>({ path: '/notices' });
  const first = await ask();
  expect(await ask()).toBe(first);
  counter.state.value = 2;
  expect(await ask()).toEqual({ value: 2 });
  expect(counter.state.statuses).toEqual([200, 304, 200]);
});

it('does not take the answer to one question for that to another', async () => {
  await using counter = await startCounter();
  const call = createTaggedCall({ baseUrl: counter.url, brandId: 'acme' });
  await call({ path: '/notices' });
  await call({ path: '/notices', query: { cursor: 'a' } });
  expect(counter.state.statuses).toEqual([200, 200]);
});
