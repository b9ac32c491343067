import { parseBrandSettings, parseMetadata } from '@act/tenant-config';
import type { CallerBrand } from '../session/list-brands.ts';

/**
 * Holds what is said of a subject to the brand's own fields, and names each one that is wrong. The database does the same
 * for whoever asks by another way. A brand that has no such fields takes what the founding documents send, and more.
 * @throws TenantConfigError `metadata_invalid`
 */
export function requireOwnFields(
  { id, settings: { metadata: fields } }: CallerBrand,
  metadata: unknown,
): void {
  if (fields.length === 0) return;
  parseMetadata(parseBrandSettings({ metadata: fields }, { brandId: id }), metadata);
}
