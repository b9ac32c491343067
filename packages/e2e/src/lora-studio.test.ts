import { isFullRun } from '@act/local-stack/testing';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { checkAccessibility } from './browser/check-accessibility.ts';
import { bringReferences, trainLora } from './pages/lora-studio.ts';
import { signInByClick } from './pages/sign-in.ts';
import { countRows } from './world/count-rows.ts';
import { drawPictures } from './world/draw-pictures.ts';
import { openWorld } from './world/open-world.ts';
import { startEngine } from './world/start-engine.ts';

const [mira, lev, admin] = ['mira@lora-studio.test', 'lev@lora-studio.test', 'admin@lora-studio.test'];
const russian = { locale: 'ru-RU' } as const;

const dialogOf = (page: Page) => page.getByRole('dialog');

it.runIf(isFullRun())(
  'goes from references to pictures of a LoRA, which nobody else sees',
  { timeout: 400_000 },
  async () => {
    await using world = await openWorld({ storefront: 'lora-studio' });
    await using engine = await startEngine(world.stack);
    const { page } = await world.openPage(russian);
    page.setDefaultTimeout(60_000);
    await signInByClick(page, mira);
    await page.getByRole('link', { name: 'LoRA-модели' }).first().click();
    await page.getByRole('heading', { name: 'Пока ни одной LoRA' }).waitFor();

    await page.getByRole('button', { name: 'Какие референсы подходят' }).click();
    await dialogOf(page).getByText('10–12 картинок').waitFor();
    await dialogOf(page).getByRole('button', { name: 'Понятно' }).click();

    await bringReferences(page, 3);
    await dialogOf(page).getByText('Нужно ещё 1 картинка').waitFor();
    expect(await dialogOf(page).getByRole('button', { name: 'Дальше' }).getAttribute('aria-disabled')).toBe(
      'true',
    );
    // What was begun is still there after a reload, in the same dialog.
    await page.reload();
    await dialogOf(page)
      .getByRole('button', { name: /^Убрать sign/ })
      .nth(2)
      .waitFor();
    const [, , , ...more] = await drawPictures(page, 10);
    await dialogOf(page).locator('input[type=file]').setInputFiles(more);
    await dialogOf(page).getByText('Самое удачное количество.').waitFor();
    await trainLora(page, 'Осенние сумки', 'acmebag7');

    // It goes on without a page, and is followed again from its address.
    await dialogOf(page).getByText('Окно и вкладку можно закрыть').waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Использовать' }).first().waitFor();
    await page.goto(page.url());
    await dialogOf(page).getByText('acmebag7').waitFor();
    await dialogOf(page).getByRole('link', { name: 'Использовать' }).click();
    await page.waitForURL('**/?lora=**');

    const prompt = page.getByRole('textbox', { name: 'Запрос' });
    await expect.poll(() => prompt.inputValue(), { timeout: 30_000 }).toBe('acmebag7, ');
    await page.reload();
    await expect.poll(() => prompt.inputValue(), { timeout: 30_000 }).toBe('acmebag7, ');
    await prompt.fill('acmebag7, on a table by a window');
    const request = page.waitForRequest('**/api/generations/create?**');
    await page.getByRole('button', { name: /^Создать 4 картинки/ }).click();
    const id = new URL(page.url()).searchParams.get('lora');
    expect((await request).postDataJSON()).toMatchObject({
      model: `lora:${id}`,
      lora_id: id,
      lora_url: expect.stringMatching(/osennie-sumki-v1\.safetensors$/),
    });
    await page.getByRole('img', { name: /^Изображение 4: acmebag7, on a table/ }).waitFor();
    expect(engine.providers.runs().map(({ kind, state }) => [kind, state])).toEqual([
      ['training', 'succeeded'],
      ['prediction', 'succeeded'],
    ]);

    const other = (await world.openPage(russian)).page;
    await signInByClick(other, lev);
    await other.goto(page.url());
    await other.getByText('LoRA из адреса не нашлась').waitFor();
    await other.getByText('Здесь появятся ваши картинки').waitFor();
    await other.goto('/lora');
    await other.getByRole('heading', { name: 'Пока ни одной LoRA' }).waitFor();
  },
);

it.runIf(isFullRun())(
  'shares a LoRA with the brand, which paints with it, and makes it private again',
  { timeout: 400_000 },
  async () => {
    await using world = await openWorld({ storefront: 'lora-studio' });
    await using _ = await startEngine(world.stack);
    const { page } = await world.openPage(russian);
    page.setDefaultTimeout(60_000);
    await signInByClick(page, mira);
    await bringReferences(page, 10);
    await trainLora(page, 'Вывески', 'acmesign7');
    await dialogOf(page).getByRole('button', { name: 'Посмотреть LoRA' }).click();
    await dialogOf(page).getByText('Эту LoRA видите только вы.').waitFor();
    await dialogOf(page).getByRole('button', { name: 'Поделиться с брендом' }).click();
    const question = page.getByRole('alertdialog');
    await question
      .getByText(
        'Референсы, на которых она обучалась, подписи к ним, настройки и журнал никто другой не увидит.',
      )
      .waitFor();
    await question.getByRole('button', { name: 'Поделиться с брендом' }).click();
    await dialogOf(page).getByText('Все в бренде видят эту LoRA и могут ею рисовать.').waitFor();

    const other = (await world.openPage(russian)).page;
    other.setDefaultTimeout(60_000);
    await signInByClick(other, lev);
    await other.goto('/lora');
    await other.getByText('Общие', { exact: true }).click();
    await other.getByText('Поделился коллега').waitFor();
    expect(await other.getByRole('button', { name: 'Действия: Вывески' }).count()).toBe(0);
    await other.getByRole('button', { name: 'Открыть LoRA Вывески' }).click();
    await dialogOf(other).getByText('acmesign7').first().waitFor();
    expect(await dialogOf(other).getByRole('button', { name: 'Удалить' }).count()).toBe(0);
    await dialogOf(other).getByRole('link', { name: 'Использовать' }).click();
    const prompt = other.getByRole('textbox', { name: 'Запрос' });
    await expect.poll(() => prompt.inputValue(), { timeout: 30_000 }).toBe('acmesign7, ');
    await prompt.fill('acmesign7, above a bakery');
    await other.getByRole('button', { name: /^Создать 4 картинки/ }).click();
    await other.getByRole('img', { name: /^Изображение 4: acmesign7, above a bakery/ }).waitFor();
    await other.getByText(/^Вывески · /).waitFor();

    // What was made with it is private to whoever made it; what it came of, to its owner.
    await page.goto('/');
    await page.getByText('Здесь появятся ваши картинки').waitFor();
    await page.goto('/lora');
    await page.getByRole('button', { name: 'Действия: Вывески' }).click();
    await page.getByRole('menuitem', { name: 'Снова сделать личной' }).click();
    await page.getByText('Готовые картинки, которые они ею нарисовали, останутся у них.').waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Снова сделать личной' }).click();
    await page.getByText('Готова', { exact: true }).waitFor();
    await other.goto('/lora');
    await other.getByRole('heading', { name: 'Пока ни одной LoRA' }).waitFor();
    await other.goto('/');
    await other.getByRole('img', { name: /^Изображение 4: acmesign7, above a bakery/ }).waitFor();
    await other.getByText(/^Модель, которой больше не делятся · /).waitFor();
    expect(await countRows(world.stack, 'generations')).toBe(1);

    // What is shared, an admin takes back as well.
    await page.getByRole('button', { name: 'Действия: Вывески' }).click();
    await page.getByRole('menuitem', { name: 'Поделиться с брендом' }).click();
    await page.getByText('Все в бренде увидят её нынешнее название «Вывески»').waitFor();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Поделиться с брендом' }).click();
    await page.getByText('Общая', { exact: true }).waitFor();
    const third = (await world.openPage(russian)).page;
    third.setDefaultTimeout(60_000);
    await signInByClick(third, admin);
    await third.goto('/lora');
    await third.getByRole('button', { name: 'Открыть LoRA Вывески' }).click();
    await dialogOf(third).getByRole('button', { name: 'Снова сделать личной' }).click();
    await third.getByText('Ею поделился коллега. Она снова станет личной').waitFor();
    await third.getByRole('alertdialog').getByRole('button', { name: 'Снова сделать личной' }).click();
    await third.getByRole('heading', { name: 'Пока ни одной LoRA' }).waitFor();
    expect(await dialogOf(third).count()).toBe(0);
    await page.reload();
    await page.getByText('Готова', { exact: true }).waitFor();
  },
);

it.runIf(isFullRun())(
  'says plainly why a training failed, tries again, and gives back what was deleted',
  { timeout: 400_000 },
  async () => {
    await using world = await openWorld({ storefront: 'lora-studio' });
    await using engine = await startEngine(world.stack);
    const { page } = await world.openPage(russian);
    page.setDefaultTimeout(60_000);
    await signInByClick(page, mira);
    await bringReferences(page, 10);
    engine.providers.faults.add({
      on: 'replicate.trainings.run',
      kind: 'fail-run',
      message: 'CUDA out of memory',
    });
    await trainLora(page, 'Тушь', 'inkwash9');
    await dialogOf(page).getByText('Машине не хватило памяти для этих параметров.').waitFor();
    await dialogOf(page).getByRole('button', { name: 'Обучить ещё раз' }).click();
    await dialogOf(page).getByRole('link', { name: 'Использовать' }).waitFor();
    expect(await countRows(world.stack, 'lora_training_jobs')).toBe(2);

    await dialogOf(page).getByRole('button', { name: 'Посмотреть LoRA' }).click();
    await dialogOf(page).getByRole('button', { name: 'Изменить' }).click();
    await dialogOf(page).getByLabel('Название').fill('Тушь и вода');
    await dialogOf(page).getByRole('button', { name: 'Сохранить' }).click();
    await dialogOf(page).getByRole('heading', { name: 'Тушь и вода' }).waitFor();
    await dialogOf(page).getByRole('button', { name: 'Удалить' }).click();
    await dialogOf(page).waitFor({ state: 'detached' });
    await page.getByText('Удалённые', { exact: true }).click();
    await page.getByRole('button', { name: 'Вернуть' }).first().click();
    await page.getByRole('heading', { name: 'Удалённых LoRA нет' }).waitFor();
    await page.getByText('Все', { exact: true }).click();
    await page.getByRole('button', { name: 'Открыть LoRA Тушь и вода' }).waitFor();
  },
);

it.runIf(isFullRun()).each(['light', 'dark'] as const)(
  'can be used by everybody, in the %s theme',
  { timeout: 240_000 },
  async (colorScheme) => {
    await using world = await openWorld({ storefront: 'lora-studio' });
    const { page } = await world.openPage({ ...russian, colorScheme });
    const look = async (name: string) => expect.soft(await checkAccessibility(page), name).toEqual([]);
    await page.goto('/sign-in');
    await look('/sign-in');
    await signInByClick(page, mira);
    for (const path of ['/', '/lora', '/lora?open=rules', '/lora?open=create', '/settings']) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await look(path);
    }
  },
);
