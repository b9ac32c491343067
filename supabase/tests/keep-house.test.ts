import { demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import {
  addPictures,
  aJob,
  asSuperuser,
  brand,
  changeSettings,
  makePrivate,
  otherBrand,
} from './testing/brand-content.ts';
import { callAsWorker } from './testing/worker.ts';

const claim = async (stack: TestStack) =>
  (await callAsWorker<{ brand_id: string }>(stack, 'claim_cleanup')).map(({ brand_id }) => brand_id);
const deleteDeparted = async (stack: TestStack) =>
  (await callAsWorker<{ people: number }>(stack, 'delete_departed'))[0]?.people;
const rest = (stack: TestStack) =>
  asSuperuser(stack, `update private.cleanup_turns set look_at = now() + interval '1 day'`);
const lookAt = async (stack: TestStack) =>
  (
    await asSuperuser<{ seconds: number }>(
      stack,
      'select extract(epoch from look_at - now())::float8 as seconds from private.cleanup_turns where brand_id = $1',
      [brand],
    )
  )[0]?.seconds ?? null;
const accountOf = (stack: TestStack, id: string) =>
  asSuperuser(stack, 'select id from auth.users where id = $1', [id]);
const me = demoPeople.ctMember.id;

it('looks at a brand once a day, and within a minute where something is to be removed', async () => {
  await using stack = await startStack();
  await rest(stack);
  expect(await claim(stack)).toEqual([]);
  const [picture] = await addPictures(stack, { count: 1 });
  await (await stack.as('ctAdmin')).from('brand_assets').delete().eq('id', picture);
  expect(await lookAt(stack)).toBeLessThanOrEqual(60);
  await asSuperuser(stack, 'update private.cleanup_turns set look_at = now() where brand_id = $1', [brand]);
  const claims = await Promise.all(Array.from({ length: 4 }, () => claim(stack)));
  expect(claims.flat()).toEqual([brand]);
  const system = await stack.as({ system: brand });
  await system.rpc('finish_cleanup');
  expect(await lookAt(stack)).toBeLessThanOrEqual(60);
  await system.from('deleted_files').delete().eq('brand_id', brand);
  await system.rpc('finish_cleanup');
  expect(await lookAt(stack)).toBeGreaterThan(80_000);
});

it('deletes trainings for good once they cannot be restored any more, as long as the brand says', async () => {
  await using stack = await startStack();
  const pictures = await addPictures(stack);
  const member = await stack.as('ctMember');
  await member
    .from('lora_training_jobs')
    .insert([1, 2, 3].map((number) => aJob(pictures, { name: `${number}` })));
  await asSuperuser(
    stack,
    // Without the trigger that says when something was deleted.
    `set session_replication_role = replica;
     update public.lora_training_jobs set status = 'completed', due_at = null,
       deleted_at = now() - (name || '0 days')::interval - interval '1 minute'`,
  );
  await asSuperuser(stack, `update public.lora_training_jobs set deleted_at = null where name = '3'`);
  const expire = async (system: string) =>
    (await (await stack.as({ system })).rpc('expire_rows')).data.trainings;
  expect(await expire(brand)).toBe(0);
  await changeSettings(stack, brand, { retention: { deletedDays: 20 } });
  expect(await expire(otherBrand)).toBe(0);
  expect(await expire(brand)).toBe(1);
  expect((await member.from('lora_training_jobs').select('name').order('name')).data).toEqual([
    { name: '1' },
    { name: '3' },
  ]);
});

it('waits for what runs of somebody who asked to be deleted, then deletes it, and then the account', async () => {
  await using stack = await startStack();
  await makePrivate(stack);
  const pictures = await addPictures(stack);
  const member = await stack.as('ctMember');
  await member.from('lora_training_jobs').insert(aJob(pictures));
  await asSuperuser(stack, `update public.lora_training_jobs set status = 'training'`);
  expect((await member.rpc('delete_my_data')).data).toMatchObject({ running: 1, pictures: 20, trainings: 0 });
  expect((await member.rpc('delete_my_data')).data).toMatchObject({
    running: 1,
    pictures: 0,
    memberships: 0,
  });
  const system = await stack.as({ system: brand });
  expect((await system.rpc('clear_departed')).data).toMatchObject({ cleared: 0, running: 1 });
  expect(await deleteDeparted(stack)).toBe(0);
  await system.rpc('finish_cleanup');
  expect(await lookAt(stack)).toBeLessThanOrEqual(60);
  await asSuperuser(stack, `update public.lora_training_jobs set status = 'cancelled', due_at = null`);
  expect((await (await stack.as({ system: otherBrand })).rpc('clear_departed')).data).toMatchObject({
    cleared: 0,
  });
  expect((await system.rpc('clear_departed')).data).toMatchObject({ cleared: 1, running: 0 });
  expect(await accountOf(stack, me)).toHaveLength(1);
  expect(await deleteDeparted(stack)).toBe(1);
  expect(await accountOf(stack, me)).toEqual([]);
  // The token outlives the account.
  expect((await member.rpc('delete_my_data')).data).toMatchObject({ pictures: 0, memberships: 0 });
  expect(await deleteDeparted(stack)).toBe(1);
  expect(await asSuperuser(stack, 'select from private.person_deletions')).toEqual([]);
});

it('keeps what the brand shares, without a name on it', async () => {
  await using stack = await startStack();
  const member = await stack.as('ctMember');
  await member.storage
    .from('training-data')
    .upload(`${brand}/shared.png`, new Blob(['x'], { type: 'image/png' }));
  await addPictures(stack, { count: 2 });
  await member.rpc('delete_my_data');
  expect(await deleteDeparted(stack)).toBe(1);
  expect(await asSuperuser(stack, 'select user_id from public.brand_assets')).toEqual([
    { user_id: null },
    { user_id: null },
  ]);
  expect(await asSuperuser(stack, 'select owner, owner_id from storage.objects')).toEqual([
    { owner: null, owner_id: null },
  ]);
  expect((await (await stack.as({ system: brand })).rpc('clear_departed')).data).toMatchObject({
    cleared: 0,
  });
});

it('leaves the account of somebody who became the last admin of a brand meanwhile, and deletes the others', async () => {
  await using stack = await startStack();
  for (const actor of ['ctMember', 'acmeMember'] as const)
    await (await stack.as(actor)).rpc('delete_my_data');
  await asSuperuser(
    stack,
    `insert into public.brand_users (user_id, brand_id, role) values ($1, 'techstartup', 'admin')`,
    [me],
  );
  await asSuperuser(
    stack,
    `delete from public.brand_users where brand_id = 'techstartup' and user_id <> $1`,
    [me],
  );
  expect(await deleteDeparted(stack)).toBe(1);
  expect(await accountOf(stack, me)).toHaveLength(1);
});

it('does not take a picture that is being painted along with its model', async () => {
  await using stack = await startStack();
  await makePrivate(stack);
  await asSuperuser(
    stack,
    `insert into public.brand_models (brand_id, user_id, visibility, owner_scope, name, version, base_model, path, sha256, size_bytes)
     values ($1, $2::uuid, 'owner', $2::text, 'flux-lora', 1, 'flux', 'models/' || $1 || '/' || $2::text || '/flux-lora-v1.safetensors', repeat('a', 64), 1)`,
    [brand, me],
  );
  await asSuperuser(
    stack,
    `insert into public.generations (brand_id, user_id, model_id, prompt) select $1, $2, id, 'me' from public.brand_models`,
    [brand, me],
  );
  const member = await stack.as('ctMember');
  expect((await member.rpc('delete_my_data')).data).toMatchObject({ models: 0, generations: 0, running: 1 });
  await asSuperuser(stack, `update public.generations set status = 'cancelled', due_at = null`);
  expect((await (await stack.as({ system: brand })).rpc('clear_departed')).data).toMatchObject({
    cleared: 2,
    running: 0,
  });
});

it('looks after a brand that is gone until nothing of it is left', async () => {
  await using stack = await startStack();
  const member = await stack.as('ctMember');
  await member.storage
    .from('training-data')
    .upload(`${brand}/one.png`, new Blob(['x'], { type: 'image/png' }));
  await (await stack.as('secretKey')).rpc('delete_brand', { brand_id: brand });
  const system = await stack.as({ system: brand });
  expect(await claim(stack)).toEqual([brand]);
  await system.from('deleted_files').delete().eq('brand_id', brand);
  await system.from('provider_leftovers').delete().eq('brand_id', brand);
  expect((await system.rpc('finish_cleanup')).data).not.toBeNull();
  await asSuperuser(
    stack,
    `update private.cleanup_turns set gone_at = now() - interval '26 hours' where brand_id = $1`,
    [brand],
  );
  expect((await system.rpc('finish_cleanup')).data).toBeNull();
  expect(await lookAt(stack)).toBeNull();
});

it('tells admins and the system what it would clear away, and nobody else', async () => {
  await using stack = await startStack();
  const facts = async (actor: Parameters<TestStack['as']>[0]) =>
    (await stack.as(actor)).rpc('get_cleanup_facts', { brand_id: brand });
  expect((await facts('ctAdmin')).data).toMatchObject({
    generation_days: null,
    deleted_days: 30,
    files: 0,
    strays: 0,
  });
  expect((await facts({ system: brand })).data).toMatchObject({ deleted_days: 30 });
  for (const actor of ['ctMember', 'ctViewer', 'acmeAdmin', 'newcomer', { system: otherBrand }] as const) {
    expect((await facts(actor)).error).toMatchObject({ code: 'PT404' });
  }
});
