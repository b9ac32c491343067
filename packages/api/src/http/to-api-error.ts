import { AiModelsError, BrandRequiredError, InputError, NotReadyError, ProviderError } from '@act/ai-models';
import { MetadataError, TenantConfigError } from '@act/tenant-config';
import { ApiError } from './api-error.ts';
import { errorStatuses, tenantErrorStatuses } from './error-statuses.ts';

/** What callers are asked to wait where something is away. */
const retryAfterSeconds = 5;

/** Any error as the caller gets it; what nobody foresaw says nothing about itself. */
export function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (AiModelsError.isInstance(error)) return fromLibrary(error);
  if (TenantConfigError.isInstance(error)) return fromTenantConfig(error);
  return new ApiError({
    status: 500,
    code: 'internal',
    message: 'Something went wrong here.',
    hint: 'Try again; if it stays so, tell the operator the request id.',
  });
}

function fromLibrary(error: AiModelsError): ApiError {
  const status = error.code === 'not_signed_in' && error.retryable ? 503 : errorStatuses[error.code];
  const words = status === 503 ? wordsFor(error) : { message: error.message, hint: error.hint };
  return new ApiError({
    status,
    code: error.code,
    ...words,
    details: detailsOf(error),
    headers: waitOf(error, status),
  });
}

function fromTenantConfig(error: TenantConfigError): ApiError {
  const status = tenantErrorStatuses[error.code] ?? 503;
  if (status === 503) return away(error.code, 'The brands could not be read.');
  const { code, message } = error;
  if (!MetadataError.isInstance(error)) return new ApiError({ status, code, message });
  const hint = 'Send the fields that the brand asks for, as it asks for them.';
  return new ApiError({ status, code, message, hint, details: { problems: error.problems } });
}

/** What is away is told without addresses and names of settings: they are the operator's. */
function wordsFor(error: AiModelsError): { message: string; hint: string } {
  const isPlain = ProviderError.isInstance(error) || error.code === 'wait_ended';
  if (isPlain) return { message: error.message, hint: error.hint };
  return { message: awayMessages.get(error.code) ?? 'This cannot be done at the moment.', hint: laterHint };
}

const laterHint = 'Try again in a moment; if it stays so, tell the operator the request id.';
const awayMessages: ReadonlyMap<string, string> = new Map([
  ['database_failed', 'The database cannot be reached, or is busy.'],
  ['storage_failed', 'The storage of files cannot be reached, or is busy.'],
  ['not_configured', 'This is not set up here.'],
  ['peer_missing', 'This is not set up here.'],
  ['provider_missing', 'Nobody here does this kind of work.'],
  ['not_signed_in', 'The sign-in service cannot be reached.'],
]);

/** Something that is needed does not answer. */
export const away = (code: string, message: string) =>
  new ApiError({
    status: 503,
    code,
    message,
    hint: laterHint,
    headers: { 'Retry-After': String(retryAfterSeconds) },
  });

function detailsOf(error: AiModelsError): Record<string, unknown> {
  if (InputError.isInstance(error)) return { problems: error.problems };
  if (NotReadyError.isInstance(error)) return { reasons: error.reasons };
  if (BrandRequiredError.isInstance(error)) return { choices: error.choices };
  return {};
}

function waitOf(error: AiModelsError, status: number): Record<string, string> {
  if (status !== 503 && status !== 429) return {};
  const seconds = ProviderError.isInstance(error) ? (error.retryAfterMs ?? 0) / 1_000 : 0;
  const usual = status === 429 ? 60 : retryAfterSeconds;
  return { 'Retry-After': String(Math.max(1, Math.ceil(seconds || usual))) };
}
