import { demoPeople } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { uploadTargetSchema } from '../../answers/upload.ts';
import { tinyPng } from '../../testing/pictures.ts';
import { refusalOf, startApi, type TestApi } from '../../testing/start-api.ts';

const post = (test: TestApi, path: string, json: unknown, person: 'ctMember' | 'ctViewer' = 'ctMember') =>
  test.send(person, path, { method: 'POST', json });

async function upload(test: TestApi) {
  const asked = await post(test, '/assets/uploads', { name: 'Логотип (1).PNG', contentType: 'image/png' });
  const target = uploadTargetSchema.parse(await asked.json());
  const stored = await test.stack.fetch(
    new Request(target.uploadUrl, {
      method: 'POST',
      body: tinyPng(),
      headers: {
        ...target.headers,
        ...(await test.stack.headersFor('ctMember')),
        'content-type': 'image/png',
      },
    }),
  );
  return { target, status: stored.status };
}

it('says where a picture goes, takes it once it lies there, and leads to it', async () => {
  await using test = await startApi();
  const { target, status } = await upload(test);
  expect(status).toBe(200);
  expect(target).toMatchObject({
    path: expect.stringMatching(/^training-data\/creativetechnologists\/logotip-1-[0-9a-f-]{36}\.png$/),
    chunkBytes: 6 * 1024 * 1024,
    metadata: { bucketName: 'training-data', contentType: 'image/png' },
  });
  const added = await post(test, '/assets', {
    path: target.path,
    name: 'Логотип',
    caption: 'photo of [brand]',
  });
  expect(added.status).toBe(201);
  const asset = z.looseObject({ id: z.guid(), imageUrl: z.string() }).parse(await added.json());
  expect(asset).toMatchObject({ status: 'received', name: 'Логотип', fileUrl: target.path });
  expect(await (await test.send('ctViewer', `/assets/${asset.id}`)).json()).toEqual(asset);
  const file = await test.send('ctViewer', `/assets/${asset.id}/file`);
  const opened = await test.stack.fetch(new Request(file.headers.get('location') ?? ''));
  expect(new Uint8Array(await opened.arrayBuffer())).toEqual(tinyPng());
  expect(await refusalOf(await post(test, '/assets', { path: target.path, name: 'again' }))).toEqual([
    409,
    'conflict',
  ]);
});

it('keeps what is private in a folder of its owner', async () => {
  await using test = await startApi();
  await test.sql(`update public.brands set default_visibility = 'owner' where id = 'creativetechnologists'`);
  const { target, status } = await upload(test);
  expect([status, target.key.split('/')[1]]).toEqual([200, demoPeople.ctMember.id]);
  expect((await post(test, '/assets', { path: target.path, name: 'a' })).status).toBe(201);
  const seen = await test.send('ctViewer', '/assets');
  expect(await seen.json()).toMatchObject({ items: [] });
  const own = await test.send('ctMember', '/assets');
  const [asset] = z.object({ items: z.array(z.looseObject({ id: z.guid() })) }).parse(await own.json()).items;
  expect((await test.send('ctMember', `/assets/${asset?.id}`)).status).toBe(200);
  expect(await refusalOf(await test.send('ctViewer', `/assets/${asset?.id}`))).toEqual([
    404,
    'asset_not_found',
  ]);
});

it.each([
  ['of another brand', 'training-data/acmecompany/logo.png'],
  ['of another person', `training-data/creativetechnologists/${demoPeople.ctAdmin.id}/logo.png`],
  ['of another bucket', 'models/creativetechnologists/flux-lora-v1.safetensors'],
  ['in a folder of ours', 'training-data/creativetechnologists/thumbnails/a.webp'],
  ['by a way around', 'training-data/creativetechnologists/../acmecompany/logo.png'],
  ['of a brand whose name begins alike', 'training-data/creativetechnologists2/logo.png'],
  ['without a name', 'training-data/creativetechnologists/'],
])('registers no file %s', async (_, path) => {
  await using test = await startApi();
  expect(await refusalOf(await post(test, '/assets', { path, name: 'a' }))).toEqual([400, 'path_invalid']);
});

it('registers no file that is not there, and nothing for viewers', async () => {
  await using test = await startApi();
  const missing = await post(test, '/assets', {
    path: 'training-data/creativetechnologists/a.png',
    name: 'a',
  });
  expect(await refusalOf(missing)).toEqual([404, 'file_not_found']);
  const { target } = await upload(test);
  expect((await post(test, '/assets', { path: target.path, name: 'a' }, 'ctViewer')).status).toBe(403);
});
