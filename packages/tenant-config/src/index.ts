export type { HostedBrand } from './brands/brand-host.ts';
export { findBrandByHost, getBrandFromHost } from './brands/brand-host.ts';
export type { BrandId } from './brands/brand-id.ts';
export { brandIdSchema, parseBrandId } from './brands/brand-id.ts';
export type { BrandPreference } from './brands/choose-brand.ts';
export { chooseBrand } from './brands/choose-brand.ts';
export type { BrandDefinition, BrandDefinitionInput, BrandRow, Visibility } from './brands/define-brand.ts';
export { defineBrand, toBrandRow } from './brands/define-brand.ts';
export type {
  BrandChoice,
  BrandConfigErrorDetails,
  BrandRequiredErrorDetails,
  TenantConfigErrorCode,
  TenantConfigErrorDetails,
} from './errors/index.ts';
export { BrandConfigError, BrandRequiredError, MetadataError, TenantConfigError } from './errors/index.ts';
export type {
  BrandDatabase,
  BrandQuery,
  BrandQueryResult,
  BrandSession,
  PersonAccess,
} from './members/brand-database.ts';
export type { GetBrandFromUserOptions } from './members/brand-from-user.ts';
export { getBrandFromUser } from './members/brand-from-user.ts';
export type { TenantConfigOptions } from './members/default-instance.ts';
export { configureTenantConfig } from './members/default-instance.ts';
export type { BrandRole } from './members/read-memberships.ts';
export type {
  GetUserBrandOptions,
  ListUserBrandsOptions,
  UserBrand,
  UserBrandSummary,
} from './members/user-brands.ts';
export { getUserBrand, listUserBrands } from './members/user-brands.ts';
export type { Metadata, MetadataSettings } from './metadata/parse-metadata.ts';
export { parseMetadata, toMetadataSchema } from './metadata/parse-metadata.ts';
export type {
  BrandSettings,
  BrandSettingsInput,
  ParseBrandSettingsOptions,
} from './settings/brand-settings.ts';
export { brandSettingsSchema, parseBrandSettings } from './settings/brand-settings.ts';
export { brandSettingsJsonSchema } from './settings/json-schema.ts';
export type { MetadataField, MetadataFieldInput } from './settings/metadata-fields.ts';
export type { ThemePalette, ThemeSettings } from './settings/theme-settings.ts';
export type { SubjectSettings, TrainingSettings } from './settings/training-settings.ts';
export type { Language, LocalizedText, ModelType, SubjectKind } from './settings/vocabulary.ts';
export { languages, modelTypes, subjectKinds } from './settings/vocabulary.ts';
export type { Problem } from './shared/problems.ts';
