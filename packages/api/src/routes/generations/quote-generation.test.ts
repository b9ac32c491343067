import { expect, it } from 'vitest';
import { fillBrand } from '../../testing/fill-brand.ts';
import { refusalOf, startApi } from '../../testing/start-api.ts';

it('says what pictures will cost, as a training is quoted, and records nothing', async () => {
  await using test = await startApi({ isLive: false });
  const brand = await fillBrand(test, 'creativetechnologists', 'ctMember');
  const rows = () => test.sql('select count(*), sum(estimated_cost_usd) from public.generations');
  const before = await rows();
  const ask = (json: object) => test.send('ctViewer', '/generations/quote', { method: 'POST', json });
  const quote = await (await ask({ modelId: 'flux-lora', num_outputs: 4, aspect_ratio: '16:9' })).json();
  expect(quote).toEqual({
    modelType: 'flux',
    imageCount: 4,
    provider: 'replicate',
    hardware: 'H100',
    estimatedSeconds: 11,
    estimatedCostUsd: 0.0168,
    range: { leastUsd: 0.0117, mostUsd: 0.0252 },
    basis: 'table',
    samples: 0,
    isSimulated: true,
  });
  expect(await (await ask({ lora_id: brand.completedJobId, numImages: 4 })).json()).toEqual(quote);
  expect(await rows()).toEqual(before);
  expect(await refusalOf(await ask({ modelId: 'flux-lora', numImages: 9 }))).toEqual([400, 'input_invalid']);
  expect(await refusalOf(await ask({ numImages: 1 }))).toEqual([400, 'input_invalid']);
  expect(await refusalOf(await ask({ modelId: 'flux-lora-v9' }))).toEqual([404, 'model_not_found']);
  expect(await refusalOf(await ask({ modelId: 'flux-lora', userId: crypto.randomUUID() }))).toEqual([
    403,
    'not_allowed',
  ]);
});

it.each([
  [{ isLive: true }, false],
  [{ isLive: false }, true],
  [{}, null],
])('where the interface was told %j, both quotes say simulated: %s', async (options, isSimulated) => {
  await using test = await startApi(options);
  await fillBrand(test, 'creativetechnologists', 'ctMember');
  const ask = async (path: string, json: object) =>
    (await test.send('ctMember', path, { method: 'POST', json })).json();
  expect(await ask('/generations/quote', { modelId: 'flux-lora' })).toMatchObject({ isSimulated });
  expect(await ask('/training/quote', { modelType: 'flux' })).toMatchObject({ isSimulated });
});
