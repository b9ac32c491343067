import { createAiModels } from '@act/ai-models';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addReadyPictures, drain, openDutyWorld, personOf } from '../testing/duty-world.ts';
import { brand, createTestProject, type TestProject } from '../testing/test-project.ts';
import { createRetrainDuty } from './retrain-duty.ts';

const duty = createRetrainDuty({ slots: 1 });
let project: TestProject;
beforeEach(async () => {
  project = await createTestProject();
});
afterEach(() => project[Symbol.asyncDispose]());

const small = { style: { minimumImages: 4, recommendedImages: 4 } };
const switchOn = (settings: object = {}) =>
  project.query(
    "update public.brands set settings = jsonb_set(settings, $2, settings -> 'training' || $3) where id = $1",
    [brand, '{training}', { subjects: small, autoRetrain: { enabled: true, newImages: 4, ...settings } }],
  );
const jobs = () =>
  project.query<{
    is_automatic: boolean;
    user_id: string | null;
    status: string;
    training_asset_ids: string[];
    trigger_word: string;
    name: string;
  }>(
    'select is_automatic, user_id, status, training_asset_ids, trigger_word, name from public.lora_training_jobs order by created_at',
  );
const lookAgain = () => project.query('update private.retrain_turns set look_at = now()');

it('begins one training where four workers find enough new pictures at once', async () => {
  await using first = openDutyWorld(project);
  const pictures = await addReadyPictures(first, personOf(project, 'ctMember'), { count: 4 });
  await switchOn();
  expect(await personOf(project, 'ctViewer').explainRetraining()).toMatchObject({
    retrain: true,
    reasons: [{ code: 'enough_new_pictures' }],
    modelType: 'flux',
    newImages: 4,
  });
  expect(await jobs()).toEqual([]);
  const worlds = [1, 2, 3, 4].map((number) => openDutyWorld(project, { name: `worker-${number}` }));
  await Promise.all(worlds.map((world) => drain(duty, world)));
  // Also where they did not take turns.
  const reports = await Promise.all(worlds.map((world) => world.forBrand(brand).ai.retrain()));
  await Promise.all(worlds.map((world) => world[Symbol.asyncDispose]()));
  const [job, ...others] = await jobs();
  expect(others).toEqual([]);
  expect(job).toMatchObject({ is_automatic: true, user_id: null, status: 'pending' });
  expect(job?.training_asset_ids.toSorted()).toEqual(pictures.toSorted());
  expect(reports.map(({ retrain }) => retrain)).toEqual([false, false, false, false]);
  expect(reports[0]?.reasons.map(({ code }) => code)).toEqual(['too_few_new_pictures', 'too_soon']);
});

it('is asked four times at once, without taking turns, and begins one', async () => {
  await using world = openDutyWorld(project);
  await addReadyPictures(world, personOf(project, 'ctMember'), { count: 4 });
  await switchOn();
  const reports = await Promise.all([1, 2, 3, 4].map(() => world.forBrand(brand).ai.retrain()));
  expect(await jobs()).toHaveLength(1);
  const ids = reports.flatMap(({ job }) => job?.id ?? []);
  expect(new Set(ids).size).toBe(1);
});

it('takes after the last training, and takes no private pictures', async () => {
  await using world = openDutyWorld(project);
  const member = personOf(project, 'ctMember');
  const pictures = await addReadyPictures(world, member, { count: 4 });
  await switchOn({ newImages: 2 });
  await member.createTrainingJob({
    modelType: 'sdxl',
    name: 'bottles',
    trainingAssetIds: pictures,
    trainAnyway: true,
    config: { triggerWord: 'acmebottle7' },
  });
  await project.query(`update public.lora_training_jobs set status = 'completed', due_at = null`);
  await lookAgain();
  expect(await drain(duty, world)).toBe(0);
  await project.query(`update public.brands set default_visibility = 'owner' where id = $1`, [brand]);
  const secret = await addReadyPictures(world, member, { count: 2, from: 10 });
  await project.query(`update public.brands set default_visibility = 'brand' where id = $1`, [brand]);
  await lookAgain();
  expect(await drain(duty, world)).toBe(0);
  const shared = await addReadyPictures(world, member, { count: 2, from: 20 });
  // They see their own private ones; the plan does not.
  expect((await member.explainRetraining()).trainingAssetIds).not.toContain(secret[0]);
  await lookAgain();
  expect(await drain(duty, world)).toBe(1);
  const [, job] = await jobs();
  expect(job).toMatchObject({ is_automatic: true, name: 'bottles', trigger_word: 'acmebottle7' });
  expect(job?.training_asset_ids.toSorted()).toEqual([...pictures, ...shared].toSorted());
});

it('starts nothing in quiet hours, and says when they end', async () => {
  await using asleep = openDutyWorld(project, { now: () => new Date('2026-11-20T22:30:00Z') });
  await addReadyPictures(asleep, personOf(project, 'ctMember'), { count: 4 });
  await switchOn({ quietHours: { from: '23:00', to: '06:00', timeZone: 'Europe/Berlin' } });
  expect(await drain(duty, asleep)).toBe(1);
  expect(await jobs()).toEqual([]);
  const { stack } = project;
  const admin = createAiModels({
    supabase: { url: stack.url, publishableKey: stack.secrets.publishableKey },
    access: { accessToken: () => stack.tokenFor('ctAdmin') },
    now: () => new Date('2026-11-20T22:30:00Z'),
  });
  expect((await admin.explainRetraining()).reasons).toEqual([
    {
      code: 'quiet_hours',
      message: 'From 23:00 to 06:00 (Europe/Berlin) nothing starts by itself.',
      until: '2026-11-21T05:00:00.000Z',
    },
  ]);
  await using awake = openDutyWorld(project, { now: () => new Date('2026-11-21T05:00:00Z') });
  await lookAgain();
  await drain(duty, awake);
  expect(await jobs()).toHaveLength(1);
});

it('spends no more on it than the brand gave for it', async () => {
  await using world = openDutyWorld(project);
  await addReadyPictures(world, personOf(project, 'ctMember'), { count: 4 });
  await switchOn({ monthlyBudgetUsd: 0.5 });
  const { retrain, reasons, job } = await world.forBrand(brand).ai.retrain();
  expect({ retrain, job, codes: reasons.map(({ code }) => code) }).toEqual({
    retrain: false,
    job: null,
    codes: ['automatic_budget_spent'],
  });
});
