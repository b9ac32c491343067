import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listenOnLoopback } from '../home/ports.ts';
import { createTestHome, spawnStack } from '../testing/spawn-stack.ts';
import { useUsedHomes } from '../testing/used-home.ts';

const createUsedHome = useUsedHomes();

/** Starts a stack that cannot run, and returns the lines it ends with. */
async function refusal(home: string, environment: Record<string, string> = {}): Promise<string> {
  await using stack = spawnStack({ home, environment });
  expect(await stack.exited).toBe(1);
  expect(stack.output()).not.toMatch(/\n\s+at |node:internal/);
  return stack.output().trim().split('\n').at(-1) ?? '';
}

async function occupyPort(): Promise<{ port: string } & AsyncDisposable> {
  const server = createServer();
  const port = await listenOnLoopback(server);
  return { port: String(port), [Symbol.asyncDispose]: async () => void server.close() };
}

it('says where the stack runs that is there already', async () => {
  await using home = await createUsedHome();
  await using stack = spawnStack({ home: home.path });
  const { url } = await stack.ready();
  const line = await refusal(home.path);
  expect(line).toContain(`running already: at ${url} (process ${stack.pid})`);
  expect(line).toContain('ACT_HOME');
  expect((await fetch(`${url}/health/ready`)).ok).toBe(true);
});

it.each(['ACT_STACK_PORT', 'ACT_DB_PORT', 'ACT_PROVIDERS_PORT'])(
  'names the port that is taken when %s asks for it',
  async (variable) => {
    await using home = await createTestHome();
    await using taken = await occupyPort();
    const line = await refusal(home.path, { [variable]: taken.port });
    expect(line).toContain(`Port ${taken.port} is taken`);
    expect(line).toContain(variable);
  },
);

it.each([
  ['ACT_STACK_PORT', 'eighty', 'not a port'],
  ['ACT_DB_PORT', '70000', 'not a port'],
  ['ACT_SIM_SPEED', 'fast', 'not a speed'],
  ['ACT_DATABASE_URL', 'mysql://root@localhost/x', 'postgres://'],
  ['ACT_DATABASE_URL', 'postgres://nobody:x@127.0.0.1:1/none', 'No database answers at 127.0.0.1:1'],
])('explains a wrong %s (%s)', async (variable, value, part) => {
  await using home = await createTestHome();
  expect(await refusal(home.path, { [variable]: value })).toContain(part);
});

it('names the options that there are where it does not know one', async () => {
  await using home = await createTestHome();
  await using stack = spawnStack({ home: home.path, words: ['--bogus'] });
  expect(await stack.exited).toBe(1);
  const line = stack.output().trim().split('\n').at(-1);
  expect(line).toBe(
    "Unknown option '--bogus'. The options are --api, --worker and --storefront, each with the file or folder of a program.",
  );
});

it.each<[string, (data: string) => Promise<unknown>]>([
  [
    'is empty',
    async (data) => {
      await rm(data, { recursive: true });
      await mkdir(data);
    },
  ],
  ['has lost its control file', async (data) => rm(join(data, 'global', 'pg_control'))],
  [
    'holds a damaged control file',
    async (data) => writeFile(join(data, 'global', 'pg_control'), 'x'.repeat(8192)),
  ],
  ['has lost a part', async (data) => rm(join(data, 'pg_xact'), { recursive: true })],
  ['is of another version', async (data) => writeFile(join(data, 'PG_VERSION'), '12\n')],
])('explains a data folder that %s', async (_, damage) => {
  await using home = await createUsedHome();
  const data = join(home.path, 'postgres', '17');
  await damage(data);

  const line = await refusal(home.path);
  expect(line).toContain(data);
  expect(line).toMatch(/Restore|another version|new folder/i);
});

it('explains keys that are gone or garbled', async () => {
  await using home = await createTestHome();
  await mkdir(home.path, { recursive: true });
  await writeFile(join(home.path, 'secrets.json'), '{"publishableKey": "short"}');
  expect(await refusal(home.path)).toContain('secrets.json does not hold the keys');
});

it('explains a file where the folder should be', async () => {
  await using home = await createTestHome();
  await writeFile(home.path, 'a file');
  expect(await refusal(home.path)).toMatch(/in the way.*ACT_HOME/);
  expect(await readFile(home.path, 'utf8')).toBe('a file');
});

it.each([
  ['its keys', 'secrets.json'],
  ['its database', 'postgres'],
  ['its files', 'storage'],
])('does not begin anew without a word when %s are gone', async (what, part) => {
  await using home = await createUsedHome();
  await rename(join(home.path, part), join(home.path, '..', part));
  expect(await refusal(home.path)).toContain(`has lost ${what}`);
  await rename(join(home.path, '..', part), join(home.path, part));
  await using stack = spawnStack({ home: home.path });
  await stack.ready();
});

it.each(['owner.json.1', 'secrets.json'])('explains a folder where %s should be', async (name) => {
  await using home = await createTestHome();
  await mkdir(join(home.path, name), { recursive: true });
  expect(await refusal(home.path)).toMatch(new RegExp(`${name} is a folder`));
});

it('explains a place that takes no folders', async () => {
  expect(await refusal('/proc/act')).toMatch(/No right to read or write \/proc\/act/);
});

it('is not led astray by variables for another server, or by ports that are none', async () => {
  await using home = await createTestHome();
  await mkdir(home.path, { recursive: true });
  await writeFile(join(home.path, 'ports.json'), '{"stack": -1, "database": 99999}');
  const environment = {
    PGSSLMODE: 'require',
    PGOPTIONS: '-c default_transaction_read_only=on',
    PGHOST: '192.0.2.1',
  };
  await using stack = spawnStack({ home: home.path, environment });
  expect((await (await stack.signIn('ctMember')).from('brands').select('id')).data).toHaveLength(1);
});
