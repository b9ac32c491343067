import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { isFocusSeen } from '../browser/check-focus.ts';

/** More than any page has places for the focus. */
const mostPlaces = 120;

/** Presses Tab until this has the focus, and looks at every place on the way whether the focus is seen. */
export async function tabTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor();
  for (let places = 0; places < mostPlaces; places += 1) {
    if (await goal.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
    const place = await page.evaluate<string>('document.activeElement.outerHTML.slice(0, 200)');
    if (!place.startsWith('<body')) expect.soft(await isFocusSeen(page), place).toBe(true);
  }
  throw new Error(`Nobody gets to ${goal} by the Tab key.`);
}

/** Goes there by Tab and presses this. */
export async function pressAt(page: Page, goal: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, goal);
  await page.keyboard.press(key);
}
