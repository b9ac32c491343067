import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { signInAs } from './pages/sign-in.ts';
import { addGenerations } from './world/add-generations.ts';
import { addModel, signs } from './world/add-model.ts';
import { countRows } from './world/count-rows.ts';
import { openWorld } from './world/open-world.ts';
import { startEngine } from './world/start-engine.ts';

const { brandId } = signs;

it('makes pictures by a seed, takes their settings back, and compares, packs and deletes them with a way back', {
  timeout: 120_000,
}, async () => {
  await using world = await openWorld();
  await using _engine = await startEngine(world.stack);
  await addModel(world.stack, signs);
  const { page } = await world.openPage();
  await signInAs(page, 'ctMember');

  // Whoever writes before the page is awake finds their caret moved.
  await page.goto('/generate/new?model=signs', { waitUntil: 'networkidle' });
  const prompt = page.getByLabel('Prompt', { exact: true });
  await prompt.fill('poster of [brand], bold shapes');
  await page.locator('main').getByText('More', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Seed' }).fill('4711');
  await prompt.focus();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('progressbar', { name: 'Being made' }).waitFor();
  await page.getByRole('img', { name: /^Picture 4:/ }).waitFor({ timeout: 30_000 });

  await prompt.fill('something else');
  await expect
    .poll(() => page.evaluate<string>('Object.values(sessionStorage).join()'))
    .toContain('something else');
  await page.reload();
  await expect.poll(() => prompt.inputValue()).toBe('something else');
  await page.getByRole('img', { name: /^Picture 1:/ }).hover();
  await page.getByRole('button', { name: 'Star', exact: true }).first().click();
  await page.getByRole('button', { name: 'More for this picture' }).first().click();
  await page.getByRole('menuitem', { name: 'Use these settings' }).click();
  expect(await prompt.inputValue()).toBe('poster of [brand], bold shapes');
  await page.locator('main').getByText('More', { exact: true }).click();
  expect(await page.getByRole('textbox', { name: 'Seed' }).inputValue()).toBe('4711');

  await page.getByRole('link', { name: 'Gallery' }).first().click();
  const pictures = page.getByRole('option').and(page.locator('[data-index]'));
  await pictures.nth(3).waitFor();
  await page.getByText('Starred', { exact: true }).click();
  await expect.poll(() => pictures.count()).toBe(1);
  await page.getByText('All', { exact: true }).click();
  await expect.poll(() => pictures.count()).toBe(4);

  await pictures.first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowRight');
  await page.getByText('2 chosen').waitFor();
  await page.keyboard.press('c');
  const comparison = page.getByRole('dialog', { name: 'Two pictures compared' });
  await comparison.getByRole('slider').waitFor();
  const first = await comparison.getByRole('img').last().getAttribute('src');
  await page.keyboard.press('c');
  expect(await comparison.getByRole('img').last().getAttribute('src')).not.toBe(first);
  await page.keyboard.press('m');
  await expect.poll(() => comparison.getByRole('slider').count()).toBe(0);
  await page.keyboard.press('Escape');
  await comparison.waitFor({ state: 'detached' });

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Download/ }).click(),
  ]);
  const archive = await readFile(await download.path());
  expect(archive.subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004'));
  // The directory at the end names each file once.
  expect(archive.toString('latin1').split('PK\u0001\u0002')).toHaveLength(3);

  const count = (table: 'generations' | 'generation_images') => () => countRows(world.stack, table);
  await page.getByRole('button', { name: 'Delete', exact: true }).last().click();
  await page.getByText('2 pictures deleted').waitFor();
  await expect.poll(() => pictures.count()).toBe(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => pictures.count()).toBe(4);

  await pictures.first().focus();
  await page.keyboard.press('Delete');
  await page.getByText('1 picture deleted').waitFor();
  // Whoever leaves before it was sent has lost nothing.
  await page.reload({ waitUntil: 'networkidle' });
  await expect.poll(() => pictures.count()).toBe(4);
  expect(await count('generation_images')()).toBe(4);

  // One picture goes alone, and its request with the last.
  await pictures.first().focus();
  await page.keyboard.press('Delete');
  await expect.poll(count('generation_images'), { timeout: 30_000 }).toBe(3);
  expect(await count('generations')()).toBe(1);
  await expect.poll(() => pictures.count()).toBe(3);
  await pictures.first().focus();
  await page.keyboard.press('Control+a');
  await page.getByText('3 chosen').waitFor();
  await page.keyboard.press('Delete');
  await page.getByText('3 pictures deleted').waitFor();
  await expect.poll(count('generations'), { timeout: 30_000 }).toBe(0);
});

it('shows ten thousand pictures by one page of rows and a few hundred elements', async () => {
  await using world = await openWorld();
  await addModel(world.stack, signs);
  await addGenerations(world.stack, brandId, 2500);
  const { page } = await world.openPage({ viewport: { width: 1600, height: 900 } });
  await signInAs(page, 'ctMember');
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (pathname === '/api/generations') asked.push(searchParams.get('cursor') ?? 'first');
  });
  const countNodes = () => page.locator('[role=listbox] *').count();

  await page.goto('/generate/gallery');
  await page
    .getByRole('option', { name: /number 1,/ })
    .first()
    .waitFor();
  await page.waitForLoadState('networkidle');
  expect(asked.filter((cursor) => cursor !== 'first')).toEqual([]);
  expect(await countNodes()).toBeLessThanOrEqual(300);

  // The smallest tiles, far down, after some pages more.
  await page.getByRole('slider', { name: 'Size of pictures' }).fill('120');
  const pages = () => asked.filter((cursor) => cursor !== 'first');
  for (let times = 1; times <= 6; times += 1) {
    const scroll = async () => {
      await page.mouse.wheel(0, 20_000);
      return pages().length;
    };
    await expect.poll(scroll, { timeout: 15_000 }).toBeGreaterThanOrEqual(times);
  }
  expect(new Set(pages()).size).toBe(pages().length);
  expect(await countNodes()).toBeLessThanOrEqual(300);

  await page.getByRole('searchbox').fill('number 1234');
  await page
    .getByRole('option', { name: /number 1234,/ })
    .first()
    .waitFor();
  await expect.poll(() => page.locator('[role=listbox] [data-index]').count()).toBe(4);
});
