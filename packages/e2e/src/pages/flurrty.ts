import type { Page } from 'playwright-core';
import { drawPictures } from '../world/draw-pictures.ts';

/** Brings so many photos to the first step, and waits until each was looked at. */
async function bringPhotos(page: Page, count: number): Promise<void> {
  await page.goto('/create');
  await page
    .getByLabel('Choose photos', { exact: true })
    .first()
    .setInputFiles(await drawPictures(page, count));
  await page.getByText(`${count} photos are ready`).waitFor();
}

/** From the photos to the end of the way, with what is chosen at first but for these. */
export async function makeTwin(page: Page, name: string): Promise<void> {
  await bringPhotos(page, 3);
  await page.goto('/create?step=finish');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByText('3 are ready').waitFor();
  await page.getByRole('button', { name: 'Create My Flurrty Twin' }).click();
  await page.waitForURL('**/twins/*');
}
