import { expect, it } from 'vitest';
import { signInAs, signOut } from './pages/sign-in.ts';
import { openWorld } from './world/open-world.ts';

it('ends every session of a person, in every browser', async () => {
  await using world = await openWorld();
  const [desk, phone] = [await world.openPage(), await world.openPage()];
  await signInAs(desk.page, 'ctAdmin');
  await signInAs(phone.page, 'ctAdmin');
  await signOut(desk.page, { everywhere: true });

  await phone.page.goto('/settings/members');
  expect(new URL(phone.page.url()).pathname).toBe('/sign-in');
});

it('says so when somebody was signed out in the middle of something', async () => {
  await using world = await openWorld();
  const { page, context } = await world.openPage();
  await signInAs(page, 'ctAdmin');
  await page.goto('/settings/members');
  await page.getByLabel('E-mail').fill('new@example.test');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Make the link' }).click();
  await page.getByText('Your session is over. Sign in again.').waitFor();
  await page.reload();
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});

it('takes a page away that is open in another tab', async () => {
  await using world = await openWorld();
  const { page, context } = await world.openPage();
  await signInAs(page, 'ctAdmin');
  await page.goto('/settings/members');
  await page.getByText('viewer@creativetechnologists.test').waitFor();
  const tab = await context.newPage();
  await tab.goto('/');
  await signOut(tab, { everywhere: false });
  await page.bringToFront();
  await page.evaluate('dispatchEvent(new Event("focus"))');
  await page.waitForURL((url) => url.pathname === '/sign-in');
  expect(await page.getByText('Make the link').count()).toBe(0);
});
