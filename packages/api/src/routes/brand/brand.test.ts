import { demoPeople } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import type { components } from '../../client/api.types.ts';
import { fillBrand } from '../../testing/fill-brand.ts';
import { refusalOf, startApi } from '../../testing/start-api.ts';

const brandId = 'creativetechnologists';

it('shows members what an admin changed of the policy, and changes nothing else', async () => {
  await using test = await startApi();
  const before = await test.sql('select settings from public.brands where id = $1', [brandId]);
  const counts = { minimumImages: 6, recommendedImages: 9, maximumImages: 12 };
  const changed = await test.send('ctAdmin', '/brand/settings', {
    method: 'PATCH',
    json: { subjects: { person: counts }, budget: { monthlyUsd: 120.5 }, language: 'ru' },
  });
  expect(await changed.json()).toMatchObject({ language: 'ru', mayChange: true });
  const seen = await (await test.send('ctMember', '/brand/settings')).json();
  expect(seen).toMatchObject({
    subjects: { person: counts },
    budget: { monthlyUsd: 120.5 },
    mayChange: false,
  });
  const [after] = await test.sql<{ settings: object }>(
    `select settings - 'budget' - 'training' - 'language' as settings from public.brands where id = $1`,
    [brandId],
  );
  expect(before[0]).toMatchObject(after ?? {});
});

it('lets nobody but admins change it, and nothing out of bounds', async () => {
  await using test = await startApi();
  const change = (person: 'ctAdmin' | 'ctMember' | 'acmeAdmin', json: object) =>
    test.send(person, `/brand/settings?brandId=${brandId}`, { method: 'PATCH', json });
  expect(await refusalOf(await change('ctMember', { language: 'ru' }))).toEqual([403, 'not_allowed']);
  expect(await refusalOf(await change('acmeAdmin', { language: 'ru' }))).toEqual([404, 'brand_not_allowed']);
  for (const json of [
    { hosts: ['evil.example'] },
    { budget: { monthlyUsd: -1 } },
    { retention: { deletedDays: 0 } },
    { subjects: { style: { minimumImages: 9, recommendedImages: 3, maximumImages: 20 } } },
    { autoRetrain: { quietHours: { from: '22:00', to: '22:00', timeZone: 'UTC' } } },
  ]) {
    expect(await refusalOf(await change('ctAdmin', json)), JSON.stringify(json)).toEqual([
      400,
      'input_invalid',
    ]);
  }
});

it('sums what work cost by month, model and person, and names people to admins only', async () => {
  await using test = await startApi();
  await fillBrand(test, brandId, 'ctMember');
  await test.sql(
    'update public.lora_training_jobs set cost_usd = 2.5, gpu_seconds = 600 where brand_id = $1',
    [brandId],
  );
  const usage = async (person: 'ctAdmin' | 'ctViewer') => (await test.send(person, '/usage')).json();
  const month = new Date().toISOString().slice(0, 7);
  const { email, id: userId } = demoPeople.ctMember;
  expect(await usage('ctAdmin')).toMatchObject({
    spentThisMonthUsd: expect.closeTo(10, 1),
    months: [{ month, trainings: 4, costUsd: expect.closeTo(10, 1), gpuSeconds: 2400 }],
    models: expect.arrayContaining([
      expect.objectContaining({ model: 'flux-lora', trainings: 1, pictures: 1 }),
    ]),
    people: [{ userId, email, trainings: 4 }],
  });
  expect(await usage('ctViewer')).toMatchObject({
    spentThisMonthUsd: null,
    people: [{ userId, email: null }],
  });
});

it('leaves what is private to somebody else out of the sums, and counts what would go with an account', async () => {
  await using test = await startApi();
  await fillBrand(test, brandId, 'ctMember');
  await test.sql(`do $$ begin
    set local session_replication_role = replica;
    update public.lora_training_jobs set visibility = 'owner' where model_url is null;
    update public.generations set visibility = 'owner';
  end $$`);
  const usage = async (person: 'ctAdmin' | 'ctMember') =>
    (await (await test.send(person, '/usage')).json()) as components['schemas']['Usage'];
  const [admins, members] = [await usage('ctAdmin'), await usage('ctMember')];
  expect(admins).toMatchObject({ months: [{ trainings: 1, pictures: 0 }] });
  expect(members).toMatchObject({ spentThisMonthUsd: null, months: [{ trainings: 4, pictures: 1 }] });
  // The budget is the whole brand's.
  expect(admins.spentThisMonthUsd).toBeCloseTo(members.months[0]?.costUsd ?? 0, 4);
  expect(admins.spentThisMonthUsd).toBeGreaterThan(admins.months[0]?.costUsd ?? 0);
  expect(await (await test.send('ctMember', '/me/data')).json()).toEqual({
    trainings: 2,
    generations: 1,
    running: 1,
    memberships: 1,
    models: 0,
    pictures: 0,
    documents: 0,
  });
});
