import { randomUUID } from 'node:crypto';
import { connect, demoPeople, type TestStack } from '@act/local-stack/testing';
import { brand, contextFor } from '../../node/testing/brand-context.ts';
import { putObject } from '../../storage/object-files.ts';
import { modelKey, sampleKey } from '../../storage/storage-paths.ts';

/** Somebody's own model with its files, and the training that it came of. */
export interface PrivateModel {
  readonly jobId: string;
  readonly modelId: string;
  readonly path: string;
  readonly samplePath: string;
}

type Person = 'ctMember' | 'ctAdmin' | 'ctViewer';

/** A training that was completed, past triggers and limits; its files are there. */
export async function addPrivateModel(
  stack: TestStack,
  { owner = 'ctMember', name = 'signs' }: { owner?: Person; name?: string } = {},
): Promise<PrivateModel> {
  const system = await contextFor(stack, { system: brand });
  const [jobId, modelId] = [randomUUID(), randomUUID()];
  const folder = { brandId: brand, ownerId: demoPeople[owner].id };
  const weights = modelKey({ ...folder, name, version: 1 });
  const sample = sampleKey({ ...folder, jobId, step: 10, index: 0, extension: 'png' });
  const [path, samplePath] = [`models/${weights}`, `generated-content/${sample}`];
  const body = (type: string) => ({ body: new Blob([`of ${jobId}`], { type }), contentType: type });
  await putObject(system.files, { bucket: 'models', key: weights, ...body('application/octet-stream') });
  await putObject(system.files, { bucket: 'generated-content', key: sample, ...body('image/png') });
  await using client = await connect(stack.database.superuser);
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into public.lora_training_jobs
       (id, brand_id, user_id, visibility, name, description, model_type, subject_kind, trigger_word, training_asset_ids,
        metadata, status, progress, due_at, model_url, sample_images_urls)
     values ($1, $2, $3, 'owner', 'Shop signs', 'Of our street', 'flux', 'product', 'acmesign7', array[$1::uuid],
        '{"mine": true}', 'completed', 100, null, $4, array[$5])`,
    [jobId, brand, folder.ownerId, path, samplePath],
  );
  await client.query(
    `insert into public.brand_models
       (id, brand_id, user_id, visibility, owner_scope, name, version, base_model, job_id, path, sha256, size_bytes, rank,
        trigger_word, metadata)
     values ($1, $2, $3::uuid, 'owner', $3::uuid::text, $4, 1, 'flux', $5, $6, repeat('a', 64), 1, 16, 'acmesign7', '{"mine": true}')`,
    [modelId, brand, folder.ownerId, name, jobId, path],
  );
  return { jobId, modelId, path, samplePath };
}

/** Lets members of the brand share what is theirs. */
export async function allowSharing(stack: TestStack, isAllowed = true): Promise<void> {
  await using client = await connect(stack.database.superuser);
  await client.query(
    `update public.brands set default_visibility = 'owner',
       settings = jsonb_set(settings, '{features}', coalesce(settings -> 'features', '{}') || $2) where id = $1`,
    [brand, { sharing: isAllowed }],
  );
}
