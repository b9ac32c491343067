import { demoPeople, startStack } from '@act/local-stack/testing';
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

const hash = 'a'.repeat(64);

it('lets the system of a brand ask for a training, within the same limits', async () => {
  await using stack = await startStack();
  const system = await stack.as({ system: brand });
  const pictures = await addPictures(stack);
  const asked = await system
    .from('lora_training_jobs')
    .insert(aJob(pictures))
    .select('user_id, status')
    .single();
  expect(asked.data).toEqual({ user_id: null, status: 'pending' });
  await changeSettings(stack, brand, { training: { maximumRunningJobs: 1 } });
  const refused = await system.from('lora_training_jobs').insert(aJob(pictures));
  expect(refused.error).toMatchObject({ code: 'PT429' });
});

it('lets it name a member, and nobody else', async () => {
  await using stack = await startStack();
  const system = await stack.as({ system: brand });
  const picture = (user_id: string) => ({
    brand_id: brand,
    user_id,
    name: 'logo.png',
    file_url: `training-data/${brand}/logo.png`,
  });
  const stranger = await system.from('brand_assets').insert(picture(demoPeople.acmeMember.id));
  expect(stranger.error).toMatchObject({ code: '42501' });
  const viewer = await system.from('brand_assets').insert(picture(demoPeople.ctViewer.id));
  expect(viewer.error).toMatchObject({ code: '42501' });
  expect((await system.from('brand_assets').insert(picture(demoPeople.ctMember.id))).error).toBeNull();
});

it('makes it say whose something is where a brand keeps people apart', async () => {
  await using stack = await startStack();
  await makePrivate(stack);
  const system = await stack.as({ system: brand });
  const mine = demoPeople.ctMember.id;
  const nobodys = await system
    .from('brand_assets')
    .insert({ brand_id: brand, name: 'a', file_url: `training-data/${brand}/${mine}/a.png` });
  expect(nobodys.error).toMatchObject({ code: '42501' });
  const theirs = await system
    .from('brand_assets')
    .insert({ brand_id: brand, user_id: mine, name: 'a', file_url: `training-data/${brand}/${mine}/a.png` });
  expect(theirs.error).toBeNull();
});

it('says no more of another brand than that it is none of its own', async () => {
  await using stack = await startStack();
  const system = await stack.as({ system: brand });
  // The limit of the other brand is reached: a refusal that named it would tell.
  await changeSettings(stack, otherBrand, { uploads: { maximumAssets: 0 } });
  const { error } = await system
    .from('brand_assets')
    .insert({ brand_id: otherBrand, name: 'a', file_url: `training-data/${otherBrand}/a.png` });
  expect(error).toMatchObject({ code: '42501' });
});

it('gives a lease to one at a time, and none for another brand', async () => {
  await using stack = await startStack();
  const pictures = await addPictures(stack);
  const member = await stack.as('ctMember');
  const { data: job } = await member.from('lora_training_jobs').insert(aJob(pictures)).select('id').single();
  const take = async (system: string) =>
    (await (await stack.as({ system })).rpc('take_lease', { work_id: job?.id, worker: 'script' })).data;
  expect(await take(otherBrand)).toBeNull();
  expect(await take(brand)).toBe(1);
  expect(await take(brand)).toBeNull();
  await asSuperuser(stack, 'update public.lora_training_jobs set lease_expires_at = now()');
  expect(await take(brand)).toBe(2);
});

it('tells members and the system of a brand what it asks of pictures, and nobody else', async () => {
  await using stack = await startStack();
  await changeSettings(stack, brand, { training: { subjects: { product: { minimumImages: 7 } } } });
  const ask = async (actor: Parameters<typeof stack.as>[0]) =>
    (await stack.as(actor)).rpc('get_brand_policy', { brand_id: brand });
  const policy = {
    visibility: 'brand',
    auto_detect_threshold: 20,
    subjects: { product: { minimum_images: 7, recommended_images: 20, maximum_images: 50 } },
  };
  expect((await ask('ctViewer')).data).toMatchObject(policy);
  expect((await ask({ system: brand })).data).toMatchObject(policy);
  expect((await ask('acmeMember')).error).toMatchObject({ code: 'PT404' });
  expect((await ask({ system: otherBrand })).error).toMatchObject({ code: 'PT404' });
});

it('drops an archive when no job needs it any more', async () => {
  await using stack = await startStack();
  const pictures = await addPictures(stack);
  const system = await stack.as({ system: brand });
  const path = `archives/${brand}/${hash}.zip`;
  const [dataset] = await asSuperuser<{ id: string }>(
    stack,
    `insert into public.training_datasets (brand_id, visibility, root_hash, items, image_count, archive_path)
     values ($1, 'brand', $2, '[]', 1, $3) returning id`,
    [brand, hash, path],
  );
  await system.from('lora_training_jobs').insert(aJob(pictures));
  await asSuperuser(stack, 'update public.lora_training_jobs set dataset_id = $1', [dataset?.id]);
  const drop = async () => (await system.rpc('drop_archive', { dataset_id: dataset?.id })).data;
  expect(await drop()).toBe(false);
  await asSuperuser(stack, `update public.lora_training_jobs set status = 'completed'`);
  expect(await drop()).toBe(true);
  expect((await system.from('deleted_files').select('name')).data).toEqual([
    { name: `${brand}/${hash}.zip` },
  ]);
  expect(await drop()).toBe(false);
});
