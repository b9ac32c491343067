import { createHash, randomUUID } from 'node:crypto';
import type { Actor } from '../actors/actors.ts';
import type { Table } from '../catalogue/catalogue.ts';
import type { RowFacts } from '../rules/who.ts';
import { brand, memberOf, otherBrand, people, privateBrand } from '../world/people.ts';
import { rowId, type Visibility } from '../world/seed.ts';

/** A row that somebody would like to add: what they send, and what it would be. */
export interface NewRow {
  values: Record<string, string>;
  facts: RowFacts;
  /** Said in the report. */
  place: string;
}

type Values = (brandId: string, visibility: Visibility) => Record<string, string>;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** For each table a row that is right in every way: only the rights of the one who sends it can refuse it. */
const values: Readonly<Record<string, Values>> = {
  brands: () => ({ id: 'newcomers', name: 'A new brand' }),
  brand_users: (brandId) => ({ user_id: people.newcomer.id, brand_id: brandId, role: 'member' }),
  brand_invitations: (brandId) => ({
    brand_id: brandId,
    email: 'new@example.test',
    role: 'admin',
    code_hash: sha256('new'),
  }),
  brand_assets: (brandId) => ({
    brand_id: brandId,
    name: 'new.png',
    file_url: `training-data/${brandId}/new.png`,
  }),
  training_datasets: (brandId) => ({
    brand_id: brandId,
    visibility: 'brand',
    root_hash: sha256('new'),
    items: '[]',
    image_count: '1',
  }),
  lora_training_jobs: (brandId, visibility) => ({
    brand_id: brandId,
    name: 'New',
    model_type: 'flux',
    subject_kind: 'product',
    training_asset_ids: `{${rowId(brandId, visibility, 'usedAsset')}}`,
  }),
  lora_training_job_assets: (brandId, visibility) => ({
    brand_id: brandId,
    job_id: rowId(brandId, visibility, 'endedJob'),
    asset_id: rowId(brandId, visibility, 'freeAsset'),
    position: '9',
    visibility,
  }),
  training_events: (brandId, visibility) => ({
    brand_id: brandId,
    job_id: rowId(brandId, visibility, 'endedJob'),
    kind: 'log',
    message: 'New',
  }),
  training_metrics: (brandId, visibility) => ({
    brand_id: brandId,
    job_id: rowId(brandId, visibility, 'endedJob'),
    step: '99',
  }),
  brand_models: (brandId) => ({
    brand_id: brandId,
    visibility: 'brand',
    name: 'new',
    version: '1',
    base_model: 'flux',
    path: `models/${brandId}/new-v1.safetensors`,
    sha256: sha256('new'),
    size_bytes: '1',
  }),
  model_aliases: (brandId, visibility) => ({
    brand_id: brandId,
    name: 'spare',
    alias: 'live',
    model_id: rowId(brandId, visibility, 'unnamedModel'),
  }),
  generations: (brandId, visibility) => ({
    brand_id: brandId,
    model_id: rowId(brandId, visibility, 'model'),
    prompt: 'A new one',
  }),
  generation_images: (brandId, visibility) => ({
    brand_id: brandId,
    generation_id: rowId(brandId, visibility, 'endedGeneration'),
    position: '9',
    path: `generated-content/${brandId}/new.png`,
    content_type: 'image/png',
  }),
  brand_documents: (brandId) => ({
    brand_id: brandId,
    name: 'new.pdf',
    path: `brand-documents/${brandId}/new.pdf`,
  }),
  provider_attempts: (brandId, visibility) => ({
    brand_id: brandId,
    job_id: rowId(brandId, visibility, 'runningJob'),
    attempt: '9',
    provider: 'replicate',
  }),
  webhook_capabilities: (brandId, visibility) => ({
    token_hash: sha256('new'),
    brand_id: brandId,
    job_id: rowId(brandId, visibility, 'runningJob'),
    provider: 'replicate',
    expires_at: '2100-01-01',
  }),
  deleted_files: (brandId) => ({ brand_id: brandId, bucket_id: 'models', name: `${brandId}/new` }),
  caption_requests: (brandId, visibility) => ({
    brand_id: brandId,
    asset_id: rowId(brandId, visibility, 'freeAsset'),
  }),
  provider_leftovers: (brandId) => ({ brand_id: brandId, provider: 'replicate' }),
  provider_prices: () => ({
    kind: 'training',
    base_model: 'sdxl',
    provider: 'replicate',
    hardware: 'none',
    usd_per_gpu_second: '0',
    seconds_per_unit: '0',
  }),
  notices: (brandId) => ({ brand_id: brandId, user_id: memberOf(brandId).id, kind: 'training.failed' }),
  notice_preferences: (brandId) => ({
    brand_id: brandId,
    user_id: people.adminOfBoth.id,
    email_kinds: '{}',
    push_kinds: '{}',
    others_failures: 'true',
  }),
  push_subscriptions: (brandId) => ({
    brand_id: brandId,
    user_id: memberOf(brandId).id,
    endpoint: 'https://push.example.com/new',
    public_key: 'B'.repeat(87),
    auth_secret: 'B'.repeat(22),
  }),
  webhook_endpoints: (brandId) => ({
    brand_id: brandId,
    address: 'https://hooks.example.com/new',
    secret: `whsec_${'B'.repeat(32)}`,
    kinds: '{training.failed}',
  }),
  notice_deliveries: (brandId, visibility) => ({
    brand_id: brandId,
    notice_id: rowId(brandId, visibility, 'webhookNotice'),
    channel: 'email',
  }),
  'private.used_brand_ids': () => ({ id: 'newcomers' }),
  'private.turns': (brandId) => ({ brand_id: brandId }),
  'private.notice_turns': (brandId) => ({ brand_id: brandId }),
  'private.signing_keys': () => ({ purpose: 'new' }),
  'private.work_failures': (brandId, visibility) => ({
    work_id: rowId(brandId, visibility, 'endedJob'),
    brand_id: brandId,
    kind: 'training',
    error_code: 'unknown',
    error_message: 'It failed.',
    next_try: '2100-01-01',
  }),
  'private.picture_leases': (brandId) => ({
    asset_id: randomUUID(),
    brand_id: brandId,
    worker: 'worker-1',
    expires_at: '2100-01-01',
  }),
  'private.model_counters': (brandId) => ({
    brand_id: brandId,
    owner_scope: '',
    name: 'new',
    last_version: '1',
  }),
  'private.caption_turns': (brandId) => ({ brand_id: brandId }),
  'private.caption_days': (brandId) => ({ brand_id: brandId, day: '2100-01-01', asked: '1' }),
  'private.retrain_turns': (brandId) => ({ brand_id: brandId }),
  'private.cleanup_turns': (brandId) => ({ brand_id: brandId }),
  'private.person_deletions': () => ({ user_id: people.member.id }),
};

/** Tables in which a private row is tried too, and those where a file lies in its owner's folder. */
const triedPrivately = ['model_aliases', 'caption_requests'];
const withOwnFile: Readonly<Record<string, string>> = { brand_assets: 'file_url', brand_documents: 'path' };

/** Everything that this actor tries to add to a table. */
export function listNewRows(table: Table, actor: Actor): NewRow[] {
  const build = values[table.name];
  if (!build) return [];
  const inBrand = (brandId: string, visibility: Visibility): NewRow => {
    const sent = build(brandId, visibility);
    const belongs = 'brand_id' in sent ? brandId : (sent.id ?? null);
    return {
      values: sent,
      place: belongs === null ? '' : `into ${brandId}${visibility === 'owner' ? ', private' : ''}`,
      facts: {
        brandId: belongs,
        userId: visibility === 'owner' ? memberOf(brandId).id : actor.userId,
        isPrivate: visibility === 'owner',
        isUsed: false,
      },
    };
  };
  const rows = [inBrand(brand, 'brand'), inBrand(otherBrand, 'brand')];
  if (!('brand_id' in build(brand, 'brand'))) return rows.slice(0, 1);
  if (triedPrivately.includes(table.name)) rows.push(inBrand(brand, 'owner'));
  const file = withOwnFile[table.name];
  if (file !== undefined) rows.push(intoOwnFolder(inBrand(privateBrand, 'owner'), file, actor));
  return rows;
}

/** In a consumer brand everybody's files lie in a folder of their own. */
function intoOwnFolder(row: NewRow, file: string, { userId }: Actor): NewRow {
  const owner = userId ?? people.member.id;
  const path = row.values[file] ?? '';
  return {
    ...row,
    values: { ...row.values, [file]: path.replace(`${privateBrand}/`, `${privateBrand}/${owner}/`) },
    facts: { ...row.facts, userId },
  };
}
