import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { connect } from '../database/connection.ts';
import { toDatabaseUrl } from '../database/database-address.ts';
import { startCluster, superuserAddress } from '../postgres/cluster.ts';
import { createTestHome, spawnStack } from '../testing/spawn-stack.ts';

it('runs twice side by side in homes of their own, each with keys of its own', async () => {
  await using firstHome = await createTestHome();
  await using secondHome = await createTestHome();
  await using first = spawnStack({ home: firstHome.path });
  await using second = spawnStack({ home: secondHome.path });
  const [one, two] = await Promise.all([first.ready(), second.ready()]);
  expect(one.url).not.toBe(two.url);

  const ask = (url: string, apikey: string) => fetch(`${url}/auth/v1/settings`, { headers: { apikey } });
  expect((await ask(one.url, one.publishableKey)).status).toBe(200);
  expect((await ask(one.url, two.publishableKey)).status).toBe(401);
  expect((await (await second.signIn('acmeAdmin')).from('brands').select('id')).data).toEqual([
    { id: 'acmecompany' },
  ]);
});

it('keeps its address from one start to the next', async () => {
  await using home = await createTestHome();
  const start = async () => {
    await using stack = spawnStack({ home: home.path });
    return await stack.ready();
  };
  const [first, second] = [await start(), await start()];
  expect(second).toMatchObject({ url: first.url, publishableKey: first.publishableKey });
});

it('uses a server of your own, and leaves it running', async () => {
  await using home = await createTestHome();
  await using own = await startOwnServer();
  {
    await using stack = spawnStack({ home: home.path, environment: { ACT_DATABASE_URL: own.url } });
    const member = await stack.signIn('ctMember');
    expect((await member.from('brands').select('id')).data).toEqual([{ id: 'creativetechnologists' }]);
    expect(existsSync(join(home.path, 'postgres'))).toBe(false);
  }
  await using again = spawnStack({ home: home.path, environment: { ACT_DATABASE_URL: own.url } });
  expect((await (await again.signIn('ctMember')).from('brands').select('id')).data).toHaveLength(1);
});

it('does not take a server of your own away from the home that uses it', async () => {
  await using home = await createTestHome();
  await using otherHome = await createTestHome();
  await using own = await startOwnServer();
  const environment = { ACT_DATABASE_URL: own.url };
  await using stack = spawnStack({ home: home.path, environment });
  const member = await stack.signIn('ctMember');

  await using other = spawnStack({ home: otherHome.path, environment });
  expect(await other.exited).toBe(1);
  expect(other.output()).toMatch(/serves another ACT_HOME.*Start that home/);
  expect((await member.from('brands').select('id')).data).toHaveLength(1);
});

/** Stands in for a server that the person runs themselves. */
async function startOwnServer(): Promise<{ url: string } & AsyncDisposable> {
  const home = await mkdtemp(join(tmpdir(), 'act-own-server-'));
  const password = 'päss word/with:signs@';
  const server = await startCluster({ home, superuserPassword: password, disposable: true });
  const address = superuserAddress(server.port, password);
  {
    await using client = await connect(address);
    await client.query('create database product');
  }
  return {
    url: toDatabaseUrl({ ...address, database: 'product' }),
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
