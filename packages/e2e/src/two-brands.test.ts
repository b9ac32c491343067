import { demoPeople } from '@act/local-stack/testing';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { signInAs } from './pages/sign-in.ts';
import { addMarks } from './world/add-marks.ts';
import { openWorld, type World } from './world/open-world.ts';

const acme = { id: 'acmecompany', name: 'Acme Company', mark: 'anvil-red', pictures: 7 };
const ct = { id: 'creativetechnologists', name: 'Creative Technologists', mark: 'signal-blue', pictures: 3 };

/** A world in which each of the two brands has a model, a training and some pictures. */
async function openMarkedWorld(): Promise<World> {
  const world = await openWorld();
  for (const { id, mark, pictures } of [acme, ct]) await addMarks(world.stack, id, mark, pictures);
  return world;
}

/** Waits for a brand's start page, and looks for anything of the other one in it. */
async function expectOnly(page: Page, shown: typeof acme, hidden: typeof acme): Promise<void> {
  await page.getByRole('heading', { name: shown.name }).waitFor();
  await page.getByText(`${shown.mark}-v1`).waitFor();
  const text = await page.evaluate('document.documentElement.outerHTML');
  expect(text).toContain(`${shown.mark} training`);
  expect(text).not.toContain(hidden.mark);
  expect(await page.locator('dd').first().textContent()).toBe(String(shown.pictures));
}

/** As somebody who follows the link of a notice. */
async function openBrand(page: Page, brand: typeof acme): Promise<void> {
  await page.goto(`/open/${brand.id}`);
  await page.getByRole('button', { name: `Go to ${brand.name}` }).click();
}

it('shows each brand what is its own, and nothing of the other', async () => {
  await using world = await openMarkedWorld();
  const [one, other] = [await world.openPage(), await world.openPage()];
  const answers: Promise<string>[] = [];
  one.page.on('response', (answer) => answers.push(answer.text().catch(() => '')));
  await signInAs(one.page, 'acmeMember');
  await signInAs(other.page, 'ctMember');
  await expectOnly(one.page, acme, ct);
  await expectOnly(other.page, ct, acme);
  // What came as the answer to a form is not to be had here.
  await one.page.reload();

  const seen = (await Promise.all(answers)).join('\n');
  expect(seen).toContain(acme.mark);
  // The sign-in page of the embedded world names every demo brand by its id, and the storefront itself by its name.
  expect(seen).not.toContain(ct.mark);
});

it('leaves nothing of a brand behind when somebody switches, in the page or under the back button', async () => {
  await using world = await openMarkedWorld();
  const { page } = await world.openPage();
  await signInAs(page, 'freelancer');
  await page.getByRole('heading', { name: 'Where do you want to work?' }).waitFor();
  await page.getByRole('button', { name: acme.name }).click();
  await expectOnly(page, acme, ct);

  await page.locator('summary').first().click();
  await page.getByRole('button', { name: ct.name }).first().click();
  await expectOnly(page, ct, acme);
  await page.goBack();
  await expectOnly(page, ct, acme);
  await page.goForward();
  await expectOnly(page, ct, acme);
});

it('shows the brand that was chosen last in a tab that was open before', async () => {
  await using world = await openMarkedWorld();
  const { page, context } = await world.openPage();
  await signInAs(page, 'freelancer');
  await openBrand(page, acme);
  await expectOnly(page, acme, ct);
  const tab = await context.newPage();
  await openBrand(tab, ct);
  await expectOnly(tab, ct, acme);
  await page.evaluate('dispatchEvent(new Event("focus"))');
  await expectOnly(page, ct, acme);
});

it('asks before a link changes the brand, and leads straight on where it is open', async () => {
  await using world = await openMarkedWorld();
  const { page } = await world.openPage();
  await signInAs(page, 'freelancer');
  await page.getByRole('button', { name: acme.name }).click();
  await expectOnly(page, acme, ct);

  await page.goto(`/open/${ct.id}?next=/models`);
  await page.getByRole('link', { name: 'Stay where I am' }).click();
  await expectOnly(page, acme, ct);
  await page.goto(`/open/${acme.id}?next=/models`);
  expect(new URL(page.url()).pathname).toBe('/models');
  await page.goto(`/open/${ct.id}?next=/models`);
  await page.getByRole('button', { name: `Go to ${ct.name}` }).click();
  await page.getByText(ct.mark).first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/models');
});

it('does not let anybody into a brand by its address, and does not say that it exists', async () => {
  await using world = await openMarkedWorld();
  const { page, guard } = await world.openPage();
  guard.allow('status of 404');
  await signInAs(page, 'ctMember');
  const bodies: string[] = [];
  for (const brandId of [acme.id, 'no-such-brand']) {
    const answer = await page.goto(`/open/${brandId}?next=/settings/members`);
    expect(answer?.status()).toBe(404);
    bodies.push((await page.textContent('main')) ?? '');
  }
  expect(bodies[0]).toBe(bodies[1]);
  await page.goto('/');
  await expectOnly(page, ct, acme);
});

it('shows the next person in this browser nothing of the last one', async () => {
  await using world = await openMarkedWorld();
  const { page } = await world.openPage();
  await signInAs(page, 'acmeAdmin');
  await expectOnly(page, acme, ct);
  await page.locator('summary', { hasText: 'Account:' }).first().click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.waitForURL('**/sign-in');
  await signInAs(page, 'ctMember');
  await expectOnly(page, ct, acme);
  await page.goBack();
  await page.waitForLoadState();
  const text = await page.evaluate('document.documentElement.outerHTML');
  expect(text).not.toContain(acme.mark);
  expect(text).not.toContain(demoPeople.acmeAdmin.email.concat('</span>'));
});
