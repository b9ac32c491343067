import type { AiModelsErrorCode } from '@act/ai-models';
import type { TenantConfigErrorCode } from '@act/tenant-config';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** The status of every error of the library. What another brand owns is not there: 404, never 403. */
export const errorStatuses: Readonly<Record<AiModelsErrorCode, ContentfulStatusCode>> = {
  input_invalid: 400,
  config_invalid: 400,
  prompt_invalid: 400,
  path_invalid: 400,
  url_refused: 400,
  brand_required: 400,
  not_signed_in: 401,
  webhook_invalid: 401,
  budget_exceeded: 402,
  not_allowed: 403,
  brand_not_allowed: 404,
  job_not_found: 404,
  model_not_found: 404,
  asset_not_found: 404,
  generation_not_found: 404,
  file_not_found: 404,
  webhook_not_found: 404,
  aborted: 408,
  conflict: 409,
  key_reused: 409,
  lease_lost: 409,
  picture_rejected: 415,
  archive_refused: 422,
  not_ready: 422,
  too_few_new_images: 422,
  no_pictures: 422,
  generation_failed: 422,
  weights_invalid: 422,
  weights_mismatch: 422,
  limit_reached: 429,
  // What a request cannot mend, and may be otherwise later.
  not_configured: 503,
  peer_missing: 503,
  provider_missing: 503,
  provider_failed: 503,
  storage_failed: 503,
  database_failed: 503,
  wait_ended: 503,
  refused_repeatedly: 503,
  deadline_passed: 503,
  outcome_unknown: 503,
  cancelled: 409,
};

/** The same for what is asked of brands and memberships. */
export const tenantErrorStatuses: Readonly<Partial<Record<TenantConfigErrorCode, ContentfulStatusCode>>> = {
  not_signed_in: 401,
  no_brand: 404,
  brand_required: 400,
  metadata_invalid: 400,
};
