import { demoPeople } from '@act/local-stack/testing';
import type { Page } from 'playwright-core';

export type DemoPersonName = keyof typeof demoPeople;

/** Signs in by one click on the sign-in page of the embedded world. */
export const signInAs = (page: Page, person: DemoPersonName): Promise<void> =>
  signInByClick(page, demoPeople[person].email);

/** As somebody whom a storefront brought along; `storefront` where it is another than the page's own. */
export async function signInByClick(page: Page, email: string, storefront = ''): Promise<void> {
  await page.goto(`${storefront}/sign-in`);
  await page.locator(`button[value="${email}"]`).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Signs in as anybody does. */
export async function signInWith(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Signs out by the menu at the foot of the rail. */
export async function signOut(page: Page, { everywhere }: { everywhere: boolean }): Promise<void> {
  await page.locator('summary', { hasText: 'Account:' }).first().click();
  await page
    .getByRole('button', { name: everywhere ? 'Sign out everywhere' : 'Sign out', exact: true })
    .click();
  await page.waitForURL((url) => url.pathname === '/sign-in');
}
