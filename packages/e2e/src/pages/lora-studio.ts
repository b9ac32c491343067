import type { Page } from 'playwright-core';
import { drawPictures } from '../world/draw-pictures.ts';

const dialogOf = (page: Page) => page.getByRole('dialog');

/** The first step of the dialog: what it learns, and from which pictures. */
export async function bringReferences(page: Page, count: number): Promise<void> {
  await page.goto('/lora');
  await page.getByRole('button', { name: 'Создать LoRA' }).first().click();
  await dialogOf(page).getByText('Товар', { exact: true }).click();
  await dialogOf(page)
    .locator('input[type=file]')
    .setInputFiles(await drawPictures(page, count));
  await dialogOf(page)
    .getByRole('button', { name: /^Убрать sign/ })
    .nth(count - 1)
    .waitFor();
}

/** The second step, as far as the training. */
export async function trainLora(page: Page, name: string, word: string): Promise<void> {
  await dialogOf(page).getByRole('button', { name: 'Дальше' }).click();
  await dialogOf(page).getByLabel('Название').fill(name);
  await dialogOf(page).getByRole('textbox', { name: 'Слово-триггер' }).fill(word);
  await dialogOf(page)
    .getByRole('button', { name: /^Начать обучение/ })
    .click();
  await page.waitForURL('**/lora?id=**');
}
