import { type BrandSettings, brandSettingsSchema } from '@act/tenant-config';
import type { OpenedDelivery } from './delivery.ts';

/** A brand's settings; where they cannot be read, those of a brand that has set nothing: a notice leaves all the same. */
export function readBrandSettings({ settings }: OpenedDelivery['brand']): BrandSettings {
  const result = brandSettingsSchema.safeParse(settings);
  return result.success ? result.data : brandSettingsSchema.parse({});
}
