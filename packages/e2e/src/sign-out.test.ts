import { demoPeople, isFullRun } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { signInAs, signInWith, signOut } from './pages/sign-in.ts';
import { addModel, signs } from './world/add-model.ts';
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

// A page asks every half minute who is at it: for the long run.
it.runIf(isFullRun())(
  'tells an open page once that its person was signed out elsewhere, and goes on when they are back',
  {
    timeout: 150_000,
  },
  async () => {
    await using world = await openWorld();
    await addModel(world.stack, signs);
    const [desk, phone] = [await world.openPage(), await world.openPage()];
    desk.guard.allow('401');
    await signInAs(desk.page, 'ctMember');
    await signInAs(phone.page, 'ctMember');
    await desk.page.goto('/generate/new?model=signs', { waitUntil: 'networkidle' });
    const prompt = desk.page.getByLabel('Prompt', { exact: true });
    await prompt.fill('something long thought about');
    await signOut(phone.page, { everywhere: true });

    const notice = desk.page.getByRole('alert').filter({ hasText: 'You were signed out.' });
    await notice.waitFor({ timeout: 60_000 });
    expect(await notice.count()).toBe(1);
    expect(await prompt.inputValue()).toBe('something long thought about');
    const [tab] = await Promise.all([
      desk.context.waitForEvent('page'),
      notice.getByRole('link', { name: 'Sign in' }).click(),
    ]);
    await signInWith(tab, demoPeople.ctMember.email, world.stack.secrets.demoPassword);
    await tab.waitForURL('**/generate/new?model=signs');
    await desk.page.bringToFront();
    await notice.waitFor({ state: 'detached', timeout: 60_000 });
    expect(await prompt.inputValue()).toBe('something long thought about');
  },
);
