import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const packageFolder = fileURLToPath(new URL('../../../', import.meta.url));
const run = promisify(execFile);
const require = createRequire(import.meta.url);
const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');

/** What of a `package.json` is looked at. */
interface PublishedManifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

/** A program of a consumer: how it is run, and what it is given. */
interface Program {
  /** Its end says what it is: `.mjs`, `.cjs`, `.ts`. */
  readonly name: string;
  readonly source: string;
  /** What it finds in `input.json` beside it. */
  readonly input?: object;
  /** Options of Node. */
  readonly nodeOptions?: readonly string[];
}

/** A project of somebody who has installed this package from its packed file, and nothing that is optional. */
export interface ConsumerProject extends AsyncDisposable {
  readonly folder: string;
  /** Every file of the packed package. */
  readonly files: readonly string[];
  /** The `package.json` as it is published. */
  readonly manifest: PublishedManifest;
  /** Runs a program in a Node of its own, with no environment, and gives what it printed. */
  runNode(program: Program): Promise<string>;
  /** The same by another program, such as Deno: its path and what comes before the name of the file. */
  runWith(command: readonly [string, ...string[]], program: Program): Promise<string>;
  /** Checks TypeScript files of the project; gives what the compiler complains about. */
  checkTypes(files: Record<string, string>, options: readonly string[]): Promise<string>;
}

/** Packs what the build wrote and installs it, offline, beside the packages that it asks for. */
export async function createConsumerProject(): Promise<ConsumerProject> {
  if (!existsSync(join(packageFolder, 'dist', 'index.d.cts'))) {
    throw new Error('There is no build to test. Run `turbo run test`, which builds first, or `pnpm build`.');
  }
  const folder = await mkdtemp(join(tmpdir(), 'ai-models-consumer-'));
  const modules = join(folder, 'node_modules');
  await mkdir(join(modules, '@act'), { recursive: true });
  const archive = join(folder, 'package.tgz');
  await run('pnpm', ['pack', '--out', archive], { cwd: packageFolder });
  const { stdout } = await run('tar', ['-xzvf', archive, '-C', folder]);
  const installed = join(modules, '@act', 'ai-models');
  await rename(join(folder, 'package'), installed);
  const manifest: PublishedManifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  for (const name of Object.keys(manifest.dependencies)) await linkInstalled(name, modules);
  await writeFile(join(folder, 'package.json'), '{ "private": true }');

  const runWith: ConsumerProject['runWith'] = async ([command, ...options], { name, source, input = {} }) => {
    await writeFile(join(folder, 'input.json'), JSON.stringify(input));
    await writeFile(join(folder, name), source);
    return (await run(command, [...options, join(folder, name)], { cwd: folder, env: {} })).stdout;
  };
  return {
    folder,
    files: stdout.trim().split('\n').sort(),
    manifest,
    runWith,
    runNode: (program) => runWith([process.execPath, ...(program.nodeOptions ?? [])], program),
    checkTypes: async (sources, options) => {
      for (const [name, source] of Object.entries(sources)) await writeFile(join(folder, name), source);
      const strict = ['--strict', '--exactOptionalPropertyTypes', '--lib', 'es2023,dom,dom.iterable'];
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
