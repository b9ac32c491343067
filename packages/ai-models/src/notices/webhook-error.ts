/** Codes of the engine that stand for themselves. */
const sentences: Readonly<Record<string, string>> = {
  address_not_public: 'The address is not one of the open internet, so it was not called.',
  status_410: 'The address says that it is gone for good; it is not called any more.',
  webhook_timeout: 'Nothing answered in time.',
  webhook_enotfound: 'There is no host of this name.',
  webhook_econnrefused: 'The host refused the connection.',
  outcome_unknown: 'Nobody can say whether the last call arrived.',
};

/** Why an address could not be told something: the code that is stored, and a sentence for people. */
export const describeWebhookError = (code: string): { readonly code: string; readonly message: string } => ({
  code,
  message: sentences[code] ?? describeStatus(code) ?? 'The address could not be reached.',
});

function describeStatus(code: string): string | null {
  const [, status] = /^status_(\d{3})$/.exec(code) ?? [];
  if (status === undefined) return null;
  if (status.startsWith('3')) return `The address leads elsewhere (${status}); calls follow no redirect.`;
  if (status.startsWith('5')) return `The receiver had a failure of its own (${status}).`;
  return status === '429'
    ? 'The receiver was called more often than it takes (429).'
    : `The receiver refused the call (${status}).`;
}
