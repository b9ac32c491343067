import type pg from 'pg';
import { brand, brands, memberOf, otherBrand, people, privateBrand } from './people.ts';

export type Visibility = 'brand' | 'owner';

/** The parents that new rows are tried with. */
export type RowName =
  | 'usedAsset'
  | 'otherUsedAsset'
  | 'freeAsset'
  | 'dataset'
  | 'endedJob'
  | 'runningJob'
  | 'model'
  | 'unnamedModel'
  | 'endedGeneration'
  | 'runningGeneration'
  | 'image'
  | 'document'
  | 'notice'
  | 'webhookNotice'
  | 'subscription'
  | 'endpoint'
  | 'delivery'
  | 'webhookDelivery';

const rowNames: RowName[] = [
  ...(['usedAsset', 'otherUsedAsset', 'freeAsset', 'dataset', 'endedJob', 'runningJob', 'model'] as const),
  ...(['unnamedModel', 'endedGeneration', 'runningGeneration', 'image', 'document'] as const),
  ...(['notice', 'webhookNotice', 'subscription', 'endpoint', 'delivery', 'webhookDelivery'] as const),
];

/** The id of a seeded row, which tells where it is: brand, visibility, which. */
export function rowId(brandId: string, visibility: Visibility, name: RowName): string {
  const place = String(brands.indexOf(brandId) + 1);
  const kind = visibility === 'owner' ? '2' : '1';
  const number = String(rowNames.indexOf(name) + 1).padStart(2, '0');
  return `2000000${place}-000${kind}-4000-8000-0000000000${number}`;
}

/** The folder of a row's files: a private one is its owner's. */
const folderOf = (brandId: string, visibility: Visibility): string =>
  visibility === 'owner' ? `${brandId}/${memberOf(brandId).id}` : brandId;

/** The fence under which the running work is held. */
export const heldFence = 7;

/** The capability whose hash is stored for a brand's running job. */
export const capabilityOf = (brandId: string, visibility: Visibility): string =>
  `capability-of-${brandId}-${visibility}`;

/** The code of a brand's open invitation, and who was invited. */
export const invitationOf = (brandId: string) => ({
  code: `code-of-${brandId}`,
  email: `invited@${brandId}.test`,
});

const settings = JSON.stringify({
  training: {
    maximumRunningJobs: 40,
    maximumJobsPerDay: 200,
    subjects: { product: { minimumImages: 1, recommendedImages: 1 } },
  },
  generation: { maximumPerDay: 1000 },
});

/** Fills an empty database with people, brands, and rows in every table, of both visibilities. */
export async function seedWorld(client: pg.Client): Promise<void> {
  await client.query('begin');
  // The demo brands have people, but no rows: they would be tried for nothing.
  await client.query('delete from public.brands; delete from auth.users');
  for (const { id, email } of Object.values(people)) {
    await client.query(
      `insert into auth.users (id, aud, role, email, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
       values ($1, 'authenticated', 'authenticated', $2, now(), '{}', '{}')`,
      [id, email],
    );
  }
  for (const brandId of brands) {
    await client.query('insert into public.brands (id, name, settings) values ($1, $1, $2)', [
      brandId,
      settings,
    ]);
  }
  for (const { id, roles } of Object.values(people)) {
    for (const [brandId, role] of Object.entries(roles)) {
      await client.query('insert into public.brand_users (user_id, brand_id, role) values ($1, $2, $3)', [
        id,
        brandId,
        role,
      ]);
    }
  }
  for (const brandId of [brand, otherBrand]) await seedRows(client, brandId, 'brand');
  for (const brandId of brands) {
    await client.query(`update public.brands set default_visibility = 'owner' where id = $1`, [brandId]);
    await seedRows(client, brandId, 'owner');
  }
  await client.query(`update public.brands set default_visibility = 'brand' where id <> $1`, [privateBrand]);
  await client.query(`
    insert into private.turns (brand_id) select id from public.brands on conflict do nothing;
    insert into private.retrain_turns (brand_id) select id from public.brands on conflict do nothing;
    insert into private.work_failures (work_id, brand_id, kind, failures, error_code, error_message, next_try)
    select id, brand_id, 'training', 6, 'unknown', 'It failed.', now() + interval '1 day' from public.lora_training_jobs where status = 'training';
    insert into private.picture_leases (asset_id, brand_id, worker, expires_at)
    select id, brand_id, 'worker-1', now() + interval '1 day' from public.brand_assets;
    insert into private.person_deletions (user_id) values ('${people.newcomer.id}')`);
  await client.query('commit');
}

async function seedRows(client: pg.Client, brandId: string, visibility: Visibility): Promise<void> {
  const id = (name: RowName) => `'${rowId(brandId, visibility, name)}'`;
  const owner = memberOf(brandId).id;
  const folder = folderOf(brandId, visibility);
  const hash = (text: string) => `encode(sha256(convert_to('${text}', 'UTF8')), 'hex')`;
  const hex = (text: string) => hash(`${text} of ${brandId} ${visibility}`);
  const b = `'${brandId}'`;
  const u = `'${owner}'`;
  const v = `'${visibility}'`;
  const scope = visibility === 'owner' ? u : `''`;
  const assets = `array[${id('usedAsset')}, ${id('otherUsedAsset')}]::uuid[]`;

  await client.query(`
    insert into public.brand_assets (id, brand_id, user_id, name, file_url, thumbnail_url, status)
    select asset.id::uuid, ${b}, ${u}, asset.name, 'training-data/${folder}/' || asset.name || '.png',
           'training-data/${folder}/thumbnails/' || asset.name || '.webp', 'ready'
    from (values (${id('usedAsset')}, 'used'), (${id('otherUsedAsset')}, 'used-too'), (${id('freeAsset')}, 'free')) as asset (id, name);

    insert into public.training_datasets (id, brand_id, user_id, visibility, root_hash, items, image_count, archive_path)
    values (${id('dataset')}, ${b}, ${u}, ${v}, ${hex('dataset')}, '[]', 2, 'archives/${brandId}/' || ${hex('dataset')} || '.zip');

    insert into public.lora_training_jobs (id, brand_id, user_id, name, model_type, subject_kind, training_asset_ids, idempotency_key)
    values (${id('endedJob')}, ${b}, ${u}, 'Ended', 'flux', 'product', ${assets}, 'ended-${visibility}'),
           (${id('runningJob')}, ${b}, ${u}, 'Running', 'flux', 'product', ${assets}, 'running-${visibility}');
    update public.lora_training_jobs set status = 'completed', progress = 100, due_at = null, dataset_id = ${id('dataset')},
           model_url = 'models/${folder}/flux-lora-v1.safetensors', sample_images_urls = array['generated-content/${folder}/samples/1.png']
    where id = ${id('endedJob')};
    update public.lora_training_jobs set status = 'training', progress = 40, fence = ${heldFence}, lease_owner = 'worker-1',
           lease_expires_at = now() + interval '1 day', provider = 'replicate', provider_job_id = 'vendor-' || id, dataset_id = ${id('dataset')}, retry_of = ${id('endedJob')}
    where id = ${id('runningJob')};

    insert into public.training_events (brand_id, job_id, kind, message, path)
    values (${b}, ${id('endedJob')}, 'sample', 'Seen', 'generated-content/${folder}/samples/1.png');
    insert into public.training_metrics (brand_id, job_id, step, loss) values (${b}, ${id('endedJob')}, 1, 0.5);

    insert into public.brand_models (id, brand_id, user_id, visibility, owner_scope, name, version, base_model, job_id, path, sha256, size_bytes)
    values (${id('model')}, ${b}, ${u}, ${v}, ${scope}, 'flux-lora', 1, 'flux', ${id('endedJob')}, 'models/${folder}/flux-lora-v1.safetensors', ${hex('model')}, 1),
           (${id('unnamedModel')}, ${b}, ${u}, ${v}, ${scope}, 'spare', 1, 'flux', ${id('endedJob')}, 'models/${folder}/spare-v1.safetensors', ${hex('spare')}, 1);
    update public.brand_models set sample_paths = array['generated-content/${folder}/shown/1.png'] where brand_id = ${b} and visibility = ${v};
    insert into private.model_moves (brand_id, model_id, user_id, visibility, path, sample_paths)
    values (${b}, ${id('unnamedModel')}, ${u}, ${v}, 'models/${folder}/moved/spare-v1.safetensors', array['generated-content/${folder}/moved/1.png']);
    insert into private.past_usage (brand_id, work_id, created_at, pictures, cost_usd) values (${b}, gen_random_uuid(), now(), 1, 0.1);
    insert into private.model_counters (brand_id, owner_scope, name, last_version) values (${b}, ${scope}, 'flux-lora', 1);
    insert into public.model_aliases (brand_id, name, alias, model_id) values (${b}, 'flux-lora', 'live', ${id('model')});

    insert into public.generations (id, brand_id, user_id, model_id, second_model_id, prompt, idempotency_key)
    values (${id('endedGeneration')}, ${b}, ${u}, ${id('model')}, ${id('unnamedModel')}, 'A bottle', 'ended-${visibility}'),
           (${id('runningGeneration')}, ${b}, ${u}, ${id('unnamedModel')}, null, 'A can', 'running-${visibility}');
    update public.generations set status = 'completed', progress = 100, due_at = null where id = ${id('endedGeneration')};
    update public.generations set status = 'running', fence = ${heldFence}, lease_owner = 'worker-1', lease_expires_at = now() + interval '1 day'
    where id = ${id('runningGeneration')};
    insert into public.generation_images (id, brand_id, generation_id, position, path, thumbnail_path, content_type)
    values (${id('image')}, ${b}, ${id('endedGeneration')}, 0, 'generated-content/${folder}/1.png', 'generated-content/${folder}/1-small.webp', 'image/png');

    insert into public.brand_documents (id, brand_id, user_id, name, path)
    values (${id('document')}, ${b}, ${u}, 'Guide', 'brand-documents/${folder}/guide.pdf');

    insert into public.provider_attempts (brand_id, job_id, generation_id, attempt, provider)
    values (${b}, ${id('runningJob')}, null, 1, 'replicate'), (${b}, null, ${id('runningGeneration')}, 1, 'replicate');
    insert into public.webhook_capabilities (token_hash, brand_id, job_id, generation_id, provider, expires_at)
    values (${hash(capabilityOf(brandId, visibility))}, ${b}, ${id('runningJob')}, null, 'replicate', now() + interval '1 day' + random() * interval '1 hour'),
           (${hash(`${capabilityOf(brandId, visibility)} generation`)}, ${b}, null, ${id('runningGeneration')}, 'replicate', now() + interval '1 day' + random() * interval '1 hour');
    insert into public.caption_requests (brand_id, asset_id) values (${b}, ${id('usedAsset')});
    insert into public.provider_leftovers (brand_id, provider, provider_model, provider_version)
    values (${b}, 'replicate', 'operator/act-${brandId}', '${visibility}') on conflict do nothing;
    insert into public.deleted_files (brand_id, bucket_id, name) values (${b}, 'training-data', '${folder}/gone.png');
    insert into storage.objects (bucket_id, name, owner, owner_id)
    select file.bucket, '${folder}/' || file.name, case when file.bucket = 'training-data' then ${u}::uuid end, case when file.bucket = 'training-data' then ${u} end
    from (values ('training-data', 'used.png'), ('training-data', 'free.png'), ('models', 'flux-lora-v1.safetensors'),
                 ('generated-content', '1.png'), ('brand-documents', 'guide.pdf'), ('archives', 'pictures.zip')) as file (bucket, name);`);
  // How the work above ended was told already, by triggers.
  await client.query(`
    insert into public.push_subscriptions (id, brand_id, user_id, endpoint, public_key, auth_secret)
    values (${id('subscription')}, ${b}, ${u}, 'https://push.example.com/${brandId}/${visibility}', 'B${'A'.repeat(86)}', '${'A'.repeat(22)}');
    insert into public.webhook_endpoints (id, brand_id, address, secret, kinds)
    values (${id('endpoint')}, ${b}, 'https://hooks.example.com/${brandId}', 'whsec_${'A'.repeat(32)}', '{training.failed}');
    insert into public.notice_preferences (brand_id, user_id, email_kinds, push_kinds, others_failures)
    values (${b}, ${u}, '{training.failed}', '{training.failed}', true) on conflict do nothing;
    insert into public.notices (id, brand_id, user_id, kind, job_id)
    values (${id('notice')}, ${b}, ${u}, 'training.failed', ${id('endedJob')}), (${id('webhookNotice')}, ${b}, null, 'training.failed', ${id('endedJob')});
    insert into public.notice_deliveries (id, brand_id, notice_id, channel, subscription_id, endpoint_id)
    values (${id('delivery')}, ${b}, ${id('notice')}, 'push', ${id('subscription')}, null),
           (${id('webhookDelivery')}, ${b}, ${id('webhookNotice')}, 'webhook', null, ${id('endpoint')});
    update public.notice_deliveries set fence = ${heldFence}, lease_owner = 'worker-1', lease_expires_at = now() + interval '1 day'
    where id in (${id('delivery')}, ${id('webhookDelivery')});`);
  if (visibility === 'brand' || brandId === privateBrand) {
    const { code, email } = invitationOf(brandId);
    await client.query(`
      insert into public.brand_invitations (brand_id, email, role, code_hash, invited_by)
      values (${b}, '${email}', 'admin', ${hash(code)}, ${u})`);
  }
}
