import type { ApiRefusal } from '../api/api-refusal.ts';

const keys = {
  unreachable: 'unreachable',
  // Whoever is signed out gets a 401 with it: else the sign-in service does not answer.
  not_signed_in: 'away',
  not_allowed: 'notAllowed',
  brand_not_allowed: 'notAllowed',
  not_ready: 'notReady',
  limit_reached: 'limit',
  budget_exceeded: 'budget',
  conflict: 'changed',
  key_reused: 'changed',
  asset_not_found: 'goneAsset',
  job_not_found: 'goneJob',
  model_not_found: 'goneModel',
  database_failed: 'away',
  storage_failed: 'away',
  provider_failed: 'away',
  provider_missing: 'nobody',
  not_configured: 'nobody',
  too_many_requests: 'tooMany',
  picture_rejected: 'pictureRefused',
  type_unsupported: 'pictureRefused',
  body_too_large: 'tooLarge',
  internal: 'unknown',
} as const;

type RefusalKey = (typeof keys)[keyof typeof keys] | 'signedOut';

/** Under which key a refusal has words in every language; null for one that only the interface has words for. */
export const refusalKeyOf = ({ status, code }: Pick<ApiRefusal, 'status' | 'code'>): RefusalKey | null => {
  if (status === 0) return 'unreachable';
  if (status === 401) return 'signedOut';
  return Object.entries(keys).find(([known]) => known === code)?.[1] ?? null;
};
