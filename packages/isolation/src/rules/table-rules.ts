import { closed, type TableRule } from './table-rule.ts';

/** The matrix of design §3 for rows. A table that is not here is undecided, and fails the proof. */
export const tableRules: Readonly<Record<string, TableRule>> = {
  brands: {
    brandColumn: 'id',
    select: ['viewer', 'system', 'service'],
    insert: ['service'],
    update: ['service'],
    delete: [],
    columns: { service: { insert: 'every', update: ['name', 'default_visibility', 'settings'] } },
  },
  brand_users: {
    select: ['viewer', 'system', 'service'],
    insert: ['service'],
    update: ['admin'],
    delete: ['admin'],
    columns: { people: { update: ['role'] }, service: { insert: 'every' } },
    note: 'People come in by accept_invitation and join_brand: an admin who could name anybody would learn their address.',
  },
  brand_invitations: {
    select: ['admin'],
    insert: [],
    update: [],
    delete: ['admin'],
    columns: {
      people: {
        select: [
          ...['id', 'brand_id', 'email', 'role', 'invited_by', 'created_at', 'expires_at'],
          ...['accepted_at', 'accepted_by'],
        ],
      },
    },
    note: 'Read by admins only: an address is nothing that one customer of a brand shows another. Made by create_invitation.',
  },
  brand_assets: {
    select: ['viewer', 'system'],
    insert: ['member', 'system'],
    update: ['member', 'system'],
    delete: ['admin', 'owner before use', 'system'],
    columns: {
      people: {
        insert: [
          ...['brand_id', 'name', 'asset_type', 'file_url', 'is_training_data', 'training_caption'],
          'training_metadata',
        ],
        update: ['name', 'is_training_data', 'training_caption'],
      },
      system: {
        insert: [
          ...[
            'brand_id',
            'user_id',
            'name',
            'asset_type',
            'file_url',
            'is_training_data',
            'training_caption',
          ],
          'training_metadata',
        ],
        update: [
          ...[
            'file_url',
            'thumbnail_url',
            'status',
            'rejection_reason',
            'content_type',
            'size_bytes',
            'width',
          ],
          ...['height', 'sha256', 'perceptual_hash', 'inspection', 'training_caption'],
        ],
      },
    },
    paths: { file_url: 'training-data', thumbnail_url: 'training-data' },
  },
  training_datasets: {
    select: ['viewer', 'system'],
    insert: ['system'],
    update: ['system'],
    delete: [],
    columns: { system: { insert: 'every', update: ['archive_path'] } },
    paths: { archive_path: 'archives' },
  },
  lora_training_jobs: {
    select: ['viewer', 'system'],
    insert: ['member', 'system'],
    update: ['owner', 'admin', 'system'],
    delete: ['admin', 'system'],
    deletable: {
      when: 'ended',
      column: 'status',
      values: ['completed', 'failed', 'cancelled'],
    },
    columns: {
      people: {
        insert: [
          ...[
            'brand_id',
            'name',
            'description',
            'model_type',
            'subject_kind',
            'trigger_word',
            'training_config',
          ],
          ...[
            'training_asset_ids',
            'metadata',
            'idempotency_key',
            'wish_hash',
            'readiness_override',
            'retry_of',
          ],
        ],
        update: ['name', 'description', 'cancel_requested_at', 'deleted_at'],
      },
      system: {
        insert: [
          ...['brand_id', 'user_id', 'name', 'description', 'model_type', 'subject_kind', 'trigger_word'],
          ...['training_config', 'training_asset_ids', 'metadata', 'idempotency_key', 'wish_hash'],
          ...['readiness_override', 'retry_of'],
        ],
        update: ['cancel_requested_at', 'deleted_at'],
      },
    },
    paths: { model_url: 'models', sample_images_urls: 'generated-content' },
    lists: { training_asset_ids: 'lora_training_job_assets' },
  },
  lora_training_job_assets: { ...closed, select: ['viewer', 'system'] },
  training_events: {
    ...closed,
    select: ['viewer', 'system'],
    insert: ['system'],
    columns: { system: { insert: 'every' } },
    paths: { path: 'generated-content' },
  },
  training_metrics: {
    ...closed,
    select: ['viewer', 'system'],
    insert: ['system'],
    columns: { system: { insert: 'every' } },
  },
  brand_models: {
    select: ['viewer', 'system'],
    insert: [],
    update: ['admin', 'owner of a private one'],
    delete: ['admin', 'owner of a private one', 'system'],
    columns: { people: { update: ['status'] } },
    paths: { path: 'models' },
    note: 'Made by register_model. Where models are private, their owner is their admin.',
  },
  model_aliases: {
    select: ['viewer', 'system'],
    insert: ['admin', 'owner of a private one', 'system'],
    update: ['admin', 'owner of a private one'],
    delete: ['admin', 'owner of a private one'],
    columns: {
      people: { insert: ['brand_id', 'name', 'alias', 'model_id'], update: ['model_id'] },
      system: { insert: ['brand_id', 'name', 'alias', 'model_id'] },
    },
  },
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
  'private.used_brand_ids': { ...closed, brandColumn: null },
  'private.turns': closed,
  'private.notice_turns': closed,
  'private.signing_keys': { ...closed, brandColumn: null },
  'private.work_failures': closed,
  'private.picture_leases': closed,
  'private.model_counters': closed,
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
