import type { OpenedDelivery } from '../delivery.ts';

/** A mail that is about to be written, as `open_delivery` answers. */
export const openedMail = (
  notice: Partial<OpenedDelivery['notice']> = {},
  changes: Partial<OpenedDelivery> = {},
): OpenedDelivery => ({
  id: '11111111-1111-4111-8111-111111111111',
  channel: 'email',
  attempts: 0,
  notice: {
    id: '22222222-2222-4222-8222-222222222222',
    kind: 'training.completed',
    jobId: '33333333-3333-4333-8333-333333333333',
    generationId: null,
    facts: { name: 'Bottles', pictures: 21, modelId: 'flux-lora-v1' },
    createdAt: new Date('2026-11-23T10:00:00Z'),
    ...notice,
  },
  brand: { id: 'acme', name: 'Acme Company', settings: {} },
  person: { email: 'member@acme.test', unsubscribeToken: 'acme.me.sig', language: null },
  push: null,
  webhook: null,
  ...changes,
});
