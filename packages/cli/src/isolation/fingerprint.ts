import type { ThrowAwayWorld } from './throw-away-brands.ts';

/** What the engine does not change by itself, by table. */
const columns: Readonly<Record<string, string>> = {
  brands: 'id, name, settings',
  brand_users: 'user_id, role',
  brand_assets: 'id, name, training_caption',
  brand_documents: 'id, name, path',
  lora_training_jobs: 'id, name',
  generations: 'id, prompt',
};

/** Everything in the brand as its admin sees it: the same before and after the attacks. */
export async function takeFingerprint({ admin, brandId, files }: ThrowAwayWorld): Promise<string> {
  const rows = await Promise.all(
    Object.entries(columns).map(async ([table, list]) => {
      const column = table === 'brands' ? 'id' : 'brand_id';
      const { data } = await admin.client.from(table).select(list).eq(column, brandId);
      return [table, (data ?? []).map((row) => JSON.stringify(row)).sort()];
    }),
  );
  const names = await Promise.all(
    files.map(async ({ bucket }) => {
      const { data } = await admin.client.storage.from(bucket).list(brandId, { limit: 1000 });
      // Small copies and clean ones are the engine's.
      return [bucket, (data ?? []).filter(({ name }) => !/thumbnails/.test(name)).length];
    }),
  );
  return JSON.stringify([rows, names]);
}
