/** What a person can choose to hear of; those that are a brand's machines' business too come first. */
export const webhookKinds = [
  'training.completed',
  'training.failed',
  'training.cancelled',
  'generation.completed',
  'generation.failed',
  'pictures.rejected',
  'budget.low',
] as const;
export const noticeKinds = [...webhookKinds, 'webhook.disabled'] as const;

/** What a brand's webhooks can be told. */
export type WebhookKind = (typeof webhookKinds)[number];
/** What a person can be told. */
export type NoticeKind = (typeof noticeKinds)[number];
