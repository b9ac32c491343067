import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { type FilledBrand, fillBrand } from '../../testing/fill-brand.ts';
import { refusalOf, startApi, type TestApi } from '../../testing/start-api.ts';

let test: TestApi;
let brand: FilledBrand;
let second: string;
beforeEach(async () => {
  test = await startApi();
  brand = await fillBrand(test, 'creativetechnologists', 'ctMember');
  const [row] = await test.sql<{ id: string }>(
    `insert into public.generation_images (brand_id, user_id, visibility, generation_id, position, path, thumbnail_path, content_type)
     select brand_id, user_id, visibility, generation_id, 1, 'generated-content/' || brand_id || '/second.png',
            'generated-content/' || brand_id || '/second.webp', content_type
     from public.generation_images where id = $1 returning id`,
    [brand.imageId],
  );
  second = row?.id ?? '';
});
afterEach(() => test[Symbol.asyncDispose]());

const remove = (person: Parameters<TestApi['send']>[0], id: string) =>
  test.send(person, `/generation-images/${id}`, { method: 'DELETE' });
const listIds = async () => {
  const answer = await test.send('ctMember', `/generations/${brand.generationId}`);
  return z
    .object({ images: z.array(z.object({ id: z.string() })) })
    .parse(await answer.json())
    .images.map(({ id }) => id);
};

it('deletes one picture with its files, and leaves the others of the request', async () => {
  expect((await remove('ctMember', second)).status).toBe(204);
  expect(await listIds()).toEqual([brand.imageId]);
  const files = await test.sql(
    `select bucket_id || '/' || name as path from public.deleted_files order by 1`,
  );
  expect(files).toEqual([
    { path: `generated-content/${brand.brandId}/second.png` },
    { path: `generated-content/${brand.brandId}/second.webp` },
  ]);
  expect(await refusalOf(await remove('ctMember', second))).toEqual([404, 'file_not_found']);
  expect((await remove('ctAdmin', brand.imageId)).status).toBe(204);
  expect(await listIds()).toEqual([]);
});

it('is for whoever asked for it, and for admins', async () => {
  expect(await refusalOf(await remove('freelancer', second))).toEqual([400, 'brand_required']);
  expect(await refusalOf(await remove('ctViewer', second))).toEqual([403, 'not_allowed']);
  await test.sql('update public.generation_images set user_id = null');
  expect(await refusalOf(await remove('ctMember', second))).toEqual([403, 'not_allowed']);
  expect(await refusalOf(await remove('acmeAdmin', second))).toEqual([404, 'file_not_found']);
  expect(await listIds()).toEqual([brand.imageId, second]);
});

it('waits until the request has ended: the engine would put the picture back', async () => {
  await test.sql(`update public.generations set status = 'saving' where id = $1`, [brand.generationId]);
  expect(await refusalOf(await remove('ctMember', second))).toEqual([409, 'conflict']);
  expect(await listIds()).toEqual([brand.imageId, second]);
});
