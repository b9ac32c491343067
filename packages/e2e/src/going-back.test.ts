import { isFullRun } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { signInAs } from './pages/sign-in.ts';
import { addModel, signs } from './world/add-model.ts';
import { openWorld } from './world/open-world.ts';
import { startEngine } from './world/start-engine.ts';

it.runIf(isFullRun())(
  'says what is simulated and where the trigger word stands, and closes a picture by going back',
  {
    timeout: 120_000,
  },
  async () => {
    await using world = await openWorld();
    await using _engine = await startEngine(world.stack);
    await addModel(world.stack, signs);
    const { page, guard } = await world.openPage();
    guard.allow('model=elsewhere');
    await signInAs(page, 'ctMember');

    // An address that names a model of nobody's.
    await page.goto('/generate?model=elsewhere', { waitUntil: 'networkidle' });
    expect(new URL(page.url()).pathname).toBe('/generate/new');
    await page.getByText('There is no model elsewhere in this brand').waitFor();

    await page.goto('/generate/new?model=signs', { waitUntil: 'networkidle' });
    const prompt = page.getByLabel('Prompt', { exact: true });
    await page.getByText('[brand] stands for signsword').waitFor();
    await page.getByRole('button', { name: 'Take signsword out of the text' }).click();
    await page.getByText('signsword goes in front of the prompt by itself').waitFor();
    await prompt.fill('poster, bold shapes');
    await page.getByRole('button', { name: /^Make 4 pictures/ }).click();
    await page.getByRole('img', { name: /^Picture 4:/ }).waitFor({ timeout: 30_000 });
    await expect
      .poll(() => page.getByRole('button', { name: /^Make 4 pictures/ }).textContent())
      .toMatch(/≈ \$[\d.]+ \(simulated\)/);

    await page.goto('/generate/gallery?model=elsewhere', { waitUntil: 'networkidle' });
    await page.getByText('There are no such pictures by elsewhere.').waitFor();
    await page.getByRole('button', { name: 'Show all pictures' }).click();
    await page.goto('/generate/gallery', { waitUntil: 'networkidle' });
    const pictures = page.getByRole('option').and(page.locator('[data-index]'));
    await pictures.nth(3).waitFor();
    const lightbox = page.getByRole('dialog');
    await pictures.first().focus();
    await page.keyboard.press('Enter');
    await lightbox.getByText('1 / 4').waitFor();
    await page.keyboard.press('ArrowRight');
    await lightbox.getByText('2 / 4').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      lightbox.getByRole('button', { name: /^Download/ }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/signs-v1.*\.(png|webp|jpg)$/);
    await page.goBack();
    await lightbox.waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe('/generate/gallery');
    expect(await pictures.count()).toBe(4);

    // Closed by its key, nothing is left behind in the history.
    await page.keyboard.press('Enter');
    await lightbox.getByText(/ \/ 4/).waitFor();
    const length = await page.evaluate<number>('history.length');
    await page.keyboard.press('Escape');
    await lightbox.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate<boolean>('"isOverPage" in (history.state ?? {})')).toBe(false);
    expect(await page.evaluate<number>('history.length')).toBe(length);

    // Its settings are taken from there, and going back leads to the gallery.
    await pictures.first().focus();
    await page.keyboard.press('Enter');
    await lightbox.getByText(/ \/ 4/).waitFor();
    await page.keyboard.press('r');
    await page.waitForURL('**/generate/new');
    await expect.poll(() => prompt.inputValue()).toBe('poster, bold shapes');
    await page.goBack();
    await pictures.nth(3).waitFor();
    expect(new URL(page.url()).pathname).toBe('/generate/gallery');
  },
);
