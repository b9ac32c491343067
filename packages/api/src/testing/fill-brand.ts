import { demoPeople } from '@act/local-stack/testing';
import { z } from 'zod';
import type { PersonName, TestApi } from './start-api.ts';

/** What a brand has, by ids: enough for every route to find something. */
export interface FilledBrand {
  readonly brandId: string;
  readonly assetIds: readonly string[];
  readonly receivedAssetId: string;
  readonly completedJobId: string;
  readonly failedJobId: string;
  readonly runningJobId: string;
  readonly deletedJobId: string;
  readonly modelId: string;
  readonly generationId: string;
  readonly imageId: string;
  readonly documentId: string;
  readonly invitationId: string;
}

const limits = {
  training: { maximumRunningJobs: 100, maximumJobsPerDay: 10_000 },
  generation: { maximumPerDay: 100_000 },
};

/** Puts rows into a brand as if people and the engine had worked there; the files themselves are not there. */
export async function fillBrand(test: TestApi, brandId: string, person: PersonName): Promise<FilledBrand> {
  const userId = demoPeople[person].id;
  await test.sql('update public.brands set settings = settings || $2 where id = $1', [brandId, limits]);
  const add = async (text: string, values: readonly unknown[] = []) => {
    const [row] = await test.sql(text, [brandId, userId, ...values]);
    return z.object({ id: z.string() }).parse(row).id;
  };
  const asset = (name: string, status: string) =>
    add(
      `insert into public.brand_assets (brand_id, user_id, name, file_url, thumbnail_url, status, sha256, width, height, training_caption)
       values ($1, $2, $3, $4, $5, $6, encode(sha256(convert_to($4, 'UTF8')), 'hex'), 1024, 1024, 'photo of [brand]') returning id`,
      [
        name,
        `training-data/${brandId}/${name}.jpg`,
        `training-data/${brandId}/thumbnails/${name}.webp`,
        status,
      ],
    );
  const assetIds: string[] = [];
  for (let index = 1; index <= 6; index += 1) assetIds.push(await asset(`picture-${index}`, 'ready'));
  const receivedAssetId = await asset('picture-7', 'received');
  const job = (name: string, status: string) =>
    add(
      `insert into public.lora_training_jobs
         (brand_id, user_id, name, model_type, subject_kind, trigger_word, training_asset_ids, readiness_override, status,
          error_code, error_message, due_at, completed_at, deleted_at, model_url, provider)
       values ($1, $2, $3, 'flux', 'product', 'user42585527', $4, true, $5, $6, $7, null, $8, $9, $10, 'replicate')
       returning id`,
      [
        name,
        assetIds,
        status,
        status === 'failed' ? 'out_of_memory' : null,
        status === 'failed' ? 'The machine had too little memory.' : null,
        ['completed', 'failed'].includes(status) ? new Date() : null,
        name === 'deleted' ? new Date() : null,
        status === 'completed' ? `models/${brandId}/flux-lora-v1.safetensors` : null,
      ],
    );
  const completedJobId = await job('flux-lora', 'completed');
  const failedJobId = await job('failed', 'failed');
  const runningJobId = await job('running', 'training');
  const deletedJobId = await job('deleted', 'failed');
  const modelId = await add(
    `insert into public.brand_models
       (brand_id, user_id, visibility, name, version, base_model, job_id, path, sha256, size_bytes, rank, trigger_word)
     values ($1, $2, 'brand', 'flux-lora', 1, 'flux', $3, $4, repeat('a', 64), 1000, 16, 'user42585527') returning id`,
    [completedJobId, `models/${brandId}/flux-lora-v1.safetensors`],
  );
  await test.sql(
    `insert into public.model_aliases (brand_id, name, alias, model_id) values ($1, 'flux-lora', 'live', $2)
     on conflict do nothing`,
    [brandId, modelId],
  );
  const generationId = await add(
    `insert into public.generations (brand_id, user_id, model_id, prompt, status, due_at, completed_at)
     values ($1, $2, $3, 'photo of [brand]', 'completed', null, now()) returning id`,
    [modelId],
  );
  const imageId = await add(
    `insert into public.generation_images (brand_id, user_id, visibility, generation_id, position, path, content_type)
     values ($1, $2, 'brand', $3, 0, $4, 'image/png') returning id`,
    [generationId, `generated-content/${brandId}/2026-11-20-101530-${generationId}.png`],
  );
  const documentId = await add(
    `insert into public.brand_documents (brand_id, user_id, name, path, content_type)
     values ($1, $2, 'Voice.md', $3, 'text/markdown') returning id`,
    [`brand-documents/${brandId}/voice.md`],
  );
  const invitationId = await add(
    `insert into public.brand_invitations (brand_id, invited_by, email, code_hash)
     values ($1, $2, 'guest@example.test', repeat('b', 64)) returning id`,
  );
  return {
    brandId,
    assetIds,
    receivedAssetId,
    completedJobId,
    failedJobId,
    runningJobId,
    deletedJobId,
    modelId,
    generationId,
    imageId,
    documentId,
    invitationId,
  };
}
