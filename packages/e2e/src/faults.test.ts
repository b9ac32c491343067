import { setTimeout } from 'node:timers/promises';
import { connect, type Engine, type Fault, isFullRun } from '@act/local-stack/testing';
import type { Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { signInAs } from './pages/sign-in.ts';
import { bringPictures, setUpTraining } from './pages/train.ts';
import { addModel, signs } from './world/add-model.ts';
import { openWorld, type World } from './world/open-world.ts';
import { startEngine } from './world/start-engine.ts';

const brandId = 'creativetechnologists';
const create = 'replicate.trainings.create';
const training = 'replicate.trainings.run';
const ask = 'replicate.predictions.create';
const painting = 'replicate.predictions.run';

const cleanup = new AsyncDisposableStack();
let world: World;
let engine: Engine;
let page: Page;
let number = 0;

beforeAll(async () => {
  world = cleanup.use(await openWorld());
  engine = cleanup.use(await startEngine(world.stack));
  // More than a day's work of any brand.
  await using client = await connect(world.stack.database.superuser);
  await client.query(
    `update public.brands set settings = settings || '{"training": {"maximumJobsPerDay": 1000, "maximumRunningJobs": 50}}' where id = $1`,
    [brandId],
  );
  await addModel(world.stack, { ...signs, name: 'ready' });
  ({ page } = await world.openPage());
  page.setDefaultTimeout(60_000);
  await signInAs(page, 'ctMember');
  await bringPictures(page, 10);
}, 120_000);
// One that was not met must not meet the next.
afterEach(() => engine.providers.faults.clear());
afterAll(() => cleanup.disposeAsync());

const paidTrainings = () =>
  engine.providers.runs().filter(({ kind, isPaid }) => kind === 'training' && isPaid).length;

/** Begins a training while this goes wrong. */
async function trainWith(...faults: readonly Fault[]): Promise<void> {
  for (const fault of faults) engine.providers.faults.add(fault);
  number += 1;
  await setUpTraining(page, `signs-${number}`);
}

/** Asks for four pictures while this goes wrong. */
async function paintWith(...faults: readonly Fault[]): Promise<void> {
  for (const fault of faults) engine.providers.faults.add(fault);
  number += 1;
  await page.goto('/generate/new?model=ready', { waitUntil: 'networkidle' });
  await page.getByRole('textbox', { name: 'Prompt', exact: true }).fill(`poster number ${number}`);
  await page.getByRole('button', { name: /^Make 4 pictures/ }).click();
}

/** Nothing turns or fills up any more. */
const expectRest = async () => {
  await expect.poll(() => page.locator('main .animate-spin').count()).toBe(0);
  expect(await page.getByRole('main').getByRole('button', { name: 'Stop training' }).count()).toBe(0);
};

/** The training ended: the page says why and what to do, and offers it, also to whoever comes later. */
async function expectFailure(cause: string, nextStep: string): Promise<void> {
  for (const _ of ['watched', 'come back to']) {
    const failure = page.getByRole('alert').filter({ hasText: 'Why it ended' });
    await failure.getByText(cause, { exact: true }).waitFor();
    await failure.getByText(nextStep).waitFor();
    await failure.getByRole('button', { name: 'Retry with same settings' }).waitFor();
    await page.getByRole('heading', { name: 'This training ended early.' }).waitFor();
    await expectRest();
    await page.reload();
  }
}

/** In the place of the pictures: why there are none and what to do. */
async function expectNoPictures(cause: string, nextStep: string): Promise<void> {
  const failure = page.getByRole('region', { name: 'These pictures were not made' }).first();
  await failure.getByText(cause).waitFor();
  await failure.getByText(nextStep).waitFor();
  await failure.getByRole('button', { name: 'Again, with the same settings' }).waitFor();
  await expectRest();
  // Out of the way of the next one.
  await failure.getByRole('button', { name: 'Take it off the list' }).click();
}

const downs: readonly Fault[] = [{ on: 'replicate.*', kind: 'status', status: 503, times: 1_000_000 }];

it('waits while the provider is down, says what comes of it, and goes on when it is back, paying once', {
  timeout: 120_000,
}, async () => {
  const before = paidTrainings();
  await trainWith(...downs);
  await page.getByText('You can close this tab; it goes on without you').waitFor();
  await page.getByText('Did not work yet; trying again').first().waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Stop training' }).waitFor();
  expect(await page.getByText('Why it ended').count()).toBe(0);
  engine.providers.faults.clear();
  await page.getByRole('heading', { name: 'Your model is ready.' }).waitFor();
  expect(paidTrainings()).toBe(before + 1);
});

it('says why there are no pictures, and makes them when asked again', { timeout: 90_000 }, async () => {
  await paintWith({ on: painting, kind: 'fail-run', message: 'CUDA out of memory' });
  const failure = page.getByRole('region', { name: 'These pictures were not made' }).first();
  await failure.getByText('memory').first().waitFor();
  await failure.getByRole('button', { name: 'Again, with the same settings' }).click();
  await page.getByRole('img', { name: new RegExp(`^Picture 4: poster number ${number}$`) }).waitFor();
});

it('trains only once it is known what speaks against the pictures', { timeout: 90_000 }, async () => {
  // The price is there already, and nobody can say yes to it yet.
  const waiting = page.getByRole('button', { name: /Train.*\$/, disabled: true });
  const hold = async (route: Route) => {
    await waiting.waitFor();
    await route.continue();
  };
  await page.route('**/api/assets/readiness?*', hold, { times: 1 });
  number += 1;
  await setUpTraining(page, `signs-${number}`);
  await page.getByRole('heading', { name: 'Your model is ready.' }).waitFor();
});

const report = 'If it ends the same way, copy the report for whoever helps you.';
const operator = 'Tell the people who run this service';

it.runIf(isFullRun()).each([
  [{ on: create, kind: 'status', status: 401 }, 'This service could not use its GPU provider.', operator],
  [
    { on: create, kind: 'status', status: 402 },
    'The GPU account of this service has run out of credit.',
    operator,
  ],
  [{ on: create, kind: 'status', status: 403 }, 'This service could not use its GPU provider.', operator],
  [
    { on: create, kind: 'status', status: 413 },
    'The pictures are larger than the GPU provider takes.',
    report,
  ],
  [{ on: create, kind: 'status', status: 422 }, 'This service could not use its GPU provider.', operator],
  [
    { on: training, kind: 'fail-run', message: 'Something odd' },
    'The run ended with an error at the GPU provider.',
    report,
  ],
  [
    { on: training, kind: 'fail-run', message: 'CUDA out of memory' },
    'The GPU had too little memory for these settings.',
    'Set up a smaller training',
  ],
  [
    { on: training, kind: 'fail-run', message: 'zipfile.BadZipFile: File is not a zip file' },
    'The trainer could not use the training pictures.',
    'Look through the pictures',
  ],
  [
    { on: training, kind: 'fail-run', message: 'NSFW content detected' },
    'A safety filter held the result back.',
    'Look through the pictures',
  ],
  [
    { on: training, kind: 'fail-run', message: 'The run timed out' },
    'The run took longer than it may and was ended.',
    'Set up a training with fewer steps.',
  ],
  [
    { on: 'replicate.trainings.get', kind: 'status', status: 404 },
    'The run was ended at the GPU provider before it came to anything.',
    report,
  ],
] satisfies [Fault, string, string][])(
  'ends a training that cannot be, and says why and what to do: %j',
  { timeout: 90_000 },
  async (fault, cause, nextStep) => {
    await trainWith(fault);
    await expectFailure(cause, nextStep);
  },
);

it.runIf(isFullRun()).each([
  { on: create, kind: 'status', status: 429 },
  { on: create, kind: 'drop-after-accept' },
  { on: create, kind: 'slow' },
  { on: 'replicate.trainings.get', kind: 'status', status: 500, times: 3 },
  { on: 'replicate.trainings.get', kind: 'drop-before-accept', times: 3 },
  { on: 'replicate.models.*', kind: 'status', status: 503, times: 2 },
  { on: 'replicate.trainings.list', kind: 'status', status: 500, times: 2 },
  { on: 'replicate.delivery', kind: 'truncate' },
  { on: training, kind: 'slow' },
] satisfies Fault[])(
  'comes through what passes, without a word of failure and paying once: %j',
  { timeout: 120_000 },
  async (fault) => {
    const before = paidTrainings();
    await trainWith(fault);
    await page.getByRole('heading', { name: 'Your model is ready.' }).waitFor({ timeout: 90_000 });
    await expectRest();
    expect(paidTrainings()).toBe(before + 1);
  },
);

it.runIf(isFullRun()).each([
  { on: training, kind: 'truncate' },
  { on: training, kind: 'expire' },
] satisfies Fault[])(
  'says that it goes on trying while what was paid for cannot be fetched: %j',
  { timeout: 90_000 },
  async (fault) => {
    await trainWith(fault);
    await page.getByText('Did not work yet; trying again').first().waitFor();
    expect(await page.getByText('Why it ended').count()).toBe(0);
  },
);

/** Whether it arrived is found out by looking, never by sending it again, and that takes ten minutes. */
const lost = [
  { on: create, kind: 'status', status: 500 },
  { on: create, kind: 'drop-before-accept' },
] satisfies Fault[];

it.runIf(isFullRun()).each(lost)(
  'asks nothing twice while nobody knows whether a request arrived: %j',
  { timeout: 90_000 },
  async (fault) => {
    const before = paidTrainings();
    await trainWith(fault);
    await page.getByText('Asking the provider whether the request arrived').first().waitFor();
    await setTimeout(10_000);
    expect(await page.getByText('Why it ended').count()).toBe(0);
    await page.getByRole('button', { name: 'Stop training' }).waitFor();
    expect(paidTrainings()).toBe(before);
  },
);

it.runIf(isFullRun())('can be stopped when a run never ends', { timeout: 90_000 }, async () => {
  await trainWith({ on: training, kind: 'stall' });
  await page.getByRole('button', { name: 'Stop training' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stop training' }).click();
  await page.getByRole('heading', { name: 'This training was stopped.' }).waitFor();
  await expectRest();
});

it.runIf(isFullRun()).each([
  [{ on: ask, kind: 'status', status: 401 }, 'could not sign in at its GPU provider', 'Ask the people'],
  [{ on: ask, kind: 'status', status: 402 }, 'run out of credit', 'Ask the people'],
  [{ on: ask, kind: 'status', status: 422 }, 'is not to be had', 'Ask the people'],
  [{ on: painting, kind: 'fail-run', message: 'Something odd' }, 'ended with an error', 'Try again'],
  [{ on: painting, kind: 'filter-images' }, 'safety filter', 'Change the words'],
] satisfies [Fault, string, string][])(
  'says in the place of pictures why there are none: %j',
  { timeout: 90_000 },
  async (fault, cause, nextStep) => {
    // Each picture of a wish is asked for by itself.
    await paintWith({ ...fault, times: 4 });
    await expectNoPictures(cause, nextStep);
  },
);

it.runIf(isFullRun()).each([
  { on: ask, kind: 'status', status: 429 },
  { on: ask, kind: 'drop-after-accept' },
  { on: 'replicate.predictions.get', kind: 'status', status: 500, times: 3 },
  { on: 'replicate.delivery', kind: 'truncate' },
  { on: painting, kind: 'slow' },
] satisfies Fault[])('brings pictures through what passes: %j', { timeout: 120_000 }, async (fault) => {
  // A look that failed is put off by real seconds, and the vendor keeps a result for an hour of its own time.
  engine.providers.clock.setSpeed(100);
  await paintWith(fault);
  await page
    .getByRole('img', { name: new RegExp(`^Picture 4: poster number ${number}$`) })
    .waitFor({ timeout: 90_000 });
  await expectRest();
});
