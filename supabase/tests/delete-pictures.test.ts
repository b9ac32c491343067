import { startStack, type TestStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { addPictures, aJob, asSuperuser, brand, makePrivate, otherBrand } from './testing/brand-content.ts';

const hash = 'b'.repeat(64);

/** A model and the archive of what it was trained on. */
async function train(stack: TestStack, pictures: string[]): Promise<string> {
  await (await stack.as('ctMember')).from('lora_training_jobs').insert(aJob(pictures));
  await asSuperuser(
    stack,
    `with dataset as (
       insert into public.training_datasets (brand_id, visibility, root_hash, items, image_count, archive_path)
       select $1, 'brand', $2, jsonb_agg(jsonb_build_object('asset_id', id)), 20, 'archives/' || $1 || '/' || $2 || '.zip'
       from unnest($3::uuid[]) as id returning id
     )
     update public.lora_training_jobs set status = 'completed', due_at = null, dataset_id = dataset.id,
       provider = 'replicate', provider_job_id = 'run1' from dataset`,
    [brand, hash, pictures],
  );
  const [model] = await asSuperuser<{ id: string }>(
    stack,
    `insert into public.brand_models (brand_id, visibility, name, version, base_model, job_id, path, sha256, size_bytes, provider, provider_model, provider_version)
     select $1, 'brand', 'flux-lora', 1, 'flux', id, 'models/' || $1 || '/flux-lora-v1.safetensors', $2, 1, 'replicate', 'op/act-' || $1, 'v1'
     from public.lora_training_jobs returning id`,
    [brand, hash],
  );
  return model?.id ?? '';
}

const remove = async (
  stack: TestStack,
  actor: Parameters<TestStack['as']>[0],
  ids: string[],
  brandId = brand,
) => (await stack.as(actor)).rpc('delete_assets', { brand_id: brandId, asset_ids: ids });

it('deletes what the caller may, and says which model was trained on it and what goes along', async () => {
  await using stack = await startStack();
  const pictures = await addPictures(stack, { count: 21 });
  const [used = '', ...others] = pictures.slice(0, 20);
  const unused = pictures[20] ?? '';
  const id = await train(stack, [used, ...others]);
  expect((await remove(stack, 'ctMember', [used, unused])).data).toEqual({
    deleted: [unused],
    models: [],
    archives: 0,
    files: 1,
  });
  expect((await remove(stack, 'ctAdmin', [used, ...others.slice(0, 1)])).data).toMatchObject({
    models: [{ id, slug: 'flux-lora-v1' }],
    archives: 1,
    files: 2,
  });
  expect((await remove(stack, 'ctAdmin', [used])).data).toMatchObject({ deleted: [], files: 0 });
});

it('marks a model also when its training was deleted before', async () => {
  await using stack = await startStack();
  const pictures = await addPictures(stack);
  const id = await train(stack, pictures);
  const admin = await stack.as('ctAdmin');
  await admin.from('lora_training_jobs').delete().eq('brand_id', brand);
  expect((await remove(stack, 'ctAdmin', pictures.slice(0, 1))).data).toMatchObject({
    models: [{ id, slug: 'flux-lora-v1' }],
  });
});

it('is told nothing of others', async () => {
  await using stack = await startStack();
  const pictures = await addPictures(stack);
  await train(stack, pictures);
  const nothing = { deleted: [], models: [], archives: 0, files: 0 };
  for (const actor of ['acmeAdmin', 'newcomer', { system: otherBrand }] as const) {
    expect((await remove(stack, actor, pictures)).data).toEqual(nothing);
  }
  expect((await remove(stack, 'anonymous', pictures)).error?.code).toBe('42501');
  await makePrivate(stack);
  const [theirs = ''] = await addPictures(stack, { count: 1 });
  expect((await remove(stack, 'ctAdmin', [theirs])).data).toEqual(nothing);
});

it('has a provider forget a version with its model, a run without one, and the place of a brand', async () => {
  await using stack = await startStack();
  const pictures = await addPictures(stack);
  await train(stack, pictures);
  const left = () =>
    asSuperuser(
      stack,
      'select provider_job_id as run, provider_version as version from public.provider_leftovers',
    );
  const admin = await stack.as('ctAdmin');
  // The model stays, and may be painted with where it was trained.
  await admin.from('lora_training_jobs').delete().eq('brand_id', brand);
  expect(await left()).toEqual([]);
  await admin.from('brand_models').delete().eq('brand_id', brand);
  expect(await left()).toEqual([{ run: null, version: 'v1' }]);
  await (await stack.as('ctMember')).from('lora_training_jobs').insert(aJob(pictures));
  await asSuperuser(
    stack,
    `update public.lora_training_jobs set status = 'failed', error_code = 'x', due_at = null, provider = 'replicate', provider_job_id = 'run2'`,
  );
  await (await stack.as('secretKey')).rpc('delete_brand', { brand_id: brand });
  expect(await left()).toEqual([
    { run: null, version: 'v1' },
    { run: 'run2', version: null },
    { run: null, version: null },
  ]);
  const read = async (actor: Parameters<TestStack['as']>[0]) =>
    (await (await stack.as(actor)).from('provider_leftovers').select('id')).data?.length ?? null;
  expect(await read({ system: brand })).toBe(3);
  expect(await read({ system: otherBrand })).toBe(0);
  expect(await read('ctAdmin')).toBeNull();
});
