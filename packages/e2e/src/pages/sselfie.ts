import type { Page } from 'playwright-core';
import { drawPictures } from '../world/draw-pictures.ts';

/** Brings so many selfies, and waits until each was looked at. */
export async function bringSelfies(page: Page, count: number): Promise<void> {
  await page.goto('/training');
  await page
    .getByLabel('Choose pictures', { exact: true })
    .first()
    .setInputFiles(await drawPictures(page, count));
  await page.getByText(`${count} selfies, at least 5`).waitFor();
  await isSettled(page);
}

/** Nothing is on its way any more, or being looked at. */
export const isSettled = (page: Page) =>
  page.getByText(/(is|are) on (its|their) way/).waitFor({ state: 'hidden' });

/** Says all that is asked for, and begins. */
export async function trainOnSelfies(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name of the model').fill(name);
  await page.getByText('Woman', { exact: true }).click();
  await page.getByRole('button', { name: 'Start Training' }).click();
  await page.waitForURL('**/training/progress?job=*');
}
