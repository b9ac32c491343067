import { startStack, type TestStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import {
  addPictures,
  aJob,
  asSuperuser,
  brand,
  changeSettings,
  otherBrand,
} from './testing/brand-content.ts';
import { callAsWorker } from './testing/worker.ts';

const on = (settings: object = {}) => ({ training: { autoRetrain: { enabled: true, ...settings } } });
const claim = async (stack: TestStack) =>
  (await callAsWorker<{ brand_id: string }>(stack, 'claim_retraining')).map(({ brand_id }) => brand_id);
const automatic = (pictures: string[], key = 'one') =>
  aJob(pictures, { idempotency_key: `auto-retrain:${key}` });
const facts = async (stack: TestStack, actor: Parameters<TestStack['as']>[0]) =>
  (await stack.as(actor)).rpc('get_retraining_facts', { brand_id: brand });
const end = (stack: TestStack, status: string) =>
  asSuperuser(stack, `update public.lora_training_jobs set status = $1, error_code = 'x', due_at = null`, [
    status,
  ]);

it('finds brands that want it and have enough new pictures, each for one worker at a time', async () => {
  await using stack = await startStack();
  await addPictures(stack, { count: 20 });
  expect(await claim(stack)).toEqual([]);
  await changeSettings(stack, brand, on());
  await changeSettings(stack, otherBrand, on());
  const found = await Promise.all(Array.from({ length: 4 }, () => claim(stack)));
  expect(found.flat()).toEqual([brand]);
  await asSuperuser(stack, 'update private.retrain_turns set look_at = now()');
  expect(await claim(stack)).toEqual([brand]);
  await changeSettings(stack, brand, on({ enabled: false }));
  expect(await asSuperuser(stack, 'select brand_id from private.retrain_turns')).toEqual([
    { brand_id: otherBrand },
  ]);
});

it('takes a picture for new until a training with it is completed, and counts no private ones', async () => {
  await using stack = await startStack();
  await changeSettings(stack, brand, on());
  const pictures = await addPictures(stack, { count: 20 });
  const member = await stack.as('ctMember');
  const newImages = async () => (await facts(stack, 'ctViewer')).data.new_images;
  expect(await newImages()).toBe(20);
  await member.from('lora_training_jobs').insert(aJob(pictures));
  expect(await newImages()).toBe(0);
  await end(stack, 'failed');
  expect(await newImages()).toBe(20);
  await end(stack, 'completed');
  expect(await newImages()).toBe(0);
  // The training goes, what was learned does not.
  await asSuperuser(stack, 'delete from public.lora_training_jobs');
  expect(await newImages()).toBe(0);
  await asSuperuser(stack, `update public.brands set default_visibility = 'owner' where id = $1`, [brand]);
  await addPictures(stack, { count: 30 });
  expect(await newImages()).toBe(0);
  expect((await facts(stack, 'ctMember')).data).toMatchObject({ visibility: 'owner' });
});

it('tells its members and its system what decides, with the defaults, and nobody else', async () => {
  await using stack = await startStack();
  await changeSettings(stack, brand, on({ quietHours: { from: '20:00' }, monthlyBudgetUsd: 12.5 }));
  const told = {
    is_on: true,
    wanted_images: 20,
    hours_between: 24,
    quiet_hours: { from: '20:00', to: '07:00', time_zone: 'Europe/Berlin' },
    automatic_budget_usd: 12.5,
    budget_usd: null,
    earlier: null,
  };
  expect((await facts(stack, 'ctViewer')).data).toMatchObject(told);
  expect((await facts(stack, { system: brand })).data).toMatchObject(told);
  for (const actor of ['acmeAdmin', 'newcomer', { system: otherBrand }] as const) {
    expect((await facts(stack, actor)).error).toMatchObject({ code: 'PT404' });
  }
  expect((await facts(stack, 'anonymous')).error).toMatchObject({ code: '42501' });
});

it('marks what the system begins by itself, and nothing that a person sends', async () => {
  await using stack = await startStack();
  await changeSettings(stack, brand, on());
  const pictures = await addPictures(stack);
  const member = await stack.as('ctMember');
  const system = await stack.as({ system: brand });
  const marked = async (client: typeof system, job: object) =>
    (await client.from('lora_training_jobs').insert(job).select('is_automatic').single()).data?.is_automatic;
  expect(await marked(member, automatic(pictures))).toBe(false);
  expect(await marked(system, aJob(pictures))).toBe(false);
  expect(await marked(system, automatic(pictures))).toBe(true);
  const sent = await member.from('lora_training_jobs').insert(aJob(pictures, { is_automatic: true }));
  expect(sent.error).toMatchObject({ code: '42501' });
});

it('begins one for one wish, one for a time, and none that its budget does not cover', async () => {
  await using stack = await startStack();
  await changeSettings(stack, brand, on({ minimumHoursBetween: 2 }));
  const pictures = await addPictures(stack);
  const system = await stack.as({ system: brand });
  const begin = async (key: string) =>
    (await system.from('lora_training_jobs').insert(automatic(pictures, key))).error?.code ?? null;
  const codes = await Promise.all(['a', 'a', 'b', 'c'].map(begin));
  expect(codes.filter((code) => code === null)).toHaveLength(1);
  // Also one that failed counts: what fails at once would be paid for again at once.
  await end(stack, 'failed');
  expect(await begin('d')).toBe('PT409');
  await asSuperuser(
    stack,
    `update public.lora_training_jobs set created_at = now() - interval '121 minutes'`,
  );
  await changeSettings(stack, brand, on({ minimumHoursBetween: 2, monthlyBudgetUsd: 0.01 }));
  expect(await begin('e')).toBe('PT402');
  await changeSettings(stack, brand, {});
  expect(await begin('f')).toBe('PT409');
  await changeSettings(stack, brand, on({ minimumHoursBetween: 2 }));
  expect(await begin('g')).toBeNull();
});
