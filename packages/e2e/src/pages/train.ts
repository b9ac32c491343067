import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { drawPictures } from '../world/draw-pictures.ts';

/** Uploads pictures and waits until they may be trained with. */
export async function bringPictures(page: Page, count: number): Promise<void> {
  await page.goto('/training/upload');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(await drawPictures(page, count));
  await waitForPictures(page, count);
}

/** Waits until so many pictures may be trained with. */
export async function waitForPictures(page: Page, count: number): Promise<void> {
  const countReady = () =>
    page.evaluate<number>(
      `fetch('/api/assets?status=ready').then((answer) => answer.json()).then(({ items }) => items.length)`,
    );
  // Not `expect.poll`: some ask before their tests begin.
  await vi.waitFor(async () => expect(await countReady()).toBeGreaterThanOrEqual(count), {
    interval: 500,
    timeout: 60_000,
  });
}

/** Begins a training by that name, all else as it is at first. */
export async function setUpTraining(page: Page, name: string): Promise<void> {
  await page.goto('/training/configure');
  await page.getByLabel('Name').fill(name);
  await train(page);
}

/** Presses the button, and again where the total is said once more. */
export async function train(page: Page): Promise<void> {
  await askToTrain(page);
  await confirmTraining(page);
  await page.waitForURL('**/training/monitor?**');
}

/** As far as the question whether it is really wanted. */
export async function askToTrain(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Train.*\$/ }).click();
  await page
    .getByRole('alertdialog')
    .getByText(/^\$\d+\.\d\d \(simulated\) in all/)
    .waitFor();
}

/** Says yes to it. */
export const confirmTraining = (page: Page): Promise<void> =>
  page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Train/ })
    .click();
