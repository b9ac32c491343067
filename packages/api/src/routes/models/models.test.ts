import { expect, it } from 'vitest';
import { fillBrand } from '../../testing/fill-brand.ts';
import { startApi } from '../../testing/start-api.ts';

it('tells what the provider that trained a model calls it', async () => {
  await using test = await startApi();
  const { modelId } = await fillBrand(test, 'creativetechnologists', 'ctMember');
  const read = async () => (await test.send('ctMember', `/models/${modelId}`)).json();
  expect(await read()).toMatchObject({ providerModel: null, providerVersion: null });
  await test.sql(
    `update public.brand_models set provider_model = 'acme/signs', provider_version = 'abc' where id = $1`,
    [modelId],
  );
  expect(await read()).toMatchObject({ providerModel: 'acme/signs', providerVersion: 'abc' });
});
