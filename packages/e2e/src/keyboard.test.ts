import { demoPeople, isFullRun } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { pressAt, tabTo } from './pages/keys.ts';
import { waitForPictures } from './pages/train.ts';
import { drawPictures } from './world/draw-pictures.ts';
import { openWorld } from './world/open-world.ts';
import { startEngine } from './world/start-engine.ts';

it.runIf(isFullRun())(
  'leads from the first sign-in to four pictures without a mouse, and shows where one is all the way',
  { timeout: 240_000 },
  async () => {
    await using world = await openWorld();
    await using _engine = await startEngine(world.stack);
    const { page } = await world.openPage();
    page.setDefaultTimeout(60_000);
    const pictures = await drawPictures(page, 10);

    await page.goto('/sign-in', { waitUntil: 'networkidle' });
    await pressAt(page, page.locator(`button[value="${demoPeople.ctMember.email}"]`));
    await page.waitForURL((url) => url.pathname === '/');
    await page.waitForLoadState('networkidle');
    await pressAt(page, page.getByRole('main').getByRole('link', { name: 'Upload pictures' }));
    await page.waitForURL('**/training/upload');
    await page.waitForLoadState('networkidle');
    const add = page.getByRole('main').locator('button', { hasText: 'Add pictures' }).first();
    // Waited for beforehand: the browser takes a moment to hand choosers over, and Enter is faster.
    const chooser = page.waitForEvent('filechooser');
    await pressAt(page, add);
    await (await chooser).setFiles(pictures);
    await waitForPictures(page, 10);

    await pressAt(page, page.getByRole('link', { name: 'Set up training' }));
    await page.waitForURL('**/training/configure');
    await tabTo(page, page.getByLabel('Name'));
    await page.keyboard.type('signs');
    await pressAt(page, page.getByRole('button', { name: /^Train.*\$/ }));
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText(/^\$\d+\.\d\d \(simulated\) in all/).waitFor();
    await pressAt(page, dialog.getByRole('button', { name: /^Train/ }));
    await page.waitForURL('**/training/monitor?**');
    await page.getByRole('heading', { name: 'Your model is ready.' }).waitFor();

    await pressAt(page, page.getByRole('link', { name: 'Generate' }).last());
    await page.waitForURL('**/generate/new?model=**');
    await page.waitForLoadState('networkidle');
    await tabTo(page, page.getByRole('textbox', { name: 'Prompt', exact: true }));
    await page.keyboard.type('poster of [brand], bold shapes');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('img', { name: /^Picture 4:/ }).waitFor();

    await pressAt(page, page.getByRole('link', { name: 'Gallery' }).first());
    const made = page.getByRole('option').and(page.locator('[data-index]'));
    await made.nth(3).waitFor();
    expect(await made.count()).toBe(4);
    await tabTo(page, made.first());
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => made.nth(1).evaluate((one) => one.matches(':focus-visible'))).toBe(true);
  },
);
