import { demoPeople } from '@act/local-stack/testing';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInAs } from './pages/sign-in.ts';
import { addMarks, type BrandMarks, privateMark } from './world/add-marks.ts';
import { openWorld, type World } from './world/open-world.ts';

interface MarkedBrand extends BrandMarks {
  readonly name: string;
  /** Home shows whole rows, and one of its places is for what is this person's alone. */
  readonly picturesAtHome: number;
}

const acme: MarkedBrand = {
  id: 'acmecompany',
  name: 'Acme Company',
  mark: 'anvil-red',
  pictures: 7,
  picturesAtHome: 4,
  people: ['acmeAdmin', 'acmeMember', 'freelancer'],
};
const ct: MarkedBrand = {
  id: 'creativetechnologists',
  name: 'Creative Technologists',
  mark: 'signal-blue',
  pictures: 3,
  picturesAtHome: 3,
  people: ['ctAdmin', 'ctMember', 'freelancer'],
};

/** Each of the two brands has a model, a training, pictures, notices, and pictures of one person each. */
let world: World;
beforeAll(async () => {
  world = await openWorld();
  for (const brand of [acme, ct]) await addMarks(world.stack, brand);
});
// Whatever went wrong in one of the pages is said here.
afterAll(() => world[Symbol.asyncDispose]());

/** Waits for a brand's start page, and looks for anything of the other one in it: rows, pictures, names, counts, notices. */
async function expectOnly(page: Page, shown: MarkedBrand, hidden: MarkedBrand): Promise<void> {
  await page.getByRole('heading', { name: shown.name }).waitFor();
  await page.getByRole('main').getByRole('link', { name: shown.mark, exact: true }).waitFor();
  await page
    .getByRole('link', { name: `${shown.pictures} unread` })
    .first()
    .waitFor();
  await expectNothingOf(page, shown, hidden);
  expect(await page.getByRole('img', { name: `${shown.mark}-poster`, exact: true }).count()).toBe(
    shown.picturesAtHome,
  );
  expect(await page.content()).toContain(`${shown.mark} training`);
}

/** Nothing by the other brand's mark, and no picture but the brand's own. */
async function expectNothingOf(page: Page, shown: MarkedBrand, hidden: MarkedBrand): Promise<void> {
  expect(await page.content()).not.toContain(hidden.mark);
  const pictures = await page
    .locator('img')
    .evaluateAll((images) => images.map((image) => image.getAttribute('src') ?? ''));
  for (const address of pictures) expect(address).toContain(`/${shown.id}/`);
}

/** The other pages of a brand, come to by their links as somebody would, each with as much as is in it. */
async function walkThrough(
  page: Page,
  shown: MarkedBrand,
  hidden: MarkedBrand,
  seesOwn: string,
): Promise<void> {
  const places: readonly (readonly [string, () => Promise<void>])[] = [
    ['Datasets', () => page.getByText(`${shown.pictures} / ${shown.pictures} captioned`).first().waitFor()],
    ['Train', () => page.getByText(`${shown.mark} training`).first().waitFor()],
    ['Models', () => page.getByRole('heading', { name: shown.mark, exact: true }).waitFor()],
    [
      'Gallery',
      async () => {
        const pictures = page.locator('[role=option][data-index]');
        const named = (name: string) => pictures.and(page.getByRole('option', { name })).count();
        await pictures.nth(shown.pictures).waitFor();
        expect(await named(seesOwn)).toBe(1);
        expect(await named(`${shown.mark}-poster`)).toBe(shown.pictures);
        expect(await pictures.count()).toBe(shown.pictures + 1);
      },
    ],
    ['Activity', () => page.getByText(`${shown.mark} ${shown.pictures}`).first().waitFor()],
    ['Home', () => page.getByRole('main').getByRole('link', { name: shown.mark, exact: true }).waitFor()],
  ];
  const rail = page.getByRole('navigation').first();
  for (const [place, waitForIt] of places) {
    await rail.getByRole('link', { name: new RegExp(`^${place}`) }).click();
    await waitForIt();
    await expectNothingOf(page, shown, hidden);
  }
}

/** Everything that a browser keeps of this site beside cookies. */
const readKept = (page: Page): Promise<string> =>
  page.evaluate<string>(`(async () => {
    const cached = await Promise.all((await caches.keys()).map(async (name) => {
      const cache = await caches.open(name);
      return Promise.all((await cache.matchAll()).map((answer) => answer.text()));
    }));
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, cached]);
  })()`);

/** As somebody who follows the link of a notice. */
async function openBrand(page: Page, brand: MarkedBrand): Promise<void> {
  await page.goto(`/open/${brand.id}`);
  await page.getByRole('button', { name: `Go to ${brand.name}` }).click();
}

it('shows each brand what is its own, and nothing of the other', async () => {
  const [one, other] = [await world.openPage(), await world.openPage()];
  const answers: Promise<string>[] = [];
  one.page.on('response', (answer) => answers.push(answer.text().catch(() => '')));
  await signInAs(one.page, 'acmeMember');
  await signInAs(other.page, 'ctMember');
  await expectOnly(one.page, acme, ct);
  await expectOnly(other.page, ct, acme);
  await walkThrough(one.page, acme, ct, privateMark(acme, 'acmeMember'));
  // What came as the answer to a form is not to be had here.
  await one.page.reload();
  await expectOnly(one.page, acme, ct);

  const seen = (await Promise.all(answers)).join('\n');
  expect(seen).toContain(privateMark(acme, 'acmeMember'));
  for (const person of ['acmeAdmin', 'freelancer'] as const)
    expect(seen).not.toContain(privateMark(acme, person));
  // The sign-in page of the embedded world names every demo brand by its id, and the storefront itself by its name.
  expect(seen).not.toContain(ct.mark);
});

it('leaves nothing of a brand behind when somebody switches: in the page, under the back button or behind a link', async () => {
  const { page } = await world.openPage();
  await signInAs(page, 'freelancer');
  await page.getByRole('heading', { name: 'Where do you want to work?' }).waitFor();
  await page.getByRole('button', { name: acme.name }).click();
  await expectOnly(page, acme, ct);
  await walkThrough(page, acme, ct, privateMark(acme, 'freelancer'));

  await page.locator('summary').first().click();
  await page.getByRole('button', { name: ct.name }).first().click();
  await expectOnly(page, ct, acme);
  await page.goBack();
  await expectOnly(page, ct, acme);
  await page.goForward();
  await expectOnly(page, ct, acme);
  // By the same links, whose pages this browser has shown before.
  await walkThrough(page, ct, acme, privateMark(ct, 'freelancer'));
  expect(await readKept(page)).not.toContain(acme.mark);
});

it('shows the brand that was chosen last in a tab that was open before', async () => {
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
  const kept = await readKept(page);
  expect(kept).not.toContain(acme.mark);
  expect(kept).not.toContain(demoPeople.acmeAdmin.id);
});
