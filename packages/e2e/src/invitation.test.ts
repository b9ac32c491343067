import { demoPeople } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { signInAs, signInWith } from './pages/sign-in.ts';
import { readMailLink } from './world/mail-link.ts';
import { openWorld } from './world/open-world.ts';

const password = 'four quiet grey stones';

it('brings an invited person into the brand, who had no account', async () => {
  await using world = await openWorld();
  const admin = await world.openPage();
  await signInAs(admin.page, 'ctAdmin');
  await admin.page.goto('/settings/members');
  await admin.page.getByLabel('E-mail').fill('new@example.test');
  await admin.page.getByRole('button', { name: 'Make the link' }).click();
  const link = (await admin.page.locator('code').textContent()) ?? '';
  expect(link).toMatch(/\/sign-up\?invitation=[0-9a-f]{48}$/);
  await admin.page.getByText('Open invitations').waitFor();

  const { page } = await world.openPage();
  await page.goto(link);
  await page.getByLabel('E-mail').fill('new@example.test');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText('Look at your mail').waitFor();
  await page.goto(await readMailLink(world.stack, 'new@example.test'));
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('The same again').fill(password);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByRole('heading', { name: 'Creative Technologists' }).waitFor();

  await admin.page.reload();
  await admin.page.getByText('new@example.test').waitFor();
  expect(await admin.page.getByText('Open invitations').count()).toBe(0);
});

it('lets nobody use an invitation that was made for somebody else', async () => {
  await using world = await openWorld();
  const session = await world.stack.as('ctAdmin');
  const { data: code } = await session.rpc('create_invitation', {
    brand_id: 'creativetechnologists',
    email: 'new@example.test',
  });
  const { page } = await world.openPage();
  await signInAs(page, 'newcomer');
  await page.goto(`/sign-up?invitation=${code}`);
  await page.getByRole('button', { name: 'Join the brand' }).click();
  await page.getByText('This code cannot be used.').waitFor();
});

it('sets a new password by mail, and the old one ends', async () => {
  await using world = await openWorld();
  const { email } = demoPeople.ctMember;
  const { page } = await world.openPage();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgotten it?' }).click();
  await page.getByRole('heading', { name: 'Set a new password' }).waitFor();
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText('Look at your mail').waitFor();
  const link = await readMailLink(world.stack, email);
  await page.goto(link);
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('The same again').fill('another one here');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByText('The two passwords are not the same.').waitFor();
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('The same again').fill(password);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByRole('heading', { name: 'Creative Technologists' }).waitFor();

  const other = await world.openPage();
  await other.page.goto('/sign-in');
  await signInWith(other.page, email, world.stack.secrets.demoPassword);
  await other.page.getByText('Address and password do not fit together.').waitFor();
  await other.page.goto(link);
  await other.page.getByLabel('Password').fill(password);
  await other.page.getByLabel('The same again').fill(password);
  await other.page.getByRole('button', { name: 'Set the password' }).click();
  await other.page.getByText('This link has been used or is too old.').waitFor();
});
