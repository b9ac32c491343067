import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { guardedEnvironment, isFullRun } from '@act/local-stack/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInByClick } from './pages/sign-in.ts';
import { bringPictures, setUpTraining } from './pages/train.ts';
import { openWorld } from './world/open-world.ts';
import { startEngine } from './world/start-engine.ts';

const run = promisify(execFile);
const ours = fileURLToPath(new URL('../../../', import.meta.url));
let repository: string;

/** As somebody has it who cloned the repository: what git knows, and nothing that was built. */
beforeAll(async () => {
  if (!isFullRun()) return;
  repository = await mkdtemp(join(tmpdir(), 'act-fifth-'));
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ours,
    maxBuffer: 16_000_000,
  });
  for (const file of stdout.split('\0').filter(Boolean))
    await cp(join(ours, file), join(repository, file), { recursive: true }).catch(ignoreDeleted);
}, 60_000);
afterAll(() => repository && rm(repository, { recursive: true, force: true }));

it.runIf(isFullRun())(
  'makes a fifth storefront that starts, and in which a model is trained and paints four pictures',
  { timeout: 900_000 },
  async () => {
    const node = (...words: string[]) =>
      run(process.execPath, words, { cwd: repository, env: guardedEnvironment({}) });
    const act = join(ours, 'packages', 'cli', 'src', 'act.ts');
    await node(act, 'new-storefront', 'meadow', '--name', 'Meadow', '--repository', repository);
    await run(
      'npx',
      ['--yes', '--prefer-offline', 'pnpm@12.21.0', 'install', '--no-frozen-lockfile', '--prefer-offline'],
      {
        cwd: repository,
        env: guardedEnvironment({ CI: 'true' }),
        maxBuffer: 16_000_000,
      },
    );
    await run(
      'npx',
      ['--yes', '--prefer-offline', 'pnpm@12.21.0', 'exec', 'turbo', 'run', 'build', '--filter=meadow'],
      {
        cwd: repository,
        env: guardedEnvironment({}),
        maxBuffer: 16_000_000,
      },
    );

    await using world = await openWorld({
      storefront: pathToFileURL(`${join(repository, 'brands', 'meadow')}/`),
    });
    await using engine = await startEngine(world.stack);
    const { page } = await world.openPage();
    page.setDefaultTimeout(60_000);
    await signInByClick(page, 'member@meadow.test');
    await bringPictures(page, 10);
    await setUpTraining(page, 'flowers');
    await page.getByText('Your model is ready.').waitFor();
    await page.goto('/generate/new?model=flowers', { waitUntil: 'networkidle' });
    await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('a field of flowers');
    await page.getByRole('button', { name: /^Make 4 pictures/ }).click();
    await page.getByRole('img', { name: /^Picture 4:/ }).waitFor();
    expect(engine.providers.runs().map(({ state }) => state)).not.toContain('failed');

    // Whoever is in other brands alone finds a door, not the brand.
    const other = await world.openPage();
    await other.page.goto('/sign-in');
    expect(await other.page.locator('button[value$="@creativetechnologists.test"]').count()).toBe(0);
  },
);

/** A file that git knows and nobody has any more. */
const ignoreDeleted = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'ENOENT') throw error;
};
