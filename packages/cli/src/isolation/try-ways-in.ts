import { AiModelsError } from '@act/ai-models';
import type { ThrowAwayWorld } from './throw-away-brands.ts';
import type { Actor } from './throw-away-people.ts';
import type { Trial } from './trial.ts';

/** Ways in that somebody could think of: joining by oneself, carrying things over, borrowing, asking the library. */
export async function tryWaysIn(world: ThrowAwayWorld, trial: Trial): Promise<void> {
  const { brandId, otherBrandId, assetId, otherAssetId, files, strangers, otherMember, otherAdmin } = world;
  for (const { name: who, userId, client } of strangers) {
    const joined = await client
      .from('brand_users')
      .insert({ brand_id: brandId, user_id: userId, role: 'admin' });
    trial.expectRefused({ who, what: 'membership', how: 'add oneself' }, joined.error ? null : 'is in');
  }
  for (const { name: who, client } of [otherMember, otherAdmin]) {
    const expectRefused = (how: string, { error, count }: { error: unknown; count?: number | null }) =>
      trial.expectRefused({ who, what: 'two brands', how }, error || count === 0 ? null : 'was done');
    expectRefused(
      'carry an own picture over',
      await client
        .from('brand_assets')
        .update({ brand_id: brandId }, { count: 'exact' })
        .eq('id', otherAssetId),
    );
    expectRefused(
      'carry an own membership over',
      await client
        .from('brand_users')
        .update({ brand_id: brandId }, { count: 'exact' })
        .eq('brand_id', otherBrandId),
    );
    const { bucket, key } = files[0] ?? { bucket: '', key: '' };
    expectRefused(
      'enter a file of the brand as an own picture',
      await client
        .from('brand_assets')
        .insert({ brand_id: otherBrandId, name: 'taken', file_url: `${bucket}/${key}` }),
    );
    expectRefused(
      'train on a picture of the brand',
      await client
        .from('lora_training_jobs')
        .insert({ brand_id: otherBrandId, name: 'taken', model_type: 'flux', training_asset_ids: [assetId] }),
    );
  }
  for (const actor of strangers.filter(({ userId }) => userId !== '')) await tryLibrary(world, trial, actor);
}

async function tryLibrary(
  { brandId }: ThrowAwayWorld,
  trial: Trial,
  { name: who, ai }: Actor,
): Promise<void> {
  const calls: Readonly<Record<string, () => Promise<unknown>>> = {
    listTrainingJobs: () => ai.listTrainingJobs({ brandId }),
    listBrandModels: () => ai.listBrandModels(brandId),
    listGenerations: () => ai.listGenerations({ brandId }),
    exportDataset: () => ai.exportDataset({ brandId }),
    listWebhookEndpoints: () => ai.listWebhookEndpoints({ brandId }),
  };
  for (const [how, call] of Object.entries(calls)) {
    const refused = await call().then(
      () => false,
      (error: unknown) => AiModelsError.isInstance(error, 'brand_not_allowed', 'asset_not_found'),
    );
    trial.expectRefused({ who, what: 'library', how }, refused ? null : 'was not refused');
  }
}
