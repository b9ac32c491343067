import { expect, it } from 'vitest';
import { signInAs } from './pages/sign-in.ts';
import { addModel, signs } from './world/add-model.ts';
import { openWorld } from './world/open-world.ts';

it('shows whoever may only look a sentence in the place of what they may not do', async () => {
  await using world = await openWorld();
  await addModel(world.stack, signs);
  const { page } = await world.openPage();
  await signInAs(page, 'ctViewer');
  await page.goto('/generate/new', { waitUntil: 'networkidle' });
  await page.getByText('As a viewer you see what others make.').first().waitFor();
  expect(await page.getByRole('button', { name: /^Make/ }).count()).toBe(0);
});

it('takes the page of notices over as the server sent it, however late', async () => {
  await using world = await openWorld();
  const { page } = await world.openPage();
  await signInAs(page, 'ctMember');
  const scriptsOf = async (path: string) => {
    await page.goto(path);
    return page.evaluate<string[]>('[...document.scripts].map(({ src }) => src).filter(Boolean)');
  };
  const others = new Set(await scriptsOf('/models'));
  const own = (await scriptsOf('/activity')).filter((src) => !others.has(src));
  expect(own.length).toBeGreaterThan(0);
  await page.route('**/api/training/jobs?**', (route) =>
    route.fulfill({
      json: { items: [{ id: 'x', name: 'Lanterns', status: 'training', progress: 40 }], nextCursor: null },
    }),
  );
  // What is around the page is alive before it, and knows already what runs.
  const known = page.getByRole('progressbar', { name: 'Lanterns' }).first();
  await page.route(
    (url) => own.includes(url.href),
    async (route) => {
      await known.waitFor();
      await route.continue();
    },
  );
  await page.goto('/activity');
  await page.getByRole('main').getByText('Lanterns').first().waitFor();
});
