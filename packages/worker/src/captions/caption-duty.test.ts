import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { addReadyPictures, drain, openDutyWorld, personOf } from '../testing/duty-world.ts';
import { brand, createTestProject, otherBrand, type TestProject } from '../testing/test-project.ts';
import { createCaptionDuty } from './caption-duty.ts';

const duty = createCaptionDuty({ slots: 1 });
let project: TestProject;
let pictures: string[];
beforeAll(async () => {
  // Slow enough that no simulated deadline passes on a busy machine.
  project = await createTestProject({ simulators: { speed: 100 } });
  await using world = openDutyWorld(project);
  pictures = await addReadyPictures(world, personOf(project, 'ctMember'), { count: 4 });
});
afterAll(() => project[Symbol.asyncDispose]());
beforeEach(async () => {
  project.simulators.faults.clear();
  await project.query('delete from public.caption_requests');
  await project.query('update public.brand_assets set training_caption = null');
});

/** Predictions are paid for one by one. */
const paid = () => project.simulators.runs().filter(({ kind }) => kind === 'prediction').length;
const settled = () =>
  project.query('select status, error_code, sent_count from public.caption_requests order by created_at, id');
const soon = () =>
  project.query(
    'update public.caption_requests set due_at = now(), lease_expires_at = null where due_at is not null',
  );

it('writes what members ask for, passes over what has a caption, and pays for each once', async () => {
  await using world = openDutyWorld(project);
  const member = personOf(project, 'ctMember');
  await project.query(`update public.brand_assets set training_caption = 'mine' where id = $1`, [
    pictures[0],
  ]);
  const before = paid();
  expect(await member.requestCaptions({ assetIds: pictures, prefix: 'photo of [brand], ' })).toEqual({
    requested: expect.arrayContaining(pictures.slice(1)),
    waiting: [],
    passedOver: pictures.slice(0, 1),
  });
  expect(await member.requestCaptions({ assetIds: pictures })).toMatchObject({ requested: [] });
  expect(await drain(duty, world)).toBe(3);
  expect(paid() - before).toBe(3);
  const captions = await project.query<{ training_caption: string }>(
    'select training_caption from public.brand_assets where id = any ($1)',
    [pictures.slice(1)],
  );
  expect(captions.map(({ training_caption }) => training_caption)).toEqual(
    Array.from({ length: 3 }, () => expect.stringMatching(/^photo of \[brand\], \w+/)),
  );
  const { items } = await member.listCaptionRequests({ assetIds: pictures });
  expect(items.map(({ status, error }) => [status, error])).toEqual(
    Array.from({ length: 3 }, () => ['completed', null]),
  );
  expect((await personOf(project, 'acmeMember').listCaptionRequests()).items).toEqual([]);
});

it('pays once for each where four workers are at it', async () => {
  await personOf(project, 'ctMember').requestCaptions({ assetIds: pictures });
  const before = paid();
  const worlds = [1, 2, 3, 4].map((number) => openDutyWorld(project, { name: `worker-${number}` }));
  const pieces = await Promise.all(worlds.map((world) => drain(duty, world)));
  await Promise.all(worlds.map((world) => world[Symbol.asyncDispose]()));
  expect(pieces.reduce((sum, one) => sum + one)).toBe(pictures.length);
  expect(paid() - before).toBe(pictures.length);
});

it('sends a request whose answer was lost once more, and no third time', async () => {
  await using world = openDutyWorld(project);
  const lost = { on: 'replicate.predictions.create', kind: 'drop-after-accept', times: 5 } as const;
  project.simulators.faults.add(lost);
  await personOf(project, 'ctMember').requestCaptions({ assetIds: pictures.slice(0, 1) });
  const before = paid();
  for (let round = 0; round < 4; round += 1) {
    await drain(duty, world);
    await soon();
  }
  expect(paid() - before).toBe(2);
  expect(await settled()).toEqual([{ status: 'failed', error_code: 'outcome_unknown', sent_count: 2 }]);
  const { items } = await personOf(project, 'ctMember').listCaptionRequests();
  expect(items[0]?.error?.message).toMatch(/Ask again/);
});

it('waits where the provider takes no more for the moment, without counting it', async () => {
  await using world = openDutyWorld(project);
  project.simulators.faults.add({
    on: 'replicate.predictions.create',
    kind: 'status',
    status: 429,
    times: 3,
  });
  await personOf(project, 'ctMember').requestCaptions({ assetIds: pictures.slice(0, 1) });
  for (let round = 0; round < 3; round += 1) {
    expect(await drain(duty, world)).toBe(1);
    expect(await settled()).toEqual([{ status: 'waiting', error_code: 'rate_limited', sent_count: 0 }]);
    await soon();
  }
  await drain(duty, world);
  expect(await settled()).toEqual([{ status: 'completed', error_code: null, sent_count: 1 }]);
});

it('says why there is none where the provider will not', async () => {
  await using world = openDutyWorld(project);
  project.simulators.faults.add({
    on: 'replicate.predictions.run',
    kind: 'fail-run',
    message: 'NSFW content detected',
  });
  await personOf(project, 'ctMember').requestCaptions({ assetIds: pictures.slice(0, 1) });
  await drain(duty, world);
  expect(await settled()).toEqual([{ status: 'failed', error_code: expect.any(String), sent_count: 1 }]);
  const { items } = await personOf(project, 'ctMember').listCaptionRequests();
  expect(items[0]?.error?.message).toMatch(/^[A-Z].*\.$/);
  expect(JSON.stringify(items)).not.toContain('NSFW');
});

it('lets no brand wait for another that asked for more', async () => {
  await using world = openDutyWorld(project);
  const [theirs] = await addReadyPictures(world, personOf(project, 'acmeMember'), {
    count: 1,
    brandId: otherBrand,
  });
  await personOf(project, 'ctMember').requestCaptions({ assetIds: pictures });
  await personOf(project, 'acmeMember').requestCaptions({ assetIds: [theirs ?? ''] });
  const signal = new AbortController().signal;
  await duty.doNext(world, signal);
  await duty.doNext(world, signal);
  const done = await project.query<{ brand_id: string }>(
    `select brand_id from public.caption_requests where status = 'completed'`,
  );
  expect(done.map(({ brand_id }) => brand_id).toSorted()).toEqual([otherBrand, brand]);
  await drain(duty, world);
});
