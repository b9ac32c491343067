import { connect, isFullRun, type TestStack } from '@act/local-stack/testing';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { makeTwin } from './pages/flurrty.ts';
import { bringReferences, trainLora } from './pages/lora-studio.ts';
import { signInByClick } from './pages/sign-in.ts';
import { bringSelfies, trainOnSelfies } from './pages/sselfie.ts';
import { bringPictures, setUpTraining } from './pages/train.ts';
import { openWorld } from './world/open-world.ts';
import { startEngine } from './world/start-engine.ts';

interface Journey {
  readonly storefront: string;
  readonly brand: string;
  readonly person: string;
  readonly locale?: string;
  /** What the model is called, and found by where it must not be. */
  readonly mark: string;
  /** From pictures to four more of them. */
  readonly go: (page: Page, mark: string) => Promise<void>;
}

const journeys: readonly Journey[] = [
  {
    storefront: 'act-frontend',
    brand: 'creativetechnologists',
    person: 'member@creativetechnologists.test',
    mark: 'signs-by-hand',
    go: async (page, mark) => {
      await bringPictures(page, 10);
      await setUpTraining(page, mark);
      await page.getByText('Your model is ready.').waitFor();
      await page.getByRole('link', { name: 'Generate' }).last().click();
      await page.waitForURL('**/generate/new?model=**');
      await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('poster of [brand]');
      await page.getByRole('button', { name: /^Make 4 pictures/ }).click();
      await page.getByRole('img', { name: /^Picture 4:/ }).waitFor();
    },
  },
  {
    storefront: 'lora-studio',
    brand: 'lora-studio',
    person: 'mira@lora-studio.test',
    locale: 'ru-RU',
    mark: 'Осенние сумки',
    go: async (page, mark) => {
      await bringReferences(page, 10);
      await trainLora(page, mark, 'acmebag7');
      await page.getByRole('dialog').getByRole('link', { name: 'Использовать' }).click();
      await page.waitForURL('**/?lora=**');
      const prompt = page.getByRole('textbox', { name: 'Запрос' });
      await expect.poll(() => prompt.inputValue(), { timeout: 30_000 }).toBe('acmebag7, ');
      await prompt.fill('acmebag7, on a table');
      await page.getByRole('button', { name: /^Создать 4 картинки/ }).click();
      await page.getByRole('img', { name: /^Изображение 4: acmebag7/ }).waitFor();
    },
  },
  {
    storefront: 'flurrty',
    brand: 'flurrty',
    person: 'mira@flurrty.test',
    mark: 'Biscuit',
    go: async (page, mark) => {
      await makeTwin(page, mark);
      await page.getByRole('textbox', { name: `Where would you like to see ${mark}?` }).fill('on a roof');
      await page.getByRole('button', { name: 'Make 4 pictures' }).click();
      await page.getByRole('img', { name: /^Picture 4: on a roof/ }).waitFor();
    },
  },
  {
    storefront: 'sselfie',
    brand: 'sselfie',
    person: 'mira@sselfie.test',
    mark: 'Me this winter',
    go: async (page, mark) => {
      await bringSelfies(page, 6);
      await trainOnSelfies(page, mark);
      await page.getByRole('link', { name: 'Open the studio' }).click();
      await page.waitForURL('**/studio?job=*');
      await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill('photo of [brand] on a roof');
      await page.getByRole('button', { name: /^Make 4 pictures/ }).click();
      await page.getByRole('img', { name: /^Picture 4: photo of/ }).waitFor();
    },
  },
];

/** What each brand has now, by the database. */
async function countWork(stack: TestStack): Promise<Record<string, { models: number; pictures: number }>> {
  await using client = await connect(stack.database.superuser);
  const { rows } = await client.query<{ id: string; models: number; pictures: number }>(
    `select id, (select count(*)::int from public.brand_models where brand_id = brands.id) as models,
            (select count(*)::int from public.generation_images where brand_id = brands.id) as pictures
       from public.brands where id = any ($1)`,
    [journeys.map(({ brand }) => brand)],
  );
  return Object.fromEntries(rows.map(({ id, ...counts }) => [id, counts]));
}

const lists = ['assets', 'training/jobs', 'models', 'generations', 'notices', 'loras', 'loras?shared=true'];

/** Everything that a page's own person is told, by what a brand has. */
async function readAll(page: Page): Promise<string> {
  const answers = await page.evaluate<{ list: string; status: number; text: string }[]>(
    `Promise.all(${JSON.stringify(lists)}.map(async (list) => {
      const answer = await fetch('/api/' + list);
      return { list, status: answer.status, text: await answer.text() };
    }))`,
  );
  // What is refused tells nothing of anybody, and would prove nothing.
  expect(answers.map(({ list, status }) => [list, status])).toEqual(lists.map((list) => [list, 200]));
  return answers.map(({ text }) => text).join();
}

it.runIf(isFullRun())(
  'goes through all four storefronts side by side on one world, and keeps them apart in one browser',
  { timeout: 600_000 },
  async () => {
    await using world = await openWorld();
    await using engine = await startEngine(world.stack);
    const open = async (storefront: string) =>
      storefront === 'act-frontend' ? world.storefront : world.openStorefront(storefront);
    const doors = await Promise.all(
      journeys.map(async (journey) => ({ ...journey, url: (await open(journey.storefront)).url })),
    );
    await Promise.all(
      doors.map(async ({ url, locale = 'en-GB', person, mark, go }) => {
        const { page, context } = await world.openPage({ baseURL: url, locale });
        context.setDefaultTimeout(120_000);
        await signInByClick(page, person);
        await go(page, mark);
      }),
    );
    expect(engine.providers.runs().map(({ state }) => state)).not.toContain('failed');
    expect(await countWork(world.stack)).toEqual(
      Object.fromEntries(journeys.map(({ brand }) => [brand, { models: 1, pictures: 4 }])),
    );

    // Signed in to all of them at once, as somebody else in each.
    const { context } = await world.openPage();
    const tabs = await Promise.all(doors.map(async (door) => ({ ...door, page: await context.newPage() })));
    for (const { page, person, url } of tabs) await signInByClick(page, person, url);
    for (const { page, brand, mark } of tabs) {
      await page.reload();
      const told = `${await page.content()}${await readAll(page)}`;
      expect(told).toContain(mark);
      for (const other of journeys.filter((one) => one.brand !== brand)) {
        expect(told).not.toContain(other.mark);
        expect(told).not.toContain(`/${other.brand}/`);
      }
    }
  },
);
