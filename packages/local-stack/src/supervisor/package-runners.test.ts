import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { isProcessAlive } from '../home/processes.ts';
import { listDescendants } from '../testing/processes.ts';
import { createTestHome } from '../testing/spawn-stack.ts';
import { until } from '../testing/until.ts';

const start = fileURLToPath(new URL('../commands/start.ts', import.meta.url));
const packageFile = fileURLToPath(new URL('../../../../package.json', import.meta.url));

it.runIf(process.platform === 'linux')(
  'stops in order when the outermost package runner is gone, but not when whoever called that is',
  async () => {
    await using home = await createTestHome();
    // As npm does it: each runner has a shell of its own, and what is below the first knows of the script it runs for.
    const stack = `"${process.execPath}" "${start}"; :`;
    const runner = `sh -c 'npm_lifecycle_event=start npm_package_json="${packageFile}" sh -c "sh -c \\"$STACK\\"; :"; :'; :`;
    const { npm_package_json: _, npm_lifecycle_event: __, ACT_TEST_CLUSTER: ___, ...inherited } = process.env;
    const caller = spawn('sh', ['-c', runner], {
      env: {
        ...inherited,
        STACK: stack.replaceAll('"', '\\"'),
        ACT_HOME: home.path,
        ACT_DEMO_CONTENT: 'off',
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let isLeft = true;
    let printed = '';
    caller.stdout.on('data', (text: Buffer) => {
      printed += text;
    });
    await until('the stack has started', async () => printed.includes('Stop with Ctrl-C'), 60_000);
    const below = await listDescendants(caller.pid ?? 0);
    const [outermost] = below;
    const supervisor = below.find(({ command }) => command.endsWith('commands/start.ts'));
    onTestFinished(() => void (supervisor && isLeft && process.kill(supervisor.pid)));
    expect(below.filter(({ command }) => command.startsWith('sh -c'))).toHaveLength(3);

    caller.kill('SIGTERM');
    await once(caller, 'exit');
    // Three times as long as it takes to notice that somebody is gone.
    await sleep(1_500);
    expect(await isProcessAlive(supervisor?.pid ?? 0)).toBe(true);
    expect(printed).not.toContain('Stopping');

    process.kill(outermost?.pid ?? 0, 'SIGTERM');
    await until('the stack has stopped', async () => !(await isProcessAlive(supervisor?.pid ?? 0)));
    isLeft = false;
    expect(printed).toContain('Everything is kept');
  },
);
