import { execFile, execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { explainSystemError } from '../errors/explain-system-error.ts';
import { explainPostgresFailure } from '../postgres/explain-failure.ts';
import { spawnStack } from '../testing/spawn-stack.ts';

const run = promisify(execFile);
const canMount = isMountable();

it.runIf(canMount).each([
  ['for the keys', '16k'],
  ['for the database', '12m'],
])('says that the disk is full: no room %s', async (_, size) => {
  await using disk = await mountDisk(size);
  await using stack = spawnStack({ home: join(disk.path, 'home') });
  expect(await stack.exited).toBe(1);
  expect(stack.output().trim().split('\n').at(-1)).toMatch(
    /The disk that holds .* is full\. Free some space/,
  );
});

it.runIf(canMount)(
  'says that the disk is full when it filled up between two starts, and goes on once there is room',
  async () => {
    await using disk = await mountDisk('128m');
    const home = join(disk.path, 'home');
    {
      await using stack = spawnStack({ home });
      await stack.ready();
    }
    const filler = join(disk.path, 'filler');
    await run('dd', ['if=/dev/zero', `of=${filler}`, 'bs=64k']).catch(() => undefined);
    {
      await using stack = spawnStack({ home });
      expect(await stack.exited).toBe(1);
      expect(stack.output().trim().split('\n').at(-1)).toMatch(/The disk that holds .* is full/);
    }
    await rm(filler);
    await using stack = spawnStack({ home });
    await stack.ready();
  },
);

it('knows a full disk by what PostgreSQL and the system say of it', () => {
  const said = 'FATAL:  could not write lock file "postmaster.pid": No space left on device';
  const failure = { output: said, exitCode: 1, dataFolder: '/data', freeBytes: 2 ** 30 };
  expect(explainPostgresFailure(failure)).toMatchObject({ code: 'disk_full' });
  expect(explainPostgresFailure({ ...failure, output: '', freeBytes: 0 })).toMatchObject({
    code: 'disk_full',
  });
  expect(explainPostgresFailure({ ...failure, output: '' })).toMatchObject({ code: 'database_failed' });

  const error = Object.assign(new Error('write'), { code: 'ENOSPC' });
  expect(explainSystemError(error, '/data')).toMatchObject({ code: 'disk_full' });
});

it('says which folder it has no right to', async () => {
  const parent = await mkdtemp(join(tmpdir(), 'act-closed-'));
  const closed = join(parent, 'closed');
  await mkdir(closed);
  await chmod(closed, 0o500);
  const { stdout } = await startWithoutPrivileges(join(closed, 'home'));
  expect(stdout).toMatch(/no_permission: No right to read or write .*closed.*\. Give your user the right/);
  await rm(parent, { recursive: true });
});

/** Root may do anything, so it gives its rights away once everything is loaded. */
function startWithoutPrivileges(home: string) {
  const module = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
  const script = `
    const { startSupervisor } = await import(${module('./start-supervisor.ts')});
    const { createProgress } = await import(${module('./progress.ts')});
    if (process.getuid() === 0) process.seteuid(65534);
    const settings = { home: ${JSON.stringify(home)}, stackPort: null, databasePort: null, database: null };
    await startSupervisor({ settings, progress: createProgress() }).catch((error) => {
      console.log(error.code + ': ' + error.message + ' ' + error.remedy);
    });`;
  return run(process.execPath, ['--input-type=module', '-e', script]);
}

async function mountDisk(size: string): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'act-disk-'));
  await run('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0755`, 'tmpfs', path]);
  return {
    path,
    [Symbol.asyncDispose]: async () => {
      await run('umount', ['-l', path]);
      await rm(path, { recursive: true, force: true });
    },
  };
}

/** A disk can be made full only where a small one can be mounted: as root, and not in every container. */
function isMountable(): boolean {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return false;
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
