import type { ProviderError, ProviderFailure } from '../../errors/index.ts';
import type { HttpFailure } from '../../shared/http/http.ts';
import { redactVendorText } from '../../shared/logging/redact-vendor-text.ts';
import { explainFailure } from '../explain-failure.ts';
import { explainHttpFailure, failureOfStatus, type ReadRefusal } from '../explain-http-failure.ts';
import { refusalSchema } from './replicate-schemas.ts';

/** What was asked; the same status means different things. */
export type ReplicateCall =
  | 'account'
  | 'file'
  | 'file.create'
  | 'model'
  | 'model.create'
  | 'model.delete'
  | 'output'
  | 'prediction'
  | 'prediction.create'
  | 'training'
  | 'training.create'
  | 'version.delete'
  | 'versions'
  | 'webhookSecret';

/** A request to Replicate that did not end well. */
export function toReplicateError(failure: HttpFailure, call: ReplicateCall): ProviderError {
  return explainHttpFailure('replicate', failure, (refusal) => readRefusal(refusal, call));
}

/** Is it the 409 of a model that is there already? */
export function isConflict(error: ProviderError): boolean {
  return error.status === 409;
}

function readRefusal({ status, body }: { status: number; body: string }, call: ReplicateCall): ReadRefusal {
  const { title, detail, retry_after, errors, invalid_fields } = parseRefusal(body);
  const fields = invalid_fields?.map(({ field, type }) => `${field}: ${type}`).join(', ');
  const said = [title, detail ?? errors?.[0]?.detail, fields].filter(Boolean).join(' | ') || body;
  const seconds = retry_after ?? Number(/resets in ~?(\d+)\s*s/.exec(said)?.[1] ?? Number.NaN);
  return {
    failure: failureOf(status, said, call),
    vendorDetail: said,
    ...(Number.isFinite(seconds) && { retryAfterMs: seconds * 1_000 }),
  };
}

function parseRefusal(body: string) {
  try {
    return refusalSchema.safeParse(JSON.parse(body)).data ?? {};
  } catch {
    return {};
  }
}

/** Where the status alone does not say it; the first that fits. */
const refusals: readonly { status: number; call?: ReplicateCall; says?: RegExp; failure: ProviderFailure }[] =
  [
    { status: 404, call: 'training.create', says: /destination/i, failure: 'destination_missing' },
    { status: 404, call: 'training.create', failure: 'version_missing' },
    { status: 404, call: 'prediction.create', failure: 'version_missing' },
    { status: 404, call: 'model', failure: 'version_missing' },
    { status: 404, call: 'output', failure: 'output_expired' },
    // Others ran it, it is deployed, another was trained on it; a model still has versions. The texts are in no document.
    ...[400, 409, 422].flatMap((status) => [
      { status, call: 'version.delete' as const, failure: 'still_used' as const },
      { status, call: 'model.delete' as const, failure: 'still_used' as const },
    ]),
    // Where a file is kept, an address that has run out is forbidden.
    { status: 403, call: 'output', failure: 'output_expired' },
    { status: 400, call: 'training.create', says: /destination/i, failure: 'destination_missing' },
    { status: 422, call: 'training.create', says: /destination/i, failure: 'destination_missing' },
    { status: 422, says: /invalid version|version does not exist/i, failure: 'version_missing' },
    { status: 422, says: /nsfw|sensitive content/i, failure: 'content_refused' },
  ];

function failureOf(status: number, said: string, call: ReplicateCall): ProviderFailure {
  const found = refusals.find(
    (one) => one.status === status && (one.call ?? call) === call && (one.says?.test(said) ?? true),
  );
  if (found) return found.failure;
  // A thousand models per account; the text of that refusal is in no document.
  const isLimit = status < 500 && /\b(limit|maximum|too many)\b/i.test(said);
  return call === 'model.create' && status !== 429 && isLimit ? 'destination_limit' : failureOfStatus(status);
}

/** What the text of a failed run says; the first that fits. */
const runFailures: readonly { says: RegExp; failure: ProviderFailure; retryable?: boolean }[] = [
  { says: /nsfw|safety (filter|checker)|sensitive content|flagged as/i, failure: 'content_refused' },
  { says: /out of memory|OutOfMemory|\bOOM\b|\bE1001\b/i, failure: 'out_of_memory' },
  { says: /zip ?file|BadZip|not a zip|input_images must/i, failure: 'dataset_refused' },
  { says: /cannot identify image|image file is truncated|no images/i, failure: 'dataset_refused' },
  // Our signed address had run out; the next attempt brings a new one.
  {
    says: /\b(403|404|410)\b.*(url|http)|(url|http|download).*\b(403|404|410)\b/i,
    failure: 'input_refused',
    retryable: true,
  },
  {
    says: /failed to (download|fetch)|could ?n[o']t (download|fetch)/i,
    failure: 'input_refused',
    retryable: true,
  },
  { says: /invalid lora|failed to resolve lora/i, failure: 'input_refused' },
  { says: /timed? ?out|time limit|took too long|deadline|\bE6716\b/i, failure: 'timed_out' },
  { says: /ValueError|ValidationError|must be (one of|provided|greater|less)/, failure: 'input_refused' },
];

/** A run that failed, from its `error`. */
export function toRunError(error: string | null): ProviderError {
  const said = error ?? '';
  const { failure, retryable } = runFailures.find(({ says }) => says.test(said)) ?? {
    failure: 'run_failed' as const,
  };
  return explainFailure(failure, {
    providerId: 'replicate',
    vendorDetail: redactVendorText(said),
    ...(retryable !== undefined && { retryable }),
  });
}
