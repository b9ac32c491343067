import { closed, type TableRule } from './table-rule.ts';

/** Of trainings, from the pictures that they learn from to the models that come of them. */
export const trainingTableRules: Readonly<Record<string, TableRule>> = {
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
    paths: { path: 'models', sample_paths: 'generated-content' },
    note: 'Made by register_model. Where models are private, their owner is their admin, also while they share one.',
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
};
