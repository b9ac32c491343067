import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { signInAs, signOut } from './pages/sign-in.ts';
import { addMarks } from './world/add-marks.ts';
import { openWorld } from './world/open-world.ts';

const brand = {
  id: 'creativetechnologists',
  mark: 'signal-blue',
  pictures: 1,
  people: ['ctAdmin', 'ctMember'],
} as const;

it('keeps what somebody typed over a quick reload, and shows it to nobody who comes after them', {
  timeout: 120_000,
}, async () => {
  await using world = await openWorld();
  await addMarks(world.stack, brand);
  const { page } = await world.openPage();
  const rights = page.getByLabel(/^I may use these pictures/);
  const prompt = page.getByLabel('Prompt', { exact: true });
  await signInAs(page, 'ctMember');
  await page.goto('/training/upload');
  await becomeAlive(rights);
  await rights.check();
  await page.goto('/training/configure');
  await becomeAlive(page.getByLabel('Name'));
  // What was kept before is read first.
  await expect.poll(() => readKept(page)).toContain('act.form:configure');
  await page.getByLabel('Name').fill('secret-signs');
  expect(await page.getByLabel('Name').inputValue()).toBe('secret-signs');
  await page.reload();
  await expect.poll(() => page.getByLabel('Name').inputValue()).toBe('secret-signs');
  await page.goto('/generate/new');
  await becomeAlive(prompt);
  await prompt.fill('a private thing');
  // At once, for a reload may come before anything else does.
  expect(await readKept(page)).toContain('a private thing');
  await page.reload();
  await expect.poll(() => prompt.inputValue()).toBe('a private thing');
  await page.goto('/training/upload');
  await expect.poll(() => rights.isChecked()).toBe(true);
  await signOut(page, { everywhere: false });

  await signInAs(page, 'ctAdmin');
  expect(await readKept(page)).not.toMatch(/secret|private/);
  await page.goto('/training/upload');
  await rights.waitFor();
  expect(await rights.isChecked()).toBe(false);
  await page.goto('/training/configure');
  expect(await page.getByLabel('Name').inputValue()).toBe('');
  await page.goto('/generate/new');
  expect(await prompt.inputValue()).not.toContain('private');
});

/** All that the tab keeps. */
const readKept = (page: Page) => page.evaluate<string>('JSON.stringify({ ...sessionStorage })');

/** Waits until a program listens to a field: what is typed before is nobody's. */
const becomeAlive = (field: Locator) =>
  expect
    .poll(() => field.evaluate((one) => Object.keys(one).some((key) => key.startsWith('__reactProps'))))
    .toBe(true);

it('ends the notices in this browser when somebody signs out', async () => {
  await using world = await openWorld();
  const { page, context } = await world.openPage();
  // No push service is reached from here: a subscription as a browser would have it.
  await context.addInitScript(`PushManager.prototype.getSubscription = async () => ({
    endpoint: 'https://push.example/1',
    unsubscribe: async () => { sessionStorage.setItem('push', 'ended'); return true; },
  })`);
  await signInAs(page, 'ctMember');
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  expect(await page.evaluate('sessionStorage.getItem("push")')).toBeNull();
  await becomeAlive(page.locator('summary', { hasText: 'Account:' }).first());
  await signOut(page, { everywhere: false });
  await expect.poll(() => page.evaluate('sessionStorage.getItem("push")')).toBe('ended');
});
