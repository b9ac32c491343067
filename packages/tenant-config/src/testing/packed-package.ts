import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const packageFolder = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
const require = createRequire(import.meta.url);
const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');

/** A project of somebody who has installed this package from its packed file. */
export interface ConsumerProject extends AsyncDisposable {
  /** Runs a file of the project in a Node of its own, and gives what it printed. */
  runNode(name: string, source: string): Promise<string>;
  /** Checks TypeScript files of the project; gives what the compiler complains about. */
  checkTypes(files: Record<string, string>, options?: readonly string[]): Promise<string>;
  /** Every file of the packed package. */
  files: readonly string[];
  /** The `package.json` as it is published. */
  manifest: { [key: string]: unknown };
}

/** Packs what the build wrote and installs it, offline, beside the packages that it asks for. */
export async function createConsumerProject(): Promise<ConsumerProject> {
  if (!existsSync(join(packageFolder, 'dist', 'index.d.cts'))) {
    throw new Error('There is no build to test. Run `turbo run test`, which builds first, or `pnpm build`.');
  }
  const folder = await mkdtemp(join(tmpdir(), 'tenant-config-consumer-'));
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, '@act'), { recursive: true });

  const archive = join(folder, 'package.tgz');
  await run('pnpm', ['pack', '--out', archive], { cwd: packageFolder });
  const { stdout } = await run('tar', ['-xzvf', archive, '-C', folder]);
  await rename(join(folder, 'package'), join(modules, '@act', 'tenant-config'));
  for (const name of ['zod', '@supabase/supabase-js']) await linkInstalled(name, modules);
  await writeFile(join(folder, 'package.json'), '{ "private": true }');

  return {
    files: stdout.trim().split('\n').sort(),
    manifest: require(join(modules, '@act', 'tenant-config', 'package.json')),
    runNode: async (name, source) => {
      await writeFile(join(folder, name), source);
      return (await run(process.execPath, [join(folder, name)], { cwd: folder })).stdout;
    },
    checkTypes: async (sources, options = []) => {
      for (const [name, source] of Object.entries(sources)) await writeFile(join(folder, name), source);
      const strict = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext'];
      return run(process.execPath, [compiler, ...strict, ...options, ...Object.keys(sources)], {
        cwd: folder,
      }).then(
        () => '',
        (error: { stdout: string }) => error.stdout,
      );
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

async function linkInstalled(name: string, modules: string): Promise<void> {
  const target = join(modules, name);
  await mkdir(dirname(target), { recursive: true });
  await symlink(join(packageFolder, 'node_modules', name), target, 'junction');
}
