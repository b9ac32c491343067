import { expect, it } from 'vitest';
import { signInAs } from './pages/sign-in.ts';
import { drawPictures } from './world/draw-pictures.ts';
import { openWorld } from './world/open-world.ts';
import { startEngine } from './world/start-engine.ts';

it('goes from the first sign-in to four pictures', { timeout: 240_000 }, async () => {
  await using world = await openWorld();
  await using engine = await startEngine(world.stack);
  const { page } = await world.openPage();
  page.setDefaultTimeout(60_000);

  await signInAs(page, 'ctMember');
  await page.getByRole('link', { name: 'Upload pictures' }).click();
  await page.getByRole('heading', { name: 'Datasets', exact: true }).waitFor();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(await drawPictures(page, 10));
  await page.getByText('0 / 10 captioned').first().waitFor();

  await page.getByRole('link', { name: 'Set up training' }).click();
  await page.getByRole('heading', { name: 'Set up training' }).waitFor();
  await page.getByLabel('Name').fill('signs');
  await page.getByRole('button', { name: /^Train/ }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Train/ })
    .click();

  await page.waitForURL('**/training/monitor?**');
  await page.getByText('Your model is ready.').waitFor();
  await page.getByRole('link', { name: 'Generate' }).last().click();
  await page.waitForURL('**/generate/new?model=**');
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('poster of [brand], bold shapes');
  await page.getByRole('button', { name: /^Make 4 pictures/ }).click();
  await page.getByRole('img', { name: /^Picture 4:/ }).waitFor();

  await page.getByRole('link', { name: 'Gallery' }).first().click();
  await page.getByRole('heading', { name: 'Gallery' }).waitFor();
  const pictures = page.locator('main img');
  await pictures.nth(3).waitFor();
  expect(await pictures.count()).toBe(4);
  expect(engine.providers.runs().map(({ state }) => state)).not.toContain('failed');
});
