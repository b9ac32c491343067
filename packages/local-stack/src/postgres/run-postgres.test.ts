import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { connect } from '../database/connection.ts';
import { startCluster, superuserAddress } from './cluster.ts';
import { postgresMajorVersion } from './data-folder.ts';

const password = 'a password';
let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'act cluster ü '));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const start = () => startCluster({ home, superuserPassword: password, disposable: true });
const pidFile = () => join(home, 'postgres', postgresMajorVersion, 'postmaster.pid');

async function ask(port: number, sql: string): Promise<unknown> {
  await using client = await connect(superuserAddress(port, password));
  return Object.values((await client.query(sql)).rows[0])[0];
}

it('makes a UTF-8 cluster that sorts alike on every machine, and opens it again', async () => {
  const first = await start();
  expect(await ask(first.port, 'show server_encoding')).toBe('UTF8');
  expect(await ask(first.port, `select datlocprovider from pg_database where datname = 'postgres'`)).toBe(
    'b',
  );
  expect(await ask(first.port, 'show timezone')).toBe('UTC');
  await first.stop();
  const second = await start();
  expect(await ask(second.port, 'select 1')).toBe(1);
  await second.stop();
  expect(await readdir(join(home, 'postgres'))).toEqual([postgresMajorVersion]);
});

it('lets nobody in without the password', async () => {
  const server = await start();
  await expect(connect(superuserAddress(server.port, 'wrong'))).rejects.toMatchObject({
    code: 'database_unreachable',
  });
  expect((await stat(join(home, 'postgres', postgresMajorVersion))).mode & 0o077).toBe(0);
  await server.stop();
});

it('takes over from a server that was left running', async () => {
  const orphan = await start();
  const heir = await start();
  expect(heir.pid).not.toBe(orphan.pid);
  await orphan.exited;
  expect(await ask(heir.port, 'select 1')).toBe(1);
  await heir.stop();
});

it.each([
  ['a process that is gone', async () => 2 ** 22 + 1],
  ['a program that is no PostgreSQL', async () => process.pid],
  ['a PostgreSQL with another folder', async () => (await startElsewhere()).pid],
])('is not held up by a note that names %s', async (_, findPid) => {
  const server = await start();
  const note = await readFile(pidFile(), 'utf8');
  await server.stop();
  const pid = await findPid();
  await writeFile(pidFile(), note.replace(/^\d+/, String(pid)));

  const again = await start();
  expect(await ask(again.port, 'select 1')).toBe(1);
  await again.stop();
  if (pid !== 2 ** 22 + 1) expect(() => process.kill(pid, 0)).not.toThrow();
});

/** Stands in for a neighbour's server: a process of that name which works in a folder of its own. */
async function startElsewhere(): Promise<{ pid: number }> {
  const program = join(home, 'postgres-elsewhere', 'postgres');
  await cp('/bin/sleep', program);
  const child = spawn(program, ['60'], { cwd: tmpdir(), stdio: 'ignore' });
  onTestFinished(() => void child.kill());
  return { pid: child.pid ?? 0 };
}
