import { demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import {
  addPictures,
  aJob,
  asSuperuser,
  brand,
  changeSettings,
  makePrivate,
} from './testing/brand-content.ts';
import { claimAs, move } from './testing/worker.ts';

const sha256 = 'a'.repeat(64);

/** Trains a model to its end, as the worker does. */
async function trainModel(
  stack: TestStack,
  name = 'flux-lora',
  person: 'ctMember' | 'ctAdmin' = 'ctMember',
  folder = '',
) {
  const pictures = await addPictures(stack, { userId: demoPeople[person].id });
  const { error } = await (await stack.as(person)).from('lora_training_jobs').insert(aJob(pictures));
  if (error) throw error;
  const { claimed, system } = await claimAs(stack);
  await move(system, claimed, ['pending', 'uploading']);
  await move(system, claimed, ['uploading', 'saving']);
  const named = { job_id: claimed.work_id, fence: claimed.fence };
  const { data: version } = await system.rpc('reserve_model_version', { ...named, name });
  const path = `models/${brand}/${folder}${name}-v${version}.safetensors`;
  const model = { name, version, path, sha256, size_bytes: 1000, rank: 16 };
  const registered = await system.rpc('register_model', { ...named, model });
  if (registered.error) throw registered.error;
  await move(system, claimed, ['saving', 'completed'], { model_url: path });
  return { id: String(registered.data), version: Number(version), path, jobId: claimed.work_id, pictures };
}

it('numbers versions once and for ever, and makes the first one live', async () => {
  await using stack = await startStack();
  await changeSettings(stack, brand, { training: { maximumJobsPerDay: 1000 } });
  const [first, second] = [await trainModel(stack), await trainModel(stack)];
  expect([first.version, second.version]).toEqual([1, 2]);
  const admin = await stack.as('ctAdmin');
  const { data: live } = await admin.from('model_aliases').select('alias, model_id').single();
  expect(live).toEqual({ alias: 'live', model_id: first.id });
  expect((await admin.from('brand_models').delete().eq('id', second.id).select('slug')).data).toEqual([
    { slug: 'flux-lora-v2' },
  ]);
  expect((await trainModel(stack)).version).toBe(3);
});

it('rolls back by one row, and only to a version of the same name', async () => {
  await using stack = await startStack();
  await changeSettings(stack, brand, { training: { maximumJobsPerDay: 1000 } });
  const [first, second, other] = [
    await trainModel(stack),
    await trainModel(stack),
    await trainModel(stack, 'portraits'),
  ];
  const admin = await stack.as('ctAdmin');
  const point = (client: typeof admin, id: string) =>
    client
      .from('model_aliases')
      .update({ model_id: id })
      .eq('name', 'flux-lora')
      .eq('alias', 'live')
      .select('model_id');
  expect((await point(admin, second.id)).data).toEqual([{ model_id: second.id }]);
  expect((await point(admin, other.id)).error).not.toBeNull();
  expect((await point(await stack.as('ctMember'), first.id)).data).toEqual([]);
  expect((await point(await stack.as('acmeAdmin'), first.id)).data).toEqual([]);
  expect(
    (await admin.from('brand_models').update({ status: 'retired' }).eq('id', first.id).select('status')).data,
  ).toHaveLength(1);
  expect((await admin.from('brand_models').update({ path: 'models/x' }).eq('id', first.id)).status).toBe(403);
});

it('registers only what was reserved, where it belongs, under the lease that saves it', async () => {
  await using stack = await startStack();
  await (await stack.as('ctMember')).from('lora_training_jobs').insert(aJob(await addPictures(stack)));
  const { claimed, system } = await claimAs(stack);
  const named = { job_id: claimed.work_id, fence: claimed.fence };
  expect((await system.rpc('reserve_model_version', { ...named, name: 'flux-lora' })).status).toBe(409);
  await move(system, claimed, ['pending', 'uploading']);
  await move(system, claimed, ['uploading', 'saving']);
  await system.rpc('reserve_model_version', { ...named, name: 'flux-lora' });
  const register = async (changes: object) =>
    (
      await system.rpc('register_model', {
        ...named,
        model: {
          name: 'flux-lora',
          version: 1,
          path: `models/${brand}/flux-lora-v1.safetensors`,
          sha256,
          size_bytes: 1,
          ...changes,
        },
      })
    ).error;
  expect(await register({ version: 2 })).toMatchObject({ code: 'PT409' });
  expect(await register({ path: 'models/acmecompany/flux-lora-v1.safetensors' })).toMatchObject({
    code: '23514',
  });
  expect(await register({ path: `models/${brand}2/flux-lora-v1.safetensors` })).toMatchObject({
    code: '23514',
  });
  expect(await register({ path: `models/${brand}/../x/flux-lora-v1.safetensors` })).toMatchObject({
    code: '23514',
  });
  expect(await register({})).toBeNull();
});

it('keeps what is private to a person from everybody, and counts it apart', async () => {
  await using stack = await startStack();
  await makePrivate(stack);
  const mine = await trainModel(stack, 'flux-lora', 'ctMember', `${demoPeople.ctMember.id}/`);
  const theirs = await trainModel(stack, 'flux-lora', 'ctAdmin', `${demoPeople.ctAdmin.id}/`);
  expect([mine.version, theirs.version]).toEqual([1, 1]);
  for (const table of [
    'brand_assets',
    'lora_training_jobs',
    'lora_training_job_assets',
    'training_events',
    'brand_models',
    'model_aliases',
  ]) {
    const rows = async (actor: 'ctMember' | 'ctAdmin' | 'ctViewer') =>
      (await (await stack.as(actor)).from(table).select()).data ?? [];
    const [own, admins, viewers] = await Promise.all([rows('ctMember'), rows('ctAdmin'), rows('ctViewer')]);
    expect(own.length, table).toBeGreaterThan(0);
    expect(
      own.every(({ user_id }) => user_id === demoPeople.ctMember.id),
      table,
    ).toBe(true);
    expect(
      admins.every(({ user_id }) => user_id === demoPeople.ctAdmin.id),
      table,
    ).toBe(true);
    expect(viewers, table).toEqual([]);
  }
  const member = await stack.as('ctMember');
  expect(
    (await member.from('brand_models').update({ status: 'retired' }).eq('id', mine.id).select('id')).data,
  ).toHaveLength(1);
});

it('makes pictures with models of the brand, and of nobody else', async () => {
  await using stack = await startStack();
  const model = await trainModel(stack);
  const wish = { brand_id: brand, model_id: model.id, prompt: 'a logo on a billboard', image_count: 4 };
  expect((await (await stack.as('ctMember')).from('generations').insert(wish)).error).toBeNull();
  expect(
    (await (await stack.as('ctMember')).from('generations').insert({ ...wish, image_count: 9 })).status,
  ).toBe(422);
  expect((await (await stack.as('acmeMember')).from('generations').insert(wish)).status).toBe(403);
  const stolen = { ...wish, brand_id: 'acmecompany' };
  for (const actor of ['acmeMember', 'freelancer'] as const) {
    expect((await (await stack.as(actor)).from('generations').insert(stolen)).status).toBe(422);
  }
  await expect(
    asSuperuser(
      stack,
      `set session_replication_role = origin; alter table public.generations disable trigger then_admit;
      insert into public.generations (brand_id, visibility, model_id, prompt) values ('acmecompany', 'brand', '${model.id}', 'x')`,
    ),
  ).rejects.toThrow(/foreign key/);
});

it('marks a model whose pictures were deleted, and has the files removed', async () => {
  await using stack = await startStack();
  const model = await trainModel(stack);
  const admin = await stack.as('ctAdmin');
  const [picture] = model.pictures;
  expect(
    (await (await stack.as('ctMember')).from('brand_assets').delete().eq('id', picture).select('id')).data,
  ).toEqual([]);
  expect((await admin.from('brand_assets').delete().eq('id', picture).select('id')).data).toHaveLength(1);
  const { data } = await admin.from('brand_models').select('sources_deleted_at').single();
  expect(data?.sources_deleted_at).toEqual(expect.any(String));
  const system = await stack.as({ system: brand });
  const { data: files } = await system.from('deleted_files').select('bucket_id, name');
  expect(files).toEqual([
    { bucket_id: 'training-data', name: expect.stringMatching(/^creativetechnologists\/picture-/) },
  ]);
  expect((await (await stack.as({ system: 'acmecompany' })).from('deleted_files').select()).data).toEqual([]);
});
