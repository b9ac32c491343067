import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { type FilledBrand, fillBrand } from '../../testing/fill-brand.ts';
import { refusalOf, startApi, type TestApi } from '../../testing/start-api.ts';

let test: TestApi;
let brand: FilledBrand;
beforeAll(async () => {
  test = await startApi();
  brand = await fillBrand(test, 'creativetechnologists', 'ctMember');
});
afterAll(() => test[Symbol.asyncDispose]());

const generation = z.object({ id: z.string(), modelId: z.string(), secondModelId: z.string().nullable() });
const page = z.object({ items: z.array(generation), nextCursor: z.string().nullable() });

const addGeneration = async (
  prompt: string,
  { seed = 1, createdAt = '2026-01-02T10:00:00Z', secondId = '' } = {},
) => {
  const [row] = await test.sql<{ id: string }>(
    `insert into public.generations (brand_id, user_id, model_id, second_model_id, prompt, settings, status, due_at, created_at)
     values ($1, (select user_id from public.generations where id = $2), $3, nullif($4, '')::uuid, $5, $6, 'completed', null, $7)
     returning id`,
    [brand.brandId, brand.generationId, brand.modelId, secondId, prompt, { seed }, createdAt],
  );
  return row?.id ?? '';
};

it('says which second model painted along, by its name', async () => {
  const [second] = await test.sql<{ id: string }>(
    `insert into public.brand_models (brand_id, user_id, visibility, name, version, base_model, path, sha256, size_bytes)
     select brand_id, user_id, visibility, 'faces', 3, 'flux', 'models/' || brand_id || '/faces-v3.safetensors', sha256, 1
     from public.brand_models where id = $1 returning id`,
    [brand.modelId],
  );
  const id = await addGeneration('two of them', { secondId: second?.id ?? '' });
  const read = async (path: string) => generation.parse(await (await test.send('ctMember', path)).json());
  expect(await read(`/generations/${id}`)).toEqual({
    id,
    modelId: 'flux-lora-v1',
    secondModelId: 'faces-v3',
  });
  expect(await read(`/generations/${brand.generationId}`)).toMatchObject({ secondModelId: null });
});

it('looks for words, a seed, a star and days', async () => {
  const glass = await addGeneration('A Glass of [brand], 100% clear', { seed: 90_210 });
  const later = await addGeneration('a glass', { createdAt: '2026-03-04T10:00:00Z' });
  const find = async (query: string) => {
    const answer = await test.send('ctViewer', `/generations?${query}`);
    return page.parse(await answer.json()).items.map(({ id }) => id);
  };
  expect(await find('search=glass')).toEqual([later, glass]);
  expect(await find('search=GLASS+100%25')).toEqual([glass]);
  expect(await find('search=90210')).toEqual([glass]);
  expect(await find('search=glass+flux-lora-v1')).toEqual([later, glass]);
  expect(await find('search=glass&createdFrom=2026-03-04T12:00:00%2B02:00')).toEqual([later]);
  expect(await find('search=glass&createdBefore=2026-03-04T10:00:00Z')).toEqual([glass]);
  expect(await find('createdFrom=2026-02-01T00:00:00Z&createdBefore=2026-04-01T00:00:00Z')).toEqual([later]);
  expect(await find('isStarred=true')).toEqual([]);
  await test.sql('update public.generation_images set is_starred = true where id = $1', [brand.imageId]);
  expect(await find('isStarred=true')).toEqual([brand.generationId]);

  const first = page.parse(await (await test.send('ctViewer', '/generations?search=glass&limit=1')).json());
  expect(first.items.map(({ id }) => id)).toEqual([later]);
  expect(await find(`search=glass&limit=1&cursor=${encodeURIComponent(first.nextCursor ?? '')}`)).toEqual([
    glass,
  ]);
});

it.each(['createdFrom=2026-03-04', 'createdBefore=yesterday', 'isStarred=1', `search=${'a'.repeat(201)}`])(
  'takes no %s',
  async (query) => {
    expect(await refusalOf(await test.send('ctMember', `/generations?${query}`))).toEqual([
      400,
      'input_invalid',
    ]);
  },
);
