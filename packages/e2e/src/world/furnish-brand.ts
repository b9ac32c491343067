import type { Engine } from '@act/local-stack/testing';
import type { Page } from 'playwright-core';
import { signInAs } from '../pages/sign-in.ts';
import { bringPictures, setUpTraining } from '../pages/train.ts';
import { addNotice } from './add-activity.ts';
import type { World } from './open-world.ts';

/** The addresses of one training of each kind. */
export interface FurnishedBrand {
  readonly completed: string;
  readonly failed: string;
  readonly running: string;
}

const brand = 'creativetechnologists';

/** Fills a brand with what a working week leaves in it, by the hand of this person: as pages are looked at and measured. */
export async function furnishBrand(world: World, engine: Engine, page: Page): Promise<FurnishedBrand> {
  const { faults } = engine.providers;
  page.setDefaultTimeout(60_000);
  await signInAs(page, 'ctAdmin');
  await bringPictures(page, 12);
  await setUpTraining(page, 'house-style');
  await page.getByRole('heading', { name: 'Your model is ready.' }).waitFor();
  const completed = page.url();

  await page.goto('/generate/new?model=house-style', { waitUntil: 'networkidle' });
  for (const prompt of ['poster of [brand], bold shapes', '[brand] on a billboard at dusk']) {
    await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(prompt);
    await page.getByRole('button', { name: /^Make 4 pictures/ }).click();
    await page
      .getByRole('img', { name: `Picture 4: ${prompt}` })
      .first()
      .waitFor();
  }
  faults.add({ on: 'replicate.trainings.run', kind: 'fail-run', message: 'CUDA out of memory' });
  await setUpTraining(page, 'winter-campaign');
  await page.getByText('The GPU had too little memory for these settings.').waitFor();
  const failed = page.url();
  faults.add({ on: 'replicate.trainings.run', kind: 'stall' });
  await setUpTraining(page, 'shop-window');
  await page.getByRole('button', { name: 'Stop training' }).waitFor();

  await addNotice(world.stack, { brand, person: 'ctAdmin', name: 'house-style' });
  const session = await world.stack.as('ctAdmin');
  await session.rpc('create_invitation', { brand_id: brand, email: 'new@example.test' });
  return { completed, failed, running: page.url() };
}
