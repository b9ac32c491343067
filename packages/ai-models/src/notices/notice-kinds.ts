/** What people and a brand's machines can hear of. */
const sharedKinds = [
  'training.completed',
  'training.failed',
  'training.cancelled',
  'generation.completed',
  'generation.failed',
  'pictures.rejected',
  'budget.low',
] as const;

/** What a brand's webhooks can be told: also that enough new pictures for a training are there. */
export const webhookKinds = [...sharedKinds, 'pictures.enough'] as const;

/** What a person can choose to hear of. */
export const noticeKinds = [...sharedKinds, 'sharing.ended', 'webhook.disabled'] as const;

/** What a brand's webhooks can be told. */
export type WebhookKind = (typeof webhookKinds)[number];
/** What a person can be told. */
export type NoticeKind = (typeof noticeKinds)[number];
