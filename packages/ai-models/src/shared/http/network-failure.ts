/** A connection was never made, so nothing can have arrived. Codes of Node's network, DNS and TLS layers. */
const neverConnected = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'UND_ERR_CONNECT_TIMEOUT',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'CERT_HAS_EXPIRED',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);
/** These come from a broken connection too, unless they happened while connecting. */
const maybeConnected = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'EADDRNOTAVAIL']);

/** Whether a request that failed on the way can have arrived; where the runtime does not say, it can. */
export function describeNetworkFailure(error: unknown) {
  return wasNeverConnected(error)
    ? ({ reason: 'not_sent', mayHaveArrived: false } as const)
    : ({ reason: 'connection_lost', mayHaveArrived: true } as const);
}

/** `fetch` wraps the system's error in a TypeError; with several addresses there is a list of them. */
function wasNeverConnected(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.every(wasNeverConnected);
  const { code, syscall } = codesOf(error);
  if (neverConnected.has(code)) return true;
  if (maybeConnected.has(code) && syscall === 'connect') return true;
  return wasNeverConnected(error.cause);
}

function codesOf(error: Error): { code: string; syscall: string } {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return {
    code: 'code' in error ? text(error.code) : '',
    syscall: 'syscall' in error ? text(error.syscall) : '',
  };
}
