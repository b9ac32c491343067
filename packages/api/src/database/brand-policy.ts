import { type BrandSettings, brandSettingsSchema } from '@act/tenant-config';
import { z } from 'zod';
import type { InBrand } from './in-brand.ts';
import { read } from './read.ts';

/** Settings by what they are called in the database: `budget.monthlyUsd`. */
export type SettingChanges = Readonly<Record<string, unknown>>;

const settingsRow = z.object({ settings: z.record(z.string(), z.unknown()) });

/** A brand's settings as they are kept: what has a default may be missing. */
export async function readSettings({ database, brandId }: InBrand): Promise<Record<string, unknown>> {
  const query = database.from('brands').select('settings').eq('id', brandId).single();
  return (await read(query, settingsRow)).settings;
}

/** A brand's settings, complete. */
export const readBrandSettings = async (scope: InBrand): Promise<BrandSettings> =>
  brandSettingsSchema.parse(await readSettings(scope));

/** Changes settings that are the admins' to change. @throws AiModelsError 403, 404, 400 */
export async function changePolicy({ database, brandId }: InBrand, changes: SettingChanges): Promise<void> {
  await read(database.rpc('change_policy', { brand_id: brandId, changes }), z.unknown());
}
