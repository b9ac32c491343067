interface WebhookTrouble {
  /** Its words stand under `settings.webhooks.troubles`. */
  readonly kind: 'status' | 'notPublic' | 'tooLate' | 'unreachable';
  /** What the address answered; 0 where it answered nothing. */
  readonly status: number;
}

/** What went wrong with the last call, from the word that the engine noted. */
export const toWebhookTrouble = (lastError: string | null): WebhookTrouble => {
  const status = /^status_(\d{3})$/.exec(lastError ?? '')?.[1];
  if (status) return { kind: 'status', status: Number(status) };
  if (lastError === 'address_not_public') return { kind: 'notPublic', status: 0 };
  return { kind: /time/.test(lastError ?? '') ? 'tooLate' : 'unreachable', status: 0 };
};
