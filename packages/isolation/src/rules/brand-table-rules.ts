import type { TableRule } from './table-rule.ts';

/** Of a brand, its people and the pictures that they bring. */
export const brandTableRules: Readonly<Record<string, TableRule>> = {
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
};
