import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestStack } from '@act/local-stack/testing';

/** The product's HTTP interface beside the worker, as an operator runs it. */
export interface InterfaceProcess extends AsyncDisposable {
  /** Up to the path below which it is mounted. */
  readonly url: string;
  /** A member speaks. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The program of a package that no code of this one knows. */
const command = fileURLToPath(new URL('../../../api/src/commands/act-api.ts', import.meta.url));

/** @param projectUrl where the project is for it, if something stands before the stack */
export async function spawnInterface(stack: TestStack, projectUrl = stack.url): Promise<InterfaceProcess> {
  const child = spawn(process.execPath, [command], {
    env: {
      SUPABASE_URL: projectUrl,
      SUPABASE_PUBLISHABLE_KEY: stack.secrets.publishableKey,
      ACT_API_PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = once(child, 'exit');
  const { promise: listening, resolve } = Promise.withResolvers<string>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    const [, url] = /^Listening at (\S+)$/.exec(line) ?? [];
    if (url) resolve(url);
  });
  const url = await Promise.race([listening, gone]);
  if (typeof url !== 'string') throw new Error('The interface ended as it started.');
  return {
    url,
    headers: { authorization: `Bearer ${await stack.tokenFor('ctMember')}` },
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
