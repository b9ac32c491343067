import type { ProviderError, ProviderFailure } from '../errors/index.ts';
import type { HttpFailure } from '../shared/http/http.ts';
import { redactVendorText } from '../shared/logging/redact-vendor-text.ts';
import { explainFailure } from './explain-failure.ts';
import type { ProviderId } from './run.ts';

/** What a vendor's folder reads out of a refusal. */
export interface ReadRefusal {
  readonly failure: ProviderFailure;
  /** The vendor's own words, as they came. */
  readonly vendorDetail: string;
  /** Where the body says it; the header is used otherwise. */
  readonly retryAfterMs?: number;
}

/** A request that did not end well, in our words; only a refusal needs the vendor's folder to be read. */
export function explainHttpFailure(
  providerId: ProviderId,
  failure: HttpFailure,
  readRefusal: (refusal: { status: number; body: string }) => ReadRefusal,
): ProviderError {
  const { reason, status = 0, body = '', cause } = failure;
  const known = { providerId, ...(cause !== undefined && { cause }), ...(status !== 0 && { status }) };
  if (reason === 'aborted') return explainFailure('stopped', known);
  // A gateway's error page with a friendly status: the next answer may be one.
  if (reason === 'unreadable') {
    const vendorDetail = cause instanceof Error ? cause.message : reason;
    return explainFailure('answer_invalid', { ...known, retryable: true, vendorDetail });
  }
  if (reason !== 'status') return explainFailure('unreachable', { ...known, vendorDetail: reason });
  const read = readRefusal({ status, body });
  const retryAfterMs = read.retryAfterMs ?? failure.retryAfterMs;
  return explainFailure(read.failure, {
    ...known,
    vendorDetail: redactVendorText(read.vendorDetail),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/** What a status says by itself, at any vendor. */
export function failureOfStatus(status: number): ProviderFailure {
  if (status >= 500 || status === 408 || status === 425) return 'unavailable';
  // A redirect is not followed: the address in the settings is to be the right one.
  if (status < 400) return 'answer_invalid';
  return failuresByStatus[status] ?? 'input_refused';
}

const failuresByStatus: Readonly<Record<number, ProviderFailure>> = {
  401: 'unauthenticated',
  402: 'no_credit',
  403: 'forbidden',
  404: 'run_missing',
  410: 'output_expired',
  413: 'too_large',
  429: 'rate_limited',
};
