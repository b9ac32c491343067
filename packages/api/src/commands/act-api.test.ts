import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startFaultyProxy, startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';

const command = fileURLToPath(new URL('act-api.ts', import.meta.url));

async function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, [command], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const exited = once(child, 'exit');
  while (!printed.includes('\n') && child.exitCode === null) {
    await Promise.race([once(child.stdout, 'data'), exited]);
  }
  return { child, exited, printed: () => printed };
}

it('serves on this machine alone, and ends what it has begun when it is told to stop', async () => {
  await using stack = await startStack({ listen: true });
  const asked = Promise.withResolvers<void>();
  await using project = await startFaultyProxy(stack.url, ({ path }) => {
    if (path.startsWith('/rest/v1/lora_training_jobs')) asked.resolve();
    return { kind: 'pass' };
  });
  const { child, exited, printed } = await start({
    SUPABASE_URL: project.url,
    SUPABASE_PUBLISHABLE_KEY: stack.secrets.publishableKey,
    ACT_API_PORT: '0',
  });
  const [, url = ''] = printed().match(/Listening at (http:\/\/127\.0\.0\.1:\d+\/api)\n/) ?? [];
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  const authorization = `Bearer ${await stack.tokenFor('ctMember')}`;
  const running = fetch(`${url}/training/jobs`, { headers: { authorization } });
  await asked.promise;
  child.kill('SIGTERM');
  expect((await running).status).toBe(200);
  expect(await exited).toEqual([0, null]);
});

it('says which settings are missing, and does not start', async () => {
  const { exited, printed } = await start({ SUPABASE_URL: 'nowhere' });
  expect((await exited)[0]).toBe(1);
  expect(printed()).toMatch(/SUPABASE_URL: .*SUPABASE_PUBLISHABLE_KEY: /);
});
