import { connect, demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import {
  addPictures,
  asSuperuser,
  brand,
  changeSettings,
  makePrivate,
  otherBrand,
} from './testing/brand-content.ts';
import { callAsWorker } from './testing/worker.ts';

interface CaptionClaim extends Record<string, unknown> {
  brand_id: string;
  request_id: string;
  fence: string;
}

const claim = async (stack: TestStack) =>
  (await callAsWorker<CaptionClaim>(stack, 'claim_caption', ['worker-1']))[0] ?? null;

async function ask(
  stack: TestStack,
  actor: Parameters<TestStack['as']>[0],
  assetIds: string[],
  brandId = brand,
) {
  const wishes = assetIds.map((asset_id) => ({ brand_id: brandId, asset_id }));
  return (await stack.as(actor)).from('caption_requests').insert(wishes).select('id, asset_id');
}

it('lets members ask for captions, and nobody else', async () => {
  await using stack = await startStack();
  const [picture = ''] = await addPictures(stack, { count: 1 });
  for (const actor of ['anonymous', 'newcomer', 'acmeAdmin', 'ctViewer', { system: brand }] as const) {
    expect((await ask(stack, actor, [picture])).error?.code).toBe('42501');
  }
  expect((await ask(stack, 'ctMember', [picture])).data).toHaveLength(1);
  for (const [actor, seen] of [
    ['ctViewer', 1],
    ['ctAdmin', 1],
    ['acmeMember', 0],
    ['newcomer', 0],
    [{ system: brand }, 1],
    [{ system: otherBrand }, 0],
  ] as const) {
    expect((await (await stack.as(actor)).from('caption_requests').select('id')).data).toHaveLength(seen);
  }
});

it('keeps wishes for private pictures to their owner, and does not tell whether there are any', async () => {
  await using stack = await startStack();
  await makePrivate(stack);
  const [picture = ''] = await addPictures(stack, { count: 1 });
  const missing = '3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77';
  const refused = await ask(stack, 'ctAdmin', [picture]);
  expect(refused.error).toMatchObject({ code: '42501' });
  expect((await ask(stack, 'ctAdmin', [missing])).error).toEqual(refused.error);
  expect((await ask(stack, 'ctMember', [picture])).data).toHaveLength(1);
  expect((await (await stack.as('ctAdmin')).from('caption_requests').select('id')).data).toEqual([]);
});

it('takes a second wish for the same picture as the first', async () => {
  await using stack = await startStack();
  const pictures = await addPictures(stack, { count: 2 });
  expect((await ask(stack, 'ctMember', pictures.slice(0, 1))).data).toHaveLength(1);
  expect((await ask(stack, 'freelancer', pictures)).data).toEqual([
    { id: expect.any(String), asset_id: pictures[1] },
  ]);
  const [counted] = await asSuperuser(stack, 'select asked from private.caption_days');
  expect(counted).toEqual({ asked: 2 });
});

it('holds a brand to so many a day, also where pictures are deleted meanwhile, and to its budget', async () => {
  await using stack = await startStack();
  await changeSettings(stack, brand, { captions: { maximumPerDay: 2 } });
  const pictures = await addPictures(stack, { count: 4 });
  expect((await ask(stack, 'ctMember', pictures.slice(0, 2))).error).toBeNull();
  await asSuperuser(stack, 'delete from public.brand_assets where id = any ($1)', [pictures.slice(0, 2)]);
  expect((await ask(stack, 'ctMember', pictures.slice(2, 3))).error).toMatchObject({ code: 'PT429' });
  await changeSettings(stack, brand, { budget: { monthlyUsd: 0 } });
  expect((await ask(stack, 'ctMember', pictures.slice(2, 3))).error).toMatchObject({ code: 'PT402' });
  await changeSettings(stack, brand, { features: { autoCaption: false } });
  expect((await ask(stack, 'ctMember', pictures.slice(2, 3))).error).toMatchObject({ code: 'PT422' });
});

it('lets fifty ask at once and counts every one of them', async () => {
  await using stack = await startStack();
  await changeSettings(stack, brand, { captions: { maximumPerDay: 10 } });
  const pictures = await addPictures(stack, { count: 50 });
  const answers = await Promise.all(pictures.map((picture) => ask(stack, 'ctMember', [picture])));
  expect(answers.filter(({ error }) => error === null)).toHaveLength(10);
});

it('serves brands in turn, however many wishes each has', async () => {
  await using stack = await startStack();
  const many = await addPictures(stack, { count: 5 });
  const few = await addPictures(stack, { count: 2, brandId: otherBrand, userId: demoPeople.acmeMember.id });
  await ask(stack, 'ctMember', many);
  await ask(stack, 'acmeMember', few, otherBrand);
  const served: (string | undefined)[] = [];
  for (let index = 0; index < 7; index += 1) served.push((await claim(stack))?.brand_id);
  expect(served).toEqual([brand, otherBrand, brand, otherBrand, brand, brand, brand]);
  expect(await claim(stack)).toBeNull();
});

it('gives one wish to one worker, however many ask', async () => {
  await using stack = await startStack();
  await ask(stack, 'ctMember', await addPictures(stack, { count: 3 }));
  const claims = await Promise.all(Array.from({ length: 8 }, () => claim(stack)));
  const ids = claims.flatMap((one) => one?.request_id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
});

it('counts what is sent, sends twice at most, and then says so', async () => {
  await using stack = await startStack();
  await ask(stack, 'ctMember', await addPictures(stack, { count: 1 }));
  const system = await stack.as({ system: brand });
  const again = () =>
    asSuperuser(
      stack,
      'update public.caption_requests set lease_expires_at = now() where due_at is not null',
    );
  const begun: unknown[] = [];
  for (let index = 0; index < 3; index += 1) {
    const claimed = await claim(stack);
    const { data } = await system.rpc('begin_caption', {
      request_id: claimed?.request_id,
      fence: claimed?.fence,
    });
    begun.push(data);
    // The worker dies: its lease runs out.
    await again();
  }
  expect(begun).toEqual([true, true, false]);
  expect((await system.from('caption_requests').select('status, error_code, sent_count')).data).toEqual([
    { status: 'failed', error_code: 'outcome_unknown', sent_count: 2 },
  ]);
});

it('writes nothing over what a person wrote meanwhile, unless asked to', async () => {
  await using stack = await startStack();
  const pictures = await addPictures(stack, { count: 2 });
  const member = await stack.as('ctMember');
  await member.from('caption_requests').insert([
    { brand_id: brand, asset_id: pictures[0], overwrite: false },
    { brand_id: brand, asset_id: pictures[1], overwrite: true },
  ]);
  const system = await stack.as({ system: brand });
  const claims = [await claim(stack), await claim(stack)];
  for (const one of claims)
    await system.rpc('begin_caption', { request_id: one?.request_id, fence: one?.fence });
  await member.from('brand_assets').update({ training_caption: 'mine' }).in('id', pictures);
  for (const one of claims) {
    const settled = {
      request_id: one?.request_id,
      fence: one?.fence,
      outcome: 'completed',
      caption: 'a cup',
    };
    expect((await system.rpc('settle_caption', settled)).data).toBe(true);
    // Late and repeated: nothing.
    expect((await system.rpc('settle_caption', settled)).data).toBe(false);
  }
  const { data } = await member.from('brand_assets').select('id, training_caption').in('id', pictures);
  expect(new Map(data?.map((row) => [row.id, row.training_caption]))).toEqual(
    new Map([
      [pictures[0], 'mine'],
      [pictures[1], 'a cup'],
    ]),
  );
});

it('lets no worker settle what another holds, or another brand has', async () => {
  await using stack = await startStack();
  await ask(stack, 'ctMember', await addPictures(stack, { count: 1 }));
  const first = await claim(stack);
  await asSuperuser(stack, 'update public.caption_requests set lease_expires_at = now()');
  const second = await claim(stack);
  const settle = async (actor: string, fence?: string) =>
    (
      await (
        await stack.as({ system: actor })
      ).rpc('settle_caption', { request_id: first?.request_id, fence, outcome: 'failed', error_code: 'x' })
    ).data;
  expect(await settle(brand, first?.fence)).toBe(false);
  expect(await settle(otherBrand, second?.fence)).toBe(false);
  expect(await settle(brand, second?.fence)).toBe(true);
});

it('lets only the worker claim', async () => {
  await using stack = await startStack();
  await using client = await connect(stack.database.superuser);
  for (const role of ['anon', 'authenticated', 'act_system', 'service_role']) {
    await client.query(`set role ${role}`);
    await expect(client.query(`select private.claim_caption('x')`)).rejects.toThrow(/permission denied/);
    await client.query('reset role');
  }
});
