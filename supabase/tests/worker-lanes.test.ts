import { demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { addPictures, asSuperuser, brand, changeSettings, otherBrand } from './testing/brand-content.ts';
import { asWorker } from './testing/worker.ts';

async function addJobs(stack: TestStack, statuses: readonly string[], brandId = brand): Promise<string[]> {
  const userId = brandId === brand ? demoPeople.ctMember.id : demoPeople.acmeMember.id;
  await changeSettings(stack, brandId, { training: { maximumRunningJobs: 1000, maximumJobsPerDay: 1000 } });
  const pictures = await addPictures(stack, { brandId, userId });
  const rows = await asSuperuser<{ id: string }>(
    stack,
    `insert into public.lora_training_jobs (brand_id, user_id, name, model_type, training_asset_ids)
     select $1, $2, 'training', 'flux', $3::uuid[] from generate_series(1, $4) returning id`,
    [brandId, userId, pictures, statuses.length],
  );
  for (const [index, { id }] of rows.entries()) {
    await asSuperuser(
      stack,
      `update public.lora_training_jobs set status = $2, error_code = case $2 when 'failed' then 'deadline_passed' end where id = $1`,
      [id, statuses[index]],
    );
  }
  return rows.map(({ id }) => id);
}

const claim = (stack: TestStack, lanes: string) =>
  asWorker<{ work_id: string }>(stack, 'select * from private.claim_work($1, $2)', ['worker-1', lanes]);

it.each([
  ['{submit}', ['pending', 'uploading']],
  ['{reconcile}', ['queued', 'training']],
  // One that failed is due when somebody rings for it.
  ['{save}', ['saving', 'failed']],
  ['{generate}', []],
])('gives out of the lanes %s what is in those states, and nothing else', async (lanes, expected) => {
  await using stack = await startStack();
  const statuses = ['pending', 'uploading', 'queued', 'training', 'saving', 'failed'];
  const ids = await addJobs(stack, statuses);
  const claimed: (string | undefined)[] = [];
  for (let [row] = await claim(stack, lanes); row; [row] = await claim(stack, lanes)) {
    claimed.push(statuses[ids.indexOf(row.work_id)]);
  }
  expect(claimed.sort()).toEqual([...expected].sort());
});

it('knows a lane for every state that a training may be in', async () => {
  await using stack = await startStack();
  const [row] = await asSuperuser<{ missing: string | null }>(
    stack,
    `select string_agg(status, ', ') as missing from (
       select (regexp_matches(pg_get_constraintdef(oid), '''([a-z]+)''', 'g'))[1] as status from pg_constraint
       where conrelid = 'public.lora_training_jobs'::regclass and pg_get_constraintdef(oid) ~ 'status.*pending.*cancelled'
     ) as states where status <> all (private.statuses_of('{submit,reconcile,save}'))`,
  );
  expect(row).toEqual({ missing: null });
});

const fail = async (stack: TestStack, id: string, counts = true) => {
  const [row] = await asWorker(
    stack,
    `select * from private.note_failure('training', $1, 'odd', 'It is odd.', $2)`,
    [id, counts],
  );
  return row;
};
const readFailure = async (stack: TestStack) =>
  (
    await asSuperuser<{ failures: number; delays: number; waits: number }>(
      stack,
      `select failures, delays, extract(epoch from next_try - now())::float8 as waits from private.work_failures`,
    )
  )[0];

it('puts work off that failed, longer each time, and for good with the sixth failure', async () => {
  await using stack = await startStack();
  const [id = ''] = await addJobs(stack, ['pending']);
  const waits: number[] = [];
  for (let failures = 1; failures <= 5; failures += 1) {
    expect(await fail(stack, id)).toEqual({ failures, is_dead: false, is_over: false });
    waits.push((await readFailure(stack))?.waits ?? 0);
    expect(await claim(stack, '{submit}')).toEqual([]);
  }
  expect(waits).toEqual([...waits].sort((one, other) => one - other));
  expect(await fail(stack, id)).toEqual({ failures: 6, is_dead: true, is_over: false });
  expect((await readFailure(stack))?.waits).toBeGreaterThan(5 * 3600);
  expect(await asWorker(stack, 'select * from private.dead_letters()')).toMatchObject([
    { kind: 'training', brand_id: brand, work_id: id, failures: 6, error_code: 'odd' },
  ]);
  expect(await asWorker(stack, 'select private.requeue($1) as count', [id])).toEqual([{ count: 1 }]);
  expect(await claim(stack, '{submit}')).toMatchObject([{ work_id: id }]);
});

it('tries work again whose time has come, and forgets failures when it gets on', async () => {
  await using stack = await startStack();
  const [id = ''] = await addJobs(stack, ['pending']);
  await fail(stack, id);
  await asSuperuser(stack, 'update private.work_failures set next_try = now()');
  expect(await claim(stack, '{submit}')).toMatchObject([{ work_id: id }]);
  await asSuperuser(stack, `update public.lora_training_jobs set status = 'uploading'`);
  expect(await readFailure(stack)).toBeUndefined();
});

it('holds no failure against work that only has to wait', async () => {
  await using stack = await startStack();
  const [id = ''] = await addJobs(stack, ['pending']);
  for (let delays = 1; delays <= 20; delays += 1) await fail(stack, id, false);
  expect(await readFailure(stack)).toMatchObject({ failures: 0, delays: 20 });
  expect((await readFailure(stack))?.waits).toBeLessThanOrEqual(90);
});

it('gives up only what has failed beyond its deadline, under the fence it was claimed with', async () => {
  await using stack = await startStack();
  const [id = ''] = await addJobs(stack, ['pending']);
  const giveUp = async (fence: number) =>
    (
      await asWorker<{ done: boolean }>(stack, `select private.give_up('training', $1, $2) as done`, [
        id,
        fence,
      ])
    )[0]?.done;
  expect(await giveUp(0)).toBe(false);
  for (let failures = 1; failures <= 6; failures += 1) await fail(stack, id);
  await asSuperuser(stack, `update private.work_failures set first_at = now() - interval '7 hours'`);
  expect(await fail(stack, id)).toEqual({ failures: 7, is_dead: true, is_over: true });
  expect(await giveUp(5)).toBe(false);
  expect(await giveUp(0)).toBe(true);
  expect(
    await asSuperuser(stack, 'select status, error_code, due_at from public.lora_training_jobs'),
  ).toEqual([{ status: 'failed', error_code: 'given_up', due_at: null }]);
  expect(await asSuperuser(stack, 'select status from public.training_events')).toEqual([
    { status: 'failed' },
  ]);
});

it('gives out pictures of one brand after the other, each to one at a time', async () => {
  await using stack = await startStack();
  await addPictures(stack, { count: 5, status: 'received' });
  await addPictures(stack, {
    count: 1,
    status: 'received',
    brandId: otherBrand,
    userId: demoPeople.acmeMember.id,
  });
  const take = async (worker = 'worker-1') =>
    asWorker<{ brand_id: string; asset_id: string }>(stack, 'select * from private.claim_pictures($1, 2)', [
      worker,
    ]);
  const turns = [await take(), await take('worker-2'), await take(), await take()];
  const sizes = turns.map((rows) => [rows[0]?.brand_id, rows.length]);
  expect(sizes.slice(0, 2)).toContainEqual([otherBrand, 1]);
  expect(sizes.slice(2)).toEqual([
    [brand, 2],
    [brand, 1],
  ]);
  expect(new Set(turns.flat().map(({ asset_id }) => asset_id)).size).toBe(6);
  expect(await take()).toEqual([]);

  const ids = turns[3]?.map(({ asset_id }) => asset_id);
  await asWorker(stack, `select private.release_pictures('somebody else', $1)`, [ids]);
  expect(await take()).toEqual([]);
  await asWorker(stack, `select private.release_pictures('worker-1', $1)`, [ids]);
  expect(await take()).toHaveLength(1);
  // Whoever held them was killed.
  await asSuperuser(stack, `update private.picture_leases set expires_at = now()`);
  expect(await take('worker-3')).toMatchObject([{ brand_id: otherBrand }]);
});

it('counts what waits, without a word of whose it is', async () => {
  await using stack = await startStack();
  await addJobs(stack, ['pending', 'queued', 'training', 'saving', 'saving']);
  await addPictures(stack, { count: 3, status: 'received' });
  await claim(stack, '{save}');
  const rows = await asWorker<{ lane: string; waiting: string }>(
    stack,
    'select * from private.count_waiting()',
  );
  expect(Object.fromEntries(rows.map(({ lane, waiting }) => [lane, Number(waiting)]))).toEqual({
    submit: 1,
    reconcile: 2,
    save: 1,
    generate: 0,
    inspect: 3,
    'dead letters': 0,
  });
});

it('keeps the queue in a schema in which nobody else may look', async () => {
  await using stack = await startStack();
  await asWorker(stack, 'create table pgboss.ticket (id integer)');
  for (const role of ['anon', 'authenticated', 'service_role', 'act_system']) {
    await expect(asSuperuser(stack, `set role ${role}; select * from pgboss.ticket`), role).rejects.toThrow(
      /permission denied/,
    );
  }
});
