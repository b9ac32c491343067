import { type Engine, isFullRun } from '@act/local-stack/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkAccessibility } from './browser/check-accessibility.ts';
import { makeTwin } from './pages/flurrty.ts';
import { signInByClick, signOut } from './pages/sign-in.ts';
import { countRows } from './world/count-rows.ts';
import { drawPictures } from './world/draw-pictures.ts';
import { readMailLink } from './world/mail-link.ts';
import { openWorld, type World } from './world/open-world.ts';
import { startEngine } from './world/start-engine.ts';

const mira = 'mira@flurrty.test';
const timo = 'timo@flurrty.test';

const cleanup = new AsyncDisposableStack();
let world: World;
let engine: Engine;

beforeAll(async () => {
  if (!isFullRun()) return;
  world = cleanup.use(await openWorld({ storefront: 'flurrty' }));
  engine = cleanup.use(await startEngine(world.stack));
}, 120_000);
afterAll(() => cleanup.disposeAsync());

const next = (page: Page) => page.getByRole('button', { name: /^On to:/ }).click();

const open = async (options?: Parameters<World['openPage']>[0]) => {
  const opened = await world.openPage(options);
  opened.page.setDefaultTimeout(60_000);
  return opened.page;
};

it.runIf(isFullRun())(
  'takes somebody new on a phone from signing up to pictures of their twin, and forgets it all again',
  { timeout: 300_000 },
  async () => {
    const email = 'new@example.test';
    const page = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await page.goto('/sign-up');
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByText('Look at your mail').waitFor();
    await page.goto(await readMailLink(world.stack, email));
    await page.getByLabel('Password', { exact: true }).fill('four soft warm paws');
    await page.getByLabel('The same again').fill('four soft warm paws');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByRole('button', { name: 'Join Flurrty' }).click();

    await page.getByRole('heading', { name: 'Meet yourself, with fur' }).waitFor();
    await page.getByRole('link', { name: 'Make my first twin' }).click();
    await page.waitForURL('**/create');
    await page
      .getByLabel('Choose photos', { exact: true })
      .first()
      .setInputFiles(await drawPictures(page, 5));
    await page.getByText('5 photos are ready').waitFor();
    expect(await page.getByLabel('Take a photo').first().getAttribute('capture')).toBe('user');

    await next(page);
    await page.waitForURL('**/create?step=look');
    await page.getByText('Cosplay', { exact: true }).click();
    await page.getByText('Cartoon', { exact: true }).click();
    await page.getByText('Striped', { exact: true }).click();
    await page.getByLabel('Mint').first().check({ force: true });
    await next(page);
    await page.waitForURL('**/create?step=character');
    await page.getByRole('button', { name: 'Curious' }).click();
    await page.getByText('Playful', { exact: true }).click();
    await next(page);
    await page.waitForURL('**/create?step=finish');
    await page.getByRole('textbox', { name: 'Name' }).fill('Biscuit');

    // In the middle of it: away and back, and a page loaded anew.
    await page.goBack();
    await page.getByRole('heading', { name: 'Who are you inside?' }).waitFor();
    await page.goForward();
    await page.goto('about:blank');
    await page.goto('/create?step=finish');
    await expect.poll(() => page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Biscuit');
    for (const choice of ['Cosplay', 'Cartoon', 'Striped', 'Curious', 'Playful'])
      await page.getByRole('definition').filter({ hasText: choice }).waitFor();
    await page.getByText('5 are ready').waitFor();
    await page.getByText(/\$\d+\.\d\d \(simulated\)/).waitFor();
    await page.getByRole('button', { name: 'Create My Flurrty Twin' }).click();

    await page.waitForURL('**/twins/*');
    const twin = page.url();
    await page.getByRole('progressbar', { name: 'How far Biscuit is' }).waitFor();
    await page.getByText('You can close this page').waitFor();
    const textbox = page.getByRole('textbox', { name: 'Where would you like to see Biscuit?' });
    await textbox.waitFor();
    await page.getByRole('button', { name: 'Space captain' }).click();
    await page.getByRole('button', { name: 'Make 4 pictures' }).click();
    await page.getByRole('img', { name: /^Picture 4: as a space captain/ }).waitFor();
    const told = await askApi(page, '/api/generations');
    expect(told.items[0]?.prompt).toMatch(
      /^\[brand\], cartoon character, bold outlines, .*striped fur, playful open laugh, Curious personality, cosplay.*\. as a space captain/,
    );

    await page.goto('/activity');
    await page.getByRole('link', { name: 'Biscuit is ready' }).click();
    await page.waitForURL(twin);
    await page.goto('/');
    await page.getByRole('link', { name: 'Biscuit' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete my twin' }).click();
    await page.getByRole('heading', { name: 'Meet yourself, with fur' }).waitFor();
    for (const list of ['assets', 'models', 'generations', 'training/jobs'])
      expect((await askApi(page, `/api/${list}`)).items, list).toEqual([]);
    expect(engine.providers.runs().map(({ state }) => state)).not.toContain('failed');
  },
);

/** A list as the page's own person gets it. */
const askApi = (page: Page, path: string) =>
  page.evaluate<{ items: { prompt?: string }[] }>(`fetch('${path}').then((answer) => answer.json())`);

it.runIf(isFullRun())(
  'keeps the photos of a draft, takes back those that are left out, and lets no more in than a twin takes',
  { timeout: 120_000 },
  async () => {
    const page = await open();
    await signInByClick(page, mira);
    await page.goto('/create');
    const [first, ...others] = await drawPictures(page, 8);
    if (!first) throw new Error('There are eight.');
    const field = page.getByLabel('Choose photos', { exact: true }).first();
    await field.setInputFiles([first]);
    await page.getByText('1 photo is ready').waitFor();
    await page.reload();
    await page.getByText('1 photo is ready').waitFor();
    await page.getByRole('button', { name: 'Remove photo 1' }).click();
    await page.getByText('No photo is ready yet').waitFor();
    await expect.poll(() => countRows(world.stack, 'brand_assets')).toBe(0);

    await field.setInputFiles([first, ...others]);
    await page.getByText('2 photos were left out: 6 are the most.').waitFor();
    await page.getByText('6 photos are ready').waitFor();
    await page.getByRole('button', { name: 'Remove photo 6' }).click();
    await page.getByText('5 photos are ready').waitFor();
    for (let left = 5; left > 0; left -= 1) {
      await page.getByRole('button', { name: 'Remove photo 1' }).click();
      await page
        .getByText(left === 1 ? 'No photo is ready yet' : `${left - 1} photo`)
        .first()
        .waitFor();
    }
  },
);

it.runIf(isFullRun())(
  'says what is missing instead of making a twin, and keeps a draft for nobody else',
  { timeout: 120_000 },
  async () => {
    const page = await open();
    await signInByClick(page, mira);
    const before = await countRows(world.stack, 'lora_training_jobs');
    await page.goto('/create?step=finish');
    await page.getByText('3 more photos are needed.').waitFor();
    await page.getByRole('button', { name: 'Create My Flurrty Twin' }).click();
    await page.getByText('Give your twin a name.').waitFor();
    expect(await countRows(world.stack, 'lora_training_jobs')).toBe(before);
    await page.getByRole('textbox', { name: 'Name' }).fill('Secret Biscuit');
    expect(await page.evaluate<string>('JSON.stringify({ ...localStorage })')).toContain('Secret Biscuit');
    await page.goto('/');
    await page.getByRole('link', { name: 'Go on with the draft' }).waitFor();
    await signOut(page, { everywhere: false });
    expect(await page.evaluate<string>('JSON.stringify({ ...localStorage })')).not.toContain('Secret');
    await signInByClick(page, timo);
    await page.goto('/create?step=finish');
    await page.getByRole('textbox', { name: 'Name' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('');
  },
);

it.runIf(isFullRun())(
  'shows nothing of one person to another of the same brand, its admin included',
  { timeout: 180_000 },
  async () => {
    const page = await open();
    await signInByClick(page, mira);
    await makeTwin(page, 'Mira in fur');
    const { pathname } = new URL(page.url());
    await page.getByRole('button', { name: 'Magazine cover' }).waitFor();
    for (const email of [timo, 'admin@flurrty.test']) {
      const opened = await world.openPage();
      opened.guard.allow('status of 404');
      const other = opened.page;
      await signInByClick(other, email);
      await other.getByRole('heading', { name: 'Meet yourself, with fur' }).waitFor();
      await other.goto('/create');
      await other.getByText('No photo is ready yet').waitFor();
      await other.goto(pathname);
      await other.getByText('This twin is not there, or not yours to see.').waitFor();
      expect(await other.content()).not.toContain('Mira in fur');
    }
  },
);

it.runIf(isFullRun())(
  'says plainly what went wrong, keeps everything, and goes on from there; what is stopped can go on too',
  { timeout: 180_000 },
  async () => {
    const page = await open();
    await signInByClick(page, timo);
    engine.providers.faults.add({
      on: 'replicate.trainings.run',
      kind: 'fail-run',
      message: 'CUDA out of memory',
    });
    await makeTwin(page, 'Rusty');
    await page.getByRole('heading', { name: 'What went wrong' }).waitFor();
    await page.getByText('Nothing is lost').waitFor();
    engine.providers.faults.add({ on: 'replicate.trainings.run', kind: 'stall' });
    const failed = page.url();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForURL((url) => url.href !== failed);
    await page.getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Stop', exact: true }).click();
    await page.getByRole('heading', { name: 'You stopped this one.' }).waitFor();
    engine.providers.faults.clear();
    const stopped = page.url();
    await page.getByRole('button', { name: 'Go on with it after all' }).click();
    await page.waitForURL((url) => url.href !== stopped);
    await page.getByRole('button', { name: 'Red carpet' }).waitFor();
    await page.goto('/');
    const cards = page.getByRole('list', { name: 'My twins' }).getByRole('link', { name: 'Rusty' });
    await cards.first().waitFor();
    expect(await cards.count()).toBe(1);

    engine.providers.faults.add({ on: 'replicate.predictions.run', kind: 'fail-run', times: 4 });
    await page.getByRole('link', { name: 'Rusty' }).click();
    await page.getByRole('button', { name: 'Red carpet' }).click();
    await page.getByRole('button', { name: 'Make 4 pictures' }).click();
    const failure = page.getByRole('region', { name: 'These pictures were not made' });
    await failure.waitFor();
    engine.providers.faults.clear();
    await failure.getByRole('button', { name: 'Again, with the same settings' }).click();
    await page.getByRole('img', { name: /^Picture 4: on a red carpet/ }).waitFor();
  },
);

it.runIf(isFullRun()).each([
  { colorScheme: 'light', locale: 'en-GB' },
  { colorScheme: 'dark', locale: 'ru-RU' },
] as const)('can be used by everybody, $colorScheme, $locale', { timeout: 180_000 }, async (look) => {
  const page = await open(look);
  for (const path of ['/sign-in', '/sign-up']) {
    await page.goto(path);
    expect.soft(await checkAccessibility(page), path).toEqual([]);
  }
  await signInByClick(page, 'admin@flurrty.test');
  const steps = ['photos', 'look', 'character', 'finish'].map((step) => `/create?step=${step}`);
  for (const path of ['/', ...steps, '/settings', '/activity']) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    expect.soft(await checkAccessibility(page), path).toEqual([]);
  }
  await page.context().clearCookies();
  await signInByClick(page, timo);
  await page.goto('/');
  await page.getByRole('link', { name: 'Rusty' }).click();
  await page.locator('textarea').waitFor();
  expect.soft(await checkAccessibility(page), 'twin').toEqual([]);
});
