import { demoPeople } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { signInAs, signInWith, signOut } from './pages/sign-in.ts';
import { openWorld } from './world/open-world.ts';

const { email } = demoPeople.ctMember;
const wrong = 'Address and password do not fit together. Try again, or set a new password.';

it('signs a demo person in by one click, shows their brand, and signs them out', async () => {
  await using world = await openWorld();
  const { page } = await world.openPage();
  await signInAs(page, 'ctMember');
  await page.getByRole('heading', { name: 'Creative Technologists' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
  await page.getByText('Simulated').first().waitFor();

  await signOut(page, { everywhere: false });
  await page.goBack();
  await page.waitForURL('**/sign-in');
  expect(await page.getByText(email).count()).toBe(0);
});

it('says the same of a wrong password and of an address that nobody has', async () => {
  await using world = await openWorld();
  const { page } = await world.openPage();
  await page.goto('/sign-in');
  await signInWith(page, email, 'not-the-password');
  await page.getByText(wrong).waitFor();
  expect(await page.getByLabel('E-mail').inputValue()).toBe(email);
  expect(await page.getByLabel('Password').inputValue()).toBe('');
  await page.reload();
  await signInWith(page, 'nobody@example.test', 'not-the-password');
  await page.getByText(wrong).waitFor();
  expect(await world.storefront.output()).not.toContain('not-the-password');

  await signInWith(page, email, world.stack.secrets.demoPassword);
  await page.getByRole('heading', { name: 'Creative Technologists' }).waitFor();
});

it('leads back to the page that was asked for, and to no other site', async () => {
  await using world = await openWorld();
  const { page } = await world.openPage();
  await page.goto('/settings/members');
  expect(new URL(page.url()).search).toBe('?next=%2Fsettings%2Fmembers');
  await page.locator(`button[value="${demoPeople.ctAdmin.email}"]`).click();
  await page.getByRole('heading', { name: 'Members', exact: true }).waitFor();

  const other = await world.openPage();
  await other.page.goto('/sign-in?next=https://evil.example/');
  await other.page.locator(`button[value="${email}"]`).click();
  await other.page.getByRole('heading', { name: 'Creative Technologists' }).waitFor();
  expect(new URL(other.page.url()).origin).toBe(world.storefront.url);
});

it('speaks as the browser asks, until the person chooses', async () => {
  await using world = await openWorld();
  const { page } = await world.openPage({ locale: 'ru-RU' });
  await page.goto('/sign-in');
  await page.getByRole('heading', { name: 'Вход' }).waitFor();
  expect(await page.getAttribute('html', 'lang')).toBe('ru');
  await page.getByText('English').click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await signInAs(page, 'ctMember');
  await page.getByText('Newest models').waitFor();

  // It was chosen before signing in, and is not yet the account's.
  const elsewhere = await world.openPage({ locale: 'en-GB' });
  await signInAs(elsewhere.page, 'ctMember');
  await elsewhere.page.locator('summary', { hasText: 'Account:' }).first().click();
  await elsewhere.page.getByText('Русский').first().click();
  await elsewhere.page.getByText('Новые модели').waitFor();
  const third = await world.openPage({ locale: 'en-GB' });
  await signInAs(third.page, 'ctMember');
  await third.page.getByText('Новые модели').waitFor();
});

it('hides pages that are for admins from everybody else', async () => {
  await using world = await openWorld();
  const { page, guard } = await world.openPage();
  guard.allow('status of 404');
  await signInAs(page, 'ctViewer');
  const answer = await page.goto('/settings/members');
  expect(answer?.status()).toBe(404);
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
});
