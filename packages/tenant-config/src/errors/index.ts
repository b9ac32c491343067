export { BrandConfigError, type BrandConfigErrorDetails } from './brand-config-error.ts';
export {
  type BrandChoice,
  BrandRequiredError,
  type BrandRequiredErrorDetails,
} from './brand-required-error.ts';
export { MetadataError } from './metadata-error.ts';
export {
  TenantConfigError,
  type TenantConfigErrorCode,
  type TenantConfigErrorDetails,
} from './tenant-config-error.ts';
