import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { listDemoPeople } from './list-demo-people.ts';

const people = ['admin@acme.test', 'member@acme.test'].map((email) => ({ email, password: 'x', roles: {} }));

async function startTelling(body: string) {
  const server = createServer((_, response) => response.end(body)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/people.json`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

it('offers those who are still there', async () => {
  await using server = await startTelling('["member@acme.test"]');
  expect(await listDemoPeople({ demoPeople: people, demoPeopleUrl: server.url })).toEqual([people[1]]);
});

it.each(['no list', '{"member@acme.test":1}'])('offers all where the answer is %j', async (body) => {
  await using server = await startTelling(body);
  expect(await listDemoPeople({ demoPeople: people, demoPeopleUrl: server.url })).toEqual(people);
});

it.each([null, 'http://127.0.0.1:9/people.json'])('offers all where %s tells', async (demoPeopleUrl) => {
  expect(await listDemoPeople({ demoPeople: people, demoPeopleUrl })).toEqual(people);
});
