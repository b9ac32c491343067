import { expect, it } from 'vitest';
import { demoPeople } from '../database/demo-people.ts';
import { createTestHome, spawnStack } from '../testing/spawn-stack.ts';

const picture = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])], { type: 'image/jpeg' });
const key = 'creativetechnologists/logo-001.jpg';

it('serves one brand from sign-in to signed download, and refuses all of it to another', async () => {
  await using home = await createTestHome();
  await using stack = spawnStack({ home: home.path });
  const [admin, stranger] = [await stack.signIn('ctAdmin'), await stack.signIn('acmeAdmin')];
  const membership = { brand_id: 'creativetechnologists', user_id: demoPeople.newcomer.id, role: 'viewer' };

  const invitation = { brand_id: membership.brand_id, email: demoPeople.newcomer.email, role: 'viewer' };
  const { data: code } = await admin.rpc('create_invitation', invitation);
  const guest = await stack.signIn('newcomer');
  expect((await guest.rpc('accept_invitation', { code })).data).toBe(membership.brand_id);
  expect((await admin.storage.from('training-data').upload(key, picture)).error).toBeNull();
  const signed = await admin.storage.from('training-data').createSignedUrl(key, 60);
  expect(signed.error).toBeNull();
  const download = await fetch(signed.data?.signedUrl ?? '');
  expect(new Uint8Array(await download.arrayBuffer())).toEqual(new Uint8Array(await picture.arrayBuffer()));

  const theirs = stranger.storage.from('training-data');
  expect(
    (await stranger.from('brand_users').insert({ ...membership, user_id: demoPeople.acmeAdmin.id })).status,
  ).toBe(403);
  expect((await stranger.from('brand_users').select().eq('brand_id', membership.brand_id)).data).toEqual([]);
  expect((await theirs.upload('creativetechnologists/intruder.jpg', picture)).error).not.toBeNull();
  expect((await theirs.download(key)).error).not.toBeNull();
  expect((await theirs.createSignedUrl(key, 60)).error).not.toBeNull();
  expect((await theirs.list('creativetechnologists')).data).toEqual([]);
  expect((await theirs.remove([key])).data).toEqual([]);
  expect((await admin.storage.from('training-data').exists(key)).data).toBe(true);
});
