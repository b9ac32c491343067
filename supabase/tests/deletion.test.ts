import { demoPeople, startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { addPictures, aJob, asSuperuser, brand, makePrivate, otherBrand } from './testing/brand-content.ts';
import { claimAs, move } from './testing/worker.ts';

it('deletes what is private to a person, says how much, and touches nothing of others', async () => {
  await using stack = await startStack();
  await makePrivate(stack);
  await addPictures(stack, { userId: demoPeople.ctMember.id });
  await addPictures(stack, { userId: demoPeople.ctViewer.id, count: 3 });
  const member = await stack.as('ctMember');
  const { data, error } = await member.rpc('delete_my_data');
  expect(error).toBeNull();
  expect(data).toEqual({
    generations: 0,
    models: 0,
    pictures: 20,
    trainings: 0,
    documents: 0,
    memberships: 1,
    files: 20,
    running: 0,
  });
  expect((await member.from('brands').select()).data).toEqual([]);
  expect(await asSuperuser(stack, 'select from public.brand_assets')).toHaveLength(3);
  const { data: files } = await (await stack.as({ system: brand })).from('deleted_files').select('name');
  expect(files).toHaveLength(20);
  expect(files?.every(({ name }) => name.startsWith(`${brand}/${demoPeople.ctMember.id}/`))).toBe(true);
});

it('does not leave a brand without an admin because somebody deletes themselves, and then deletes nothing', async () => {
  await using stack = await startStack();
  await makePrivate(stack);
  await addPictures(stack, { userId: demoPeople.ctAdmin.id, count: 2 });
  const admin = await stack.as('ctAdmin');
  expect(await admin.rpc('delete_my_data')).toMatchObject({
    status: 409,
    error: { code: 'PT409', hint: 'Make another member an admin first.' },
  });
  expect((await admin.from('brand_assets').select()).data).toHaveLength(2);
});

it('deletes a brand whole, keeps its files from any later brand, and leaves others alone', async () => {
  await using stack = await startStack();
  await addPictures(stack);
  await addPictures(stack, { brandId: otherBrand, userId: demoPeople.acmeMember.id, count: 2 });
  const picture = new Blob(['x'], { type: 'image/png' });
  await (await stack.as('ctMember')).storage
    .from('training-data')
    .upload(`${brand}/without-a-row.png`, picture);
  const service = await stack.as('secretKey');
  expect((await service.rpc('delete_brand', { brand_id: brand })).error).toBeNull();

  expect((await (await stack.as('ctAdmin')).from('brands').select()).data).toEqual([]);
  const left = await asSuperuser<{ brand_id: string }>(stack, 'select brand_id from public.brand_assets');
  expect(left.map(({ brand_id }) => brand_id)).toEqual([otherBrand, otherBrand]);
  expect(
    (await (await stack.as('ctAdmin')).storage.from('training-data').download(`${brand}/without-a-row.png`))
      .error,
  ).not.toBeNull();
  const { data: files } = await (await stack.as({ system: brand })).from('deleted_files').select('name');
  expect(files).toContainEqual({ name: `${brand}/without-a-row.png` });
  expect((await service.from('brands').insert({ id: brand, name: 'Heir' })).status).toBe(409);
});

it('deletes no brand while a provider works for it, and none for people', async () => {
  await using stack = await startStack();
  await (await stack.as('ctMember')).from('lora_training_jobs').insert(aJob(await addPictures(stack)));
  const { claimed, system } = await claimAs(stack);
  await move(system, claimed, ['pending', 'uploading']);
  expect(await (await stack.as('secretKey')).rpc('delete_brand', { brand_id: brand })).toMatchObject({
    status: 409,
    error: { message: '1 trainings of this brand still run.' },
  });
  for (const actor of ['ctAdmin', 'anonymous', { system: brand }] as const) {
    expect((await (await stack.as(actor)).rpc('delete_brand', { brand_id: brand })).error?.code).toBe(
      '42501',
    );
  }
});

it('lets people delete a picture of their own until a training has used it', async () => {
  await using stack = await startStack();
  const [used, unused, ...rest] = await addPictures(stack, { count: 21 });
  const member = await stack.as('ctMember');
  await member.from('lora_training_jobs').insert(aJob([used ?? '', ...rest]));
  const remove = async (actor: 'ctMember' | 'ctAdmin' | 'ctViewer' | 'freelancer', id?: string) =>
    (
      await (
        await stack.as(actor)
      )
        .from('brand_assets')
        .delete()
        .eq('id', id ?? '')
        .select('id')
    ).data?.length;
  expect(await remove('freelancer', unused)).toBe(0);
  expect(await remove('ctViewer', unused)).toBe(0);
  expect(await remove('ctMember', unused)).toBe(1);
  expect(await remove('ctMember', used)).toBe(0);
  expect(await remove('ctAdmin', used)).toBe(1);
});

it('keeps the file of a picture that a training has used, too', async () => {
  await using stack = await startStack();
  const member = await stack.as('ctMember');
  const files = member.storage.from('training-data');
  const key = `${brand}/uploaded.png`;
  await files.upload(key, new Blob(['x'], { type: 'image/png' }));
  await member
    .from('brand_assets')
    .insert({ brand_id: brand, name: 'uploaded', file_url: `training-data/${key}` });
  await asSuperuser(stack, `update public.brand_assets set status = 'ready'`);
  const { data: picture } = await member.from('brand_assets').select('id').single();
  await member
    .from('lora_training_jobs')
    .insert(aJob([picture?.id, ...(await addPictures(stack, { count: 19 }))]));
  expect((await files.remove([key])).data).toEqual([]);
  expect((await (await stack.as('ctAdmin')).storage.from('training-data').remove([key])).data).toHaveLength(
    1,
  );
});

it('deletes a training that was tried again, and leaves the second try', async () => {
  await using stack = await startStack();
  const pictures = await addPictures(stack);
  const member = await stack.as('ctMember');
  await member.from('lora_training_jobs').insert(aJob(pictures, { name: 'first' }));
  const { claimed, system } = await claimAs(stack);
  await move(system, claimed, ['pending', 'failed'], { error_code: 'deadline' });
  expect(
    (
      await member
        .from('lora_training_jobs')
        .insert(aJob(pictures, { name: 'second', retry_of: claimed.work_id }))
    ).error,
  ).toBeNull();
  const admin = await stack.as('ctAdmin');
  expect(
    (await admin.from('lora_training_jobs').delete().eq('id', claimed.work_id).select('id')).data,
  ).toHaveLength(1);
  expect((await admin.from('lora_training_jobs').select('name, retry_of')).data).toEqual([
    { name: 'second', retry_of: null },
  ]);
});
