import { isFullRun } from '@act/local-stack/testing';
import type { Page, Request } from 'playwright-core';
import { expect, it } from 'vitest';
import { signInAs } from './pages/sign-in.ts';
import { askToTrain, confirmTraining, setUpTraining, train, waitForPictures } from './pages/train.ts';
import { countRows } from './world/count-rows.ts';
import { drawPictures } from './world/draw-pictures.ts';
import { openWorld } from './world/open-world.ts';
import { startEngine } from './world/start-engine.ts';

/** What happens to a page in the middle of something; answers the page with which the person goes on. */
const interruptions: Readonly<Record<string, (page: Page) => Promise<Page>>> = {
  'loaded anew': async (page) => {
    await page.reload();
    return page;
  },
  'closed and opened again': async (page) => {
    const next = await page.context().newPage();
    next.setDefaultTimeout(60_000);
    const address = page.url();
    await page.close();
    await next.goto(address);
    return next;
  },
};

it.runIf(isFullRun()).each(Object.entries(interruptions))(
  'loses nothing and pays nothing twice when the page is %s in the middle of any step',
  { timeout: 300_000 },
  async (kind, interrupt) => {
    await using world = await openWorld();
    await using engine = await startEngine(world.stack);
    const paidFor = (work: 'training' | 'prediction') =>
      engine.providers.runs().filter((run) => run.kind === work && run.isPaid).length;
    const opened = await world.openPage();
    opened.guard.allow('ERR_FAILED');
    let { page } = opened;
    page.setDefaultTimeout(60_000);
    await signInAs(page, 'ctMember');
    const pictures = await drawPictures(page, 10);

    // While pictures go up: some have arrived, one is under way, and the same ones are chosen again.
    await page.goto('/training/upload', { waitUntil: 'networkidle' });
    await choose(page, pictures.slice(0, 6));
    await waitForPictures(page, 6);
    const context = page.context();
    await context.route('**/upload/resumable/**', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    await choose(page, pictures.slice(6));
    await expect
      .poll(() => page.evaluate('Object.keys(localStorage).join()'), { timeout: 15_000 })
      .toContain('act.uploads:');
    page = await interrupt(page);
    // Only now: the page that was left would have gone on by itself.
    await context.unroute('**/upload/resumable/**');
    await page.getByRole('heading', { name: /broken off$/ }).waitFor();
    await choose(page, pictures.slice(6));
    await waitForPictures(page, 10);
    expect(await countRows(world.stack, 'brand_assets')).toBe(10);

    // While it is set up: a tab keeps what was chosen in it, and nothing is begun by leaving.
    await page.goto('/training/configure', { waitUntil: 'networkidle' });
    await page.getByLabel('Name').fill('signs');
    await askToTrain(page);
    page = await interrupt(page);
    await page.getByText('10 pictures').first().waitFor();
    if (kind === 'loaded anew') await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('signs');
    expect(await countRows(world.stack, 'lora_training_jobs')).toBe(0);

    // As the confirmed training is sent: it is begun, whether or not anybody hears the answer.
    await page.getByLabel('Name').fill('signs');
    await askToTrain(page);
    const sent = page.waitForRequest(isStart);
    await confirmTraining(page);
    await sent;
    await expect.poll(() => countRows(world.stack, 'lora_training_jobs'), { timeout: 15_000 }).toBe(1);
    page = await interrupt(page);
    await page.goto('/training/jobs');
    await page.getByRole('main').getByRole('link', { name: 'signs' }).first().click();
    await page.waitForURL('**/training/monitor?**');

    // While it is watched.
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    page = await interrupt(page);
    await page.getByRole('heading', { name: 'Your model is ready.' }).waitFor();
    expect([await countRows(world.stack, 'lora_training_jobs'), paidFor('training')]).toEqual([1, 1]);

    // While pictures are made.
    await page.goto('/generate/new?model=signs', { waitUntil: 'networkidle' });
    await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('poster of [brand], bold shapes');
    await page.getByRole('button', { name: /^Make 4 pictures/ }).click();
    await expect.poll(() => countRows(world.stack, 'generations'), { timeout: 15_000 }).toBe(1);
    page = await interrupt(page);
    await page.getByRole('img', { name: /^Picture 4:/ }).waitFor();
    expect(await page.getByRole('img', { name: /^Picture \d:/ }).count()).toBe(4);
    expect(await countRows(world.stack, 'generations')).toBe(1);
  },
);

it.runIf(isFullRun())(
  'begins one training where the answer was lost and the button is pressed again',
  {
    timeout: 120_000,
  },
  async () => {
    await using world = await openWorld();
    await using engine = await startEngine(world.stack);
    const { page, guard } = await world.openPage();
    guard.allow('ERR_FAILED');
    page.setDefaultTimeout(60_000);
    await signInAs(page, 'ctMember');
    await page.goto('/training/upload', { waitUntil: 'networkidle' });
    await choose(page, await drawPictures(page, 10));
    await waitForPictures(page, 10);

    await page.route('**/api/training/start?*', async (route) => {
      if (!isStart(route.request())) return route.continue();
      await route.fetch();
      await route.abort();
    });
    await page.goto('/training/configure', { waitUntil: 'networkidle' });
    await page.getByLabel('Name').fill('signs');
    await askToTrain(page);
    await confirmTraining(page);
    await page.getByText('The studio could not be reached.').waitFor();
    await page.unroute('**/api/training/start?*');
    await page.reload();
    await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('signs');
    await train(page);
    await page.getByRole('heading', { name: 'Your model is ready.' }).waitFor();
    expect(await countRows(world.stack, 'lora_training_jobs')).toBe(1);
    expect(engine.providers.runs().filter(({ kind }) => kind === 'training')).toHaveLength(1);

    // The same once more, on purpose, is another one.
    await setUpTraining(page, 'signs');
    expect(await countRows(world.stack, 'lora_training_jobs')).toBe(2);
  },
);

const isStart = (request: Request): boolean =>
  request.method() === 'POST' && new URL(request.url()).pathname === '/api/training/start';

const choose = (page: Page, files: Parameters<Page['setInputFiles']>[1]) =>
  page.locator('input[type=file]').first().setInputFiles(files);
