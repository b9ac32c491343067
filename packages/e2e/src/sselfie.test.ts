import { type Engine, isFullRun } from '@act/local-stack/testing';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { checkAccessibility } from './browser/check-accessibility.ts';
import { signInByClick } from './pages/sign-in.ts';
import { bringSelfies, isSettled, trainOnSelfies } from './pages/sselfie.ts';
import { drawPictures } from './world/draw-pictures.ts';
import { readMailLink } from './world/mail-link.ts';
import { openWorld, type World } from './world/open-world.ts';
import { startEngine } from './world/start-engine.ts';

const admin = 'admin@sselfie.test';
const mira = 'mira@sselfie.test';
const noor = 'noor@sselfie.test';
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

const cleanup = new AsyncDisposableStack();
let world: World;
let engine: Engine;

beforeAll(async () => {
  if (!isFullRun()) return;
  world = cleanup.use(await openWorld({ storefront: 'sselfie' }));
  engine = cleanup.use(await startEngine(world.stack));
}, 120_000);
// One that was not met must not meet the next.
afterEach(() => engine?.providers.faults.clear());
afterAll(() => cleanup.disposeAsync());

const open = async (options: Parameters<World['openPage']>[0] = phone) => {
  const opened = await world.openPage(options);
  opened.page.setDefaultTimeout(60_000);
  return opened.page;
};

/** A list as the page's own person gets it. */
const askApi = (page: Page, path: string) =>
  page.evaluate<{ items: { triggerWord?: string; metadata?: unknown; isTrainingData?: boolean }[] }>(
    `fetch('${path}').then((answer) => answer.json())`,
  );

it.runIf(isFullRun())(
  'takes somebody new on a phone from signing up to favourite pictures of themselves',
  { timeout: 300_000 },
  async () => {
    const email = 'new@example.test';
    const page = await open();
    await page.goto('/sign-up');
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByText('Look at your mail').waitFor();
    await page.goto(await readMailLink(world.stack, email));
    await page.getByLabel('Password', { exact: true }).fill('five warm paper cuts');
    await page.getByLabel('The same again').fill('five warm paper cuts');
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByRole('button', { name: 'Join Sselfie' }).click();

    // Nobody has selfies at first: that is where home leads.
    await page.waitForURL('**/training');
    await page.getByText('What makes a good selfie').waitFor();
    expect(await page.getByLabel('Take a selfie').first().getAttribute('capture')).toBe('user');
    await bringSelfies(page, 4);
    await page.getByRole('button', { name: 'Start Training' }).click();
    await page.getByText('There are not enough selfies yet.').waitFor();
    await page
      .getByLabel('Choose pictures', { exact: true })
      .first()
      .setInputFiles(await drawPictures(page, 6).then((drawn) => drawn.slice(4)));
    await page.getByText('6 selfies, at least 5').waitFor();
    await isSettled(page);
    const checks = page.getByRole('listitem').filter({ hasText: 'Large enough' }).first();
    for (const passed of ['Sharp', 'Good light', 'Unlike the others'])
      await checks.getByText(passed).first().waitFor();

    // In the middle of it, the page is loaded anew.
    await page.getByLabel('Name of the model').fill('Me this winter');
    const word = await page.locator('code', { hasText: /^user\d{8}$/ }).textContent();
    await page.reload();
    await expect.poll(() => page.getByLabel('Name of the model').inputValue()).toBe('Me this winter');
    await page.locator('code', { hasText: `${word}` }).waitFor();
    await page.getByText(/^\$\d+\.\d\d \(simulated\) · about/).waitFor();
    await trainOnSelfies(page, 'Me this winter');

    await page.getByText('You can close this page').waitFor();
    const way = page.getByRole('list', { name: 'How far it is' });
    await page.goto('/');
    await page.waitForURL('**/training/progress?job=*');
    await page.getByRole('heading', { name: 'There you are.' }).waitFor();
    expect(await way.getByRole('listitem').allTextContents()).toEqual([
      'Starting (done)',
      'Training (done)',
      'Completed (done)',
    ]);
    const trained = await askApi(page, '/api/models');
    expect(trained.items).toMatchObject([{ triggerWord: word, metadata: { gender: 'woman' } }]);

    await page.getByRole('link', { name: 'Open the studio' }).click();
    await page.waitForURL('**/studio?job=*');
    await page.getByText('City', { exact: true }).click();
    await page.getByRole('button', { name: 'On the roof' }).click();
    const prompt = page.getByRole('textbox', { name: 'Prompt', exact: true });
    await expect.poll(() => prompt.inputValue()).toMatch(/^photo of \[brand\], a woman, on a rooftop/);
    await page.getByText(`[brand] is you: ${word} takes its place, once.`).waitFor();
    await page.getByRole('button', { name: /^Make 4 pictures/ }).click();
    await page.getByRole('img', { name: /^Picture 4: photo of/ }).waitFor();
    await page.getByRole('button', { name: 'Add to favourites' }).first().click();
    await page.getByRole('button', { name: 'Take out of favourites' }).waitFor();
    expect(engine.providers.runs().map(({ state }) => state)).not.toContain('failed');

    await page.getByRole('link', { name: 'Mine' }).last().click();
    await page.getByRole('heading', { name: /^Me this winter/ }).waitFor();
    await page.getByText('Run at Replicate').waitFor();
    await page.getByRole('tab', { name: /^Runs/ }).click();
    await page.getByText('Parameters').click();
    await page.getByRole('definition').filter({ hasText: '0.0004' }).waitFor();
    await page.getByRole('tab', { name: /^Selfies/ }).click();
    expect(await page.getByText('In use', { exact: true }).count()).toBe(6);
    await page.getByRole('tab', { name: /^Weights/ }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.safetensors$/);

    // And from now on home leads to the studio.
    await page.goto('/');
    await page.waitForURL('**/studio');
  },
);

it.runIf(isFullRun())(
  'says why a training failed, tries it again, and stops it when told to',
  { timeout: 240_000 },
  async () => {
    const page = await open();
    await signInByClick(page, noor);
    await bringSelfies(page, 5);
    engine.providers.faults.add({
      on: 'replicate.trainings.run',
      kind: 'fail-run',
      message: 'CUDA out of memory',
    });
    await trainOnSelfies(page, 'Unlucky');
    await page.getByText('The GPU had too little memory for these settings.').waitFor();
    const failed = page.url();
    await page.goto('/');
    await page.waitForURL(failed);
    engine.providers.faults.add({ on: 'replicate.trainings.run', kind: 'stall' });
    await page.getByRole('button', { name: 'Retry with same settings' }).click();
    await page.waitForURL((url) => url.href !== failed && url.searchParams.has('job'));
    await page.getByRole('button', { name: 'Stop training' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Stop training' }).click();
    await page.getByText('This training was stopped.').waitFor();
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('tab', { name: /^Runs/ }).click();
    await page.getByText('The GPU had too little memory for these settings.').waitFor();
  },
);

it.runIf(isFullRun())(
  'shows nothing of one person to another of the same brand, its admin included',
  { timeout: 240_000 },
  async () => {
    const page = await open();
    await signInByClick(page, mira);
    await bringSelfies(page, 5);
    await trainOnSelfies(page, 'Mira alone');
    await page.getByRole('heading', { name: 'There you are.' }).waitFor();
    const { pathname, search } = new URL(page.url());

    // What is left out stays, can be taken in again, and goes only when it is deleted.
    await page.goto('/training');
    await page.getByRole('button', { name: 'Leave out selfie 5' }).click();
    await page.getByText('4 selfies, at least 5').waitFor();
    const inUse = async () =>
      (await askApi(page, '/api/assets')).items.map(({ isTrainingData }) => isTrainingData).toSorted();
    await expect.poll(inUse).toEqual([false, true, true, true, true]);
    await page.goto('/models?view=selfies');
    await page.getByRole('button', { name: 'Use again' }).click();
    await expect.poll(() => page.getByText('In use', { exact: true }).count()).toBe(5);
    await page.getByRole('button', { name: 'Delete selfie 1' }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Delete/ })
      .click();
    await expect.poll(inUse).toEqual([true, true, true, true]);

    const opened = await world.openPage(phone);
    opened.guard.allow('status of 404');
    const other = opened.page;
    other.setDefaultTimeout(60_000);
    await signInByClick(other, admin);
    await other.waitForURL('**/training');
    await other.getByText('0 selfies, at least 5').waitFor();
    await other.goto('/models');
    await other.getByText('No model of you yet').waitFor();
    for (const list of ['assets', 'models', 'generations', 'training/jobs'])
      expect((await askApi(other, `/api/${list}`)).items, list).toEqual([]);
    await other.goto(`${pathname}${search}`);
    await other.getByText('The training could not be loaded').waitFor();
    expect(await other.content()).not.toContain('Mira alone');
  },
);

it.runIf(isFullRun()).each([
  { colorScheme: 'light', locale: 'en-GB' },
  { colorScheme: 'dark', locale: 'ru-RU' },
] as const)('can be used by everybody, $colorScheme, $locale', { timeout: 240_000 }, async (look) => {
  const page = await open({ ...phone, ...look });
  for (const path of ['/sign-in', '/sign-up']) {
    await page.goto(path);
    expect.soft(await checkAccessibility(page), path).toEqual([]);
  }
  // What the tests before have left: a model, a run that failed, and somebody who has nothing yet.
  for (const email of [mira, noor, admin]) {
    await signInByClick(page, email);
    const views = ['models', 'runs', 'selfies', 'weights'].map((view) => `/models?view=${view}`);
    for (const path of ['/training', '/studio', '/generate/gallery', ...views]) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      expect.soft(await checkAccessibility(page), `${email} ${path}`).toEqual([]);
    }
    // Nothing asks any more when the session goes.
    await page.goto('about:blank');
    await page.context().clearCookies();
  }
});
