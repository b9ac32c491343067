import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { TestStack } from '@act/local-stack/testing';

const starter = createRequire(import.meta.url).resolve('deno/bin.cjs');
const folder = (name: string) => fileURLToPath(new URL(`../../functions/${name}`, import.meta.url));

/** What a hosted project sets for a function, and what its operator may. */
const settingNames = [
  'SUPABASE_URL',
  'SUPABASE_ANON_KEY',
  'SUPABASE_PUBLISHABLE_KEY',
  'ACT_API_ALLOWED_ORIGINS',
  'ACT_API_PUBLIC_URL',
  'REPLICATE_WEBHOOK_SECRET',
];

export interface EdgeFunction extends AsyncDisposable {
  /** As Supabase passes it on: up to the function's name. */
  readonly url: string;
}

/** Runs a function in Deno, where it may listen, reach the project, and read its own settings: nothing else. */
export async function startEdgeFunction(
  name: string,
  { url, secrets }: TestStack,
  settings: Readonly<Record<string, string>> = {},
): Promise<EdgeFunction> {
  const permissions = [
    `--allow-net=127.0.0.1:0,${new URL(url).host}`,
    `--allow-env=${settingNames.join(',')}`,
  ];
  const modules = ['--no-remote', '--no-lock', '--no-prompt', '--config', `${folder(name)}/deno.json`];
  const child = spawn(
    process.execPath,
    [starter, 'run', ...modules, ...permissions, `${folder(name)}/index.ts`],
    {
      env: {
        DENO_SERVE_ADDRESS: 'tcp:127.0.0.1:0',
        DENO_NO_UPDATE_CHECK: '1',
        NO_COLOR: '1',
        SUPABASE_URL: url,
        SUPABASE_ANON_KEY: secrets.publishableKey,
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // The starter and the program that it starts are ended together.
      detached: true,
    },
  );
  const exited = once(child, 'exit');
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const find = () => printed.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0];
  while (!find() && child.exitCode === null) {
    await Promise.race([once(child.stderr, 'data'), once(child.stdout, 'data'), exited]);
  }
  const address = find();
  if (!address) throw new Error(`${name} did not start: ${printed}`);
  return {
    url: `${address}/${name}`,
    [Symbol.asyncDispose]: async () => {
      if (child.pid !== undefined) process.kill(-child.pid);
      await exited;
    },
  };
}
