import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { guardedEnvironment, isFullRun } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { paintPictures } from './testing/paint-pictures.ts';
import { type Page, readPages } from './testing/read-docs.ts';
import { startWorld, type World } from './testing/start-world.ts';

const program = fileURLToPath(new URL('act.ts', import.meta.url));

/** The commands of a page, one after the other in one shell, as somebody would who follows it. */
function toScript({ commands }: Page): string {
  const blocks = commands.filter(({ needsAccount }) => !needsAccount).map((block) => block.text);
  // What else a page names is run by tests of its own; docs.test.ts says by which.
  const own = blocks.filter((block) => /^npx act |curl /m.test(block));
  const npx = `npx() { [ "$1" = act ] && shift && node '${program}' "$@"; }`;
  return ['set -euo pipefail', npx, ...own].join('\n');
}

async function runPage(world: World, page: Page) {
  const child = spawn('bash', ['-c', toScript(page)], {
    cwd: world.folder,
    env: {
      ...guardedEnvironment({ XDG_CONFIG_HOME: join(world.folder, 'reader') }),
      PATH: `${dirname(process.execPath)}:${guardedEnvironment({}).PATH ?? ''}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, stdout, stderr };
}

it.runIf(isFullRun())('does what its pages say, command by command', { timeout: 300_000 }, async () => {
  await using world = await startWorld({ speed: 400 });
  await paintPictures(join(world.folder, 'pictures'), 12);
  const pages = new Map(readPages().map((page) => [page.name, page]));
  const run = async (name: string) => {
    const page = pages.get(name);
    if (!page) throw new Error(`There is no page ${name}.`);
    pages.delete(name);
    return runPage(world, page);
  };
  const first = await run('first-training.md');
  expect(first.code, `${first.stdout}${first.stderr.slice(-2_000)}`).toBe(0);
  expect(first.stdout).toMatch(/Its model is flux-lora-v1/);
  expect(first.stdout).toMatch(/"status":"(pending|starting|training|completed)"[^\n]*$/);
  const recovery = await run('recovery.md');
  expect(recovery.code, `${recovery.stdout}${recovery.stderr.slice(-2_000)}`).toBe(0);
  expect(recovery.stdout).toContain('pictures.zip');
  // A page with commands of its own belongs above.
  expect([...pages.values()].filter((page) => toScript(page).split('\n').length > 2)).toEqual([]);
});
