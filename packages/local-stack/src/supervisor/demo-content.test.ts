import { expect, it } from 'vitest';
import { createTestHome, spawnStack } from '../testing/spawn-stack.ts';

it('begins with pictures and a model in the demo brands, and makes them once', async () => {
  await using home = await createTestHome();
  const environment = { ACT_DEMO_CONTENT: 'on' };
  {
    await using stack = spawnStack({ home: home.path, environment });
    const member = await stack.signIn('ctMember');
    const pictures = await member.from('brand_assets').select('id, file_url, status');
    expect(pictures.data).toHaveLength(24);
    expect(pictures.data?.[0]).toMatchObject({ status: 'received' });
    const [, key = ''] = pictures.data?.[0]?.file_url.split('training-data/') ?? [];
    expect((await member.storage.from('training-data').download(key)).data?.type).toBe('image/jpeg');
    const tech = await stack.signIn('techMember');
    expect((await tech.from('brand_models').select('slug, base_model')).data).toEqual([
      { slug: 'sd15-lora-v1', base_model: 'sd15' },
    ]);
    const admin = await stack.signIn('ctAdmin');
    await admin.from('brand_assets').delete().eq('brand_id', 'creativetechnologists');
  }
  await using again = spawnStack({ home: home.path, environment });
  const member = await again.signIn('ctMember');
  expect((await member.from('brand_assets').select('id')).data).toEqual([]);
});
