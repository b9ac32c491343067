import { startStack, type TestStack } from '@act/local-stack/testing';
import type { SupabaseClient } from '@supabase/supabase-js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { asSuperuser, brand } from '../node/testing/brand-context.ts';
import { addAssetRows, addModelRows } from './testing/brand-rows.ts';

let stack: TestStack;
let member: SupabaseClient;
let admin: SupabaseClient;
beforeEach(async () => {
  stack = await startStack();
  [member, admin] = await Promise.all([stack.as('ctMember'), stack.as('ctAdmin')]);
});
afterEach(() => stack[Symbol.asyncDispose]());

const change = (settings: object) =>
  asSuperuser(stack, 'update public.brands set settings = $2 where id = $1', [brand, settings]);
const ask = async (modelId: string, imageCount = 2) => {
  const wish = { brand_id: brand, model_id: modelId, prompt: 'a cup', image_count: imageCount };
  const { data, error } = await member.from('generations').insert(wish).select('id').maybeSingle();
  return { id: String(data?.id), refusal: error?.code ?? null };
};
const finish = (id: string, cost: number | null = null) =>
  asSuperuser(
    stack,
    `update public.generations set status = 'completed', progress = 100, due_at = null, cost_usd = $2 where id = $1`,
    [id, cost],
  );
const remove = async (id: string, table = 'generations') => {
  const { data, error } = await admin.from(table).delete().eq('id', id).select('id');
  return error?.code ?? data?.length ?? 0;
};
const spent = async () => {
  const [row] = await asSuperuser<{ spent: string }>(stack, 'select private.spent_this_month($1) as spent', [
    brand,
  ]);
  return Number(row?.spent);
};

it('gives back nothing of a day, whatever is deleted', async () => {
  await change({ generation: { maximumPerDay: 4 } });
  const [modelId = ''] = await addModelRows(stack, ['cups']);
  for (let round = 0; round < 2; round += 1) {
    const { id } = await ask(modelId);
    await finish(id, 0.1);
    expect(await remove(id)).toBe(1);
  }
  expect(await ask(modelId)).toMatchObject({ refusal: 'PT429' });
  await asSuperuser(stack, `update private.past_usage set created_at = now() - interval '25 hours'`);
  expect(await ask(modelId)).toMatchObject({ refusal: null });
});

it('gives back nothing of a month, also with a model and all that was made with it', async () => {
  const [modelId = ''] = await addModelRows(stack, ['cups']);
  const [paid, unknown, unsent] = [await ask(modelId), await ask(modelId), await ask(modelId)];
  await finish(paid.id, 1.5);
  await finish(unknown.id);
  await asSuperuser(
    stack,
    `update public.generations set status = 'cancelled', error_code = 'cancelled', due_at = null where id = $1`,
    [unsent.id],
  );
  const before = await spent();
  expect(before).toBeGreaterThan(1.5);
  expect(await remove(modelId, 'brand_models')).toBe(1);
  expect(await asSuperuser(stack, 'select id from public.generations')).toEqual([]);
  expect(await spent()).toBeCloseTo(before, 6);
  await asSuperuser(stack, `update private.past_usage set created_at = now() - interval '32 days'`);
  expect(await spent()).toBe(0);
});

it('counts a deleted training too, and forgets what nothing counts any more', async () => {
  await change({ training: { maximumJobsPerDay: 1 } });
  const pictures = await addAssetRows(stack, 12);
  const wish = {
    brand_id: brand,
    name: 'Job',
    model_type: 'flux',
    training_asset_ids: pictures,
    readiness_override: true,
  };
  const train = async () => {
    const { data, error } = await member.from('lora_training_jobs').insert(wish).select('id').maybeSingle();
    return { id: String(data?.id), refusal: error?.code ?? null };
  };
  await asSuperuser(
    stack,
    `insert into private.past_usage (work_id, brand_id, created_at, cost_usd) values (gen_random_uuid(), $1, now() - interval '60 days', 1)`,
    [brand],
  );
  const { id } = await train();
  await asSuperuser(
    stack,
    `update public.lora_training_jobs set status = 'failed', error_code = 'run_failed', due_at = null, cost_usd = 2 where id = $1`,
    [id],
  );
  expect(await remove(id, 'lora_training_jobs')).toBe(1);
  expect(await train()).toMatchObject({ refusal: 'PT429' });
  expect(await spent()).toBe(2);
  expect(await asSuperuser(stack, 'select work_id, trainings from private.past_usage')).toEqual([
    { work_id: id, trainings: 1 },
  ]);
});

it('deletes no pictures that are still being made', async () => {
  const [modelId = ''] = await addModelRows(stack, ['cups']);
  const { id } = await ask(modelId);
  expect([await remove(id), await remove(modelId, 'brand_models')]).toEqual(['PT409', 'PT409']);
  expect((await member.from('generations').select('status').eq('id', id)).data).toEqual([
    { status: 'pending' },
  ]);
  await finish(id, 0.1);
  expect(await remove(modelId, 'brand_models')).toBe(1);
});

it('goes with its brand', async () => {
  const [modelId = ''] = await addModelRows(stack, ['cups']);
  const { id } = await ask(modelId);
  await asSuperuser(stack, `update public.generations set status = 'running' where id = $1`, [id]);
  await asSuperuser(stack, 'select public.delete_brand($1)', [brand]);
  expect(await asSuperuser(stack, 'select 1 as row from private.past_usage')).toEqual([]);
});

it('counts by days and months that nobody chooses for themselves', async () => {
  const zones = ['UTC', 'Pacific/Kiritimati', 'Etc/GMT+12'];
  const starts = zones.map((zone) =>
    asSuperuser(
      stack,
      `select set_config('timezone', $1, false), private.month_start() as month, private.today()::text as day`,
      [zone],
    ),
  );
  const told = (await Promise.all(starts)).map(([row]) => [row?.month, row?.day]);
  const now = new Date();
  const day = now.toISOString().slice(0, 10);
  expect(told).toEqual(zones.map(() => [new Date(`${day.slice(0, 7)}-01T00:00:00Z`), day]));
  const bodies = await asSuperuser<{ name: string }>(
    stack,
    `select proname as name from pg_catalog.pg_proc
     where pronamespace = any ('{public,private}'::regnamespace[]) and proname not in ('month_start', 'today', 'get_usage')
       and prosrc ~* 'current_date|current_timestamp::date|now\\(\\)::date|date_trunc'`,
  );
  expect(bodies).toEqual([]);
});

it('tells what the budget counts to the brand’s admins, and to nobody else', async () => {
  const [modelId = ''] = await addModelRows(stack, ['cups']);
  const { id } = await ask(modelId);
  await finish(id, 1.5);
  expect(await remove(id)).toBe(1);
  const told = async (database: SupabaseClient) =>
    (await database.rpc('get_spent_this_month', { brand_id: brand })).data;
  expect(await told(admin)).toBe(1.5);
  for (const actor of ['ctMember', 'ctViewer', 'acmeAdmin', 'newcomer'] as const) {
    expect([actor, await told(await stack.as(actor))]).toEqual([actor, null]);
  }
});
