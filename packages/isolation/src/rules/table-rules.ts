import { brandTableRules } from './brand-table-rules.ts';
import { noticeTableRules } from './notice-table-rules.ts';
import { closed, type TableRule } from './table-rule.ts';
import { trainingTableRules } from './training-table-rules.ts';

/** The matrix of design §3 for rows. A table that is not here is undecided, and fails the proof. */
export const tableRules: Readonly<Record<string, TableRule>> = {
  ...brandTableRules,
  ...trainingTableRules,
  generations: {
    select: ['viewer', 'system'],
    insert: ['member', 'system'],
    update: ['owner', 'admin', 'system'],
    delete: ['owner', 'admin', 'system'],
    columns: {
      people: {
        insert: [
          ...['brand_id', 'model_id', 'second_model_id', 'prompt', 'settings', 'image_count'],
          ...['idempotency_key', 'wish_hash'],
        ],
        update: ['cancel_requested_at'],
      },
      system: {
        insert: [
          ...['brand_id', 'user_id', 'model_id', 'second_model_id', 'prompt', 'settings', 'image_count'],
          ...['idempotency_key', 'wish_hash'],
        ],
        update: ['cancel_requested_at'],
      },
    },
  },
  generation_images: {
    select: ['viewer', 'system'],
    insert: ['system'],
    update: ['member', 'system'],
    delete: ['owner', 'admin', 'system'],
    columns: {
      people: { update: ['rating', 'is_starred'] },
      system: { insert: 'every', update: ['thumbnail_path'] },
    },
    paths: { path: 'generated-content', thumbnail_path: 'generated-content' },
  },
  brand_documents: {
    select: ['viewer', 'system'],
    insert: ['member'],
    update: [],
    delete: ['admin', 'owner of a private one', 'system'],
    columns: { people: { insert: ['brand_id', 'name', 'path', 'content_type', 'size_bytes'] } },
    paths: { path: 'brand-documents' },
  },
  provider_attempts: {
    select: ['system'],
    insert: ['system'],
    update: ['system'],
    delete: [],
    columns: {
      system: { insert: 'every', update: ['outcome', 'provider_job_id', 'error_code', 'decided_at'] },
    },
  },
  webhook_capabilities: {
    select: ['system'],
    insert: ['system'],
    update: [],
    delete: ['system'],
    columns: {
      system: { select: ['brand_id', 'job_id', 'generation_id', 'provider', 'expires_at'], insert: 'every' },
    },
    identity: ['brand_id', 'expires_at'],
  },
  deleted_files: {
    ...closed,
    select: ['system'],
    delete: ['system'],
    isRootless: true,
    note: 'Outlives its brand, so no key can hold it to one.',
  },
  caption_requests: {
    ...closed,
    select: ['viewer', 'system'],
    insert: ['member'],
    columns: {
      people: { insert: ['brand_id', 'asset_id', 'prefix', 'overwrite', 'idempotency_key', 'wish_hash'] },
    },
    note: 'A wish is seen by whoever sees the picture. What becomes of it, the system says by functions.',
  },
  provider_leftovers: {
    ...closed,
    select: ['system'],
    update: ['system'],
    delete: ['system'],
    columns: { system: { update: ['attempts', 'due_at', 'error_code', 'error_message'] } },
    isRootless: true,
    note: 'Outlives its brand, so no key can hold it to one.',
  },
  provider_prices: {
    ...closed,
    brandColumn: null,
    select: ['signed in', 'any system'],
    note: 'The same prices for every brand.',
  },
  ...noticeTableRules,
  'private.used_brand_ids': { ...closed, brandColumn: null },
  'private.turns': closed,
  'private.notice_turns': closed,
  'private.signing_keys': { ...closed, brandColumn: null },
  'private.work_failures': closed,
  'private.picture_leases': closed,
  'private.model_counters': closed,
  'private.past_usage': closed,
  'private.model_moves': { ...closed, paths: { path: 'models', sample_paths: 'generated-content' } },
  'private.caption_turns': closed,
  'private.caption_days': closed,
  'private.retrain_turns': closed,
  'private.cleanup_turns': {
    ...closed,
    isRootless: true,
    note: 'Outlives its brand, so no key can hold it to one.',
  },
  'private.person_deletions': { ...closed, brandColumn: null },
};
