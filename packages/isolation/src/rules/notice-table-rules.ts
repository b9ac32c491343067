import { closed, type TableRule } from './table-rule.ts';

/** Of what people and other programs are told, and how. */
export const noticeTableRules: Readonly<Record<string, TableRule>> = {
  notices: {
    select: ['themselves'],
    insert: [],
    update: ['themselves'],
    delete: [],
    columns: { people: { update: ['read_at'] } },
    note: 'Written by triggers. What a webhook is told is nobody’s to read; the system reads one through the lease of a delivery.',
  },
  notice_preferences: { ...closed, select: ['themselves'] },
  push_subscriptions: {
    ...closed,
    select: ['themselves'],
    delete: ['themselves'],
    columns: { people: { select: ['id', 'brand_id', 'user_id', 'endpoint', 'created_at'] } },
  },
  webhook_endpoints: {
    select: ['admin'],
    insert: [],
    update: ['admin'],
    delete: ['admin'],
    columns: {
      people: {
        select: [
          ...['id', 'brand_id', 'address', 'kinds', 'is_enabled', 'disabled_reason', 'failure_count'],
          ...['last_error', 'last_sent_at', 'created_at'],
        ],
        update: ['address', 'kinds', 'is_enabled'],
      },
    },
    note: 'Made by create_webhook_endpoint, which shows the secret once.',
  },
  notice_deliveries: closed,
};
