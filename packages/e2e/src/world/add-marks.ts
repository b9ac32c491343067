import { connect, demoPeople, type TestStack } from '@act/local-stack/testing';

/** Puts into a brand what can be recognised anywhere: a model, a failed training and so many pictures, all by that mark. */
export async function addMarks(
  stack: TestStack,
  brandId: string,
  mark: string,
  pictures: number,
): Promise<void> {
  await using client = await connect(stack.database.superuser);
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into public.brand_models (brand_id, visibility, name, version, base_model, path, sha256, size_bytes, trigger_word)
     values ($1, 'brand', $2, 1, 'flux', 'models/' || $1 || '/' || $2 || '-v1.safetensors', repeat('a', 64), 1, $2)`,
    [brandId, mark],
  );
  await client.query(
    `insert into public.lora_training_jobs (brand_id, user_id, visibility, name, model_type, training_asset_ids, status, error_code)
     values ($1, $3, 'brand', $2 || ' training', 'flux', array[gen_random_uuid()], 'failed', 'provider_failed')`,
    [brandId, mark, demoPeople.freelancer.id],
  );
  for (let index = 0; index < pictures; index += 1) {
    await client.query(
      `insert into public.brand_assets (brand_id, user_id, visibility, name, file_url)
       values ($1, $3, 'brand', $2, 'training-data/' || $1 || '/' || $2 || $4::text || '.jpg')`,
      [brandId, mark, demoPeople.freelancer.id, index],
    );
  }
}
