import { isFullRun } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { signInAs } from './pages/sign-in.ts';
import { bringPictures, setUpTraining, train } from './pages/train.ts';
import { openWorld } from './world/open-world.ts';
import { startEngine } from './world/start-engine.ts';

it.runIf(isFullRun())(
  'sets up trainings, watches, stops and retries them, and finds them again',
  {
    timeout: 240_000,
  },
  async () => {
    await using world = await openWorld();
    await using engine = await startEngine(world.stack);
    const { page } = await world.openPage();
    page.setDefaultTimeout(40_000);
    await signInAs(page, 'ctMember');
    await bringPictures(page, 10);

    await page.getByRole('link', { name: 'Set up training' }).click();
    await page.waitForURL('**/training/configure');
    await page.getByLabel('Name').fill('First signs');
    await page.getByText('“F” at place 1 is a capital letter.').waitFor();
    await page.getByRole('button', { name: 'Use “first-signs”' }).click();
    await page.getByText('Quick', { exact: true }).click();
    await page.getByText('Each of 10 pictures is seen about 50 times.').waitFor();
    await page.getByRole('button', { name: /^Advanced/ }).click();
    await page.getByRole('textbox', { name: /^Rank/ }).fill('200');
    await page.getByText('Use a number from 1 to 128.').waitFor();
    await page.getByRole('button', { name: 'Show what is wrong' }).waitFor();
    await page.getByRole('textbox', { name: /^Rank/ }).fill('8');
    await page.reload();
    // What was chosen is kept, and sent as it is shown.
    await page.getByText('1 changed').first().waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('first-signs');
    await page.getByRole('button', { name: /^Advanced/ }).click();
    await page.getByRole('tab', { name: 'Raw' }).click();
    await page.getByText('"loraRank": 8').waitFor();

    await train(page);
    await page.getByText('You can close this tab').waitFor();
    await page.getByRole('heading', { name: 'Your model is ready.' }).waitFor();
    await page.getByRole('tab', { name: 'Files' }).click();
    await page.getByText('first-signs-v1.safetensors').waitFor();
    await page.getByRole('tab', { name: 'Loss' }).click();
    await page.getByText(/^Loss went from/).waitFor();
    await page.reload();
    await page.getByText(/^Loss went from/).waitFor();
    await expect.poll(() => page.evaluate<number>(coverOfCurve)).toBeGreaterThan(0.6);

    engine.providers.faults.add({ on: 'replicate.trainings.run', kind: 'stall' });
    await setUpTraining(page, 'second-signs');
    await page.getByRole('button', { name: 'Stop training' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Stop training' }).click();
    await page.getByRole('heading', { name: 'This training was stopped.' }).waitFor();

    engine.providers.faults.add({
      on: 'replicate.trainings.run',
      kind: 'fail-run',
      message: 'CUDA out of memory',
    });
    await setUpTraining(page, 'third-signs');
    await page.getByText('The GPU had too little memory for these settings.').waitFor();
    const failed = page.url();
    await page.getByRole('button', { name: 'Retry with same settings' }).click();
    await page.waitForURL((url) => url.href !== failed);
    await page.getByRole('heading', { name: 'Your model is ready.' }).waitFor();

    await page.goto('/training/jobs');
    await page.getByLabel('Search by name').fill('signs');
    await page.getByText('Cancelled', { exact: true }).first().click();
    await page.waitForURL('**/training/jobs?q=signs&status=cancelled');
    await page.reload();
    const names = page.locator('tbody a');
    await names.first().waitFor();
    expect(await names.allTextContents()).toEqual(['second-signs']);
    expect(await page.getByLabel('Search by name').inputValue()).toBe('signs');

    await page.getByLabel('Choose second-signs').first().check();
    await page.getByRole('button', { name: 'Delete 1' }).click();
    await page.getByText('Nothing matches').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await names.first().waitFor();
  },
);

/** Over how much of the chart's width anything coloured is drawn: everything but the curve is grey. */
const coverOfCurve = `(() => {
  const canvas = document.querySelector('.uplot canvas');
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const columns = new Set();
  for (let at = 0; at < data.length; at += 4) {
    const colours = data.subarray(at, at + 3);
    if (data[at + 3] > 128 && Math.max(...colours) - Math.min(...colours) > 60) columns.add((at / 4) % width);
  }
  return columns.size / width;
})()`;
