import { connect, demoPeople, type TestStack } from '@act/local-stack/testing';

/** Enters so many finished requests of four pictures each, one a minute back into the past. Their files are not there. */
export async function addGenerations(stack: TestStack, brandId: string, count: number): Promise<void> {
  await using client = await connect(stack.database.superuser);
  await client.query('set session_replication_role = replica');
  await client.query(
    `with model as (
       select id from public.brand_models where brand_id = $1 order by created_at limit 1
     ), made as (
       insert into public.generations
         (brand_id, user_id, visibility, model_id, prompt, settings, image_count, status, progress, created_at, completed_at, due_at)
       select $1, $2, 'brand', model.id, 'picture of [brand] number ' || number, '{"seed": 1}', 4, 'completed', 100,
              now() - number * interval '1 minute', now() - number * interval '1 minute', null
       from model, generate_series(1, $3::int) as number
       returning id, created_at
     )
     insert into public.generation_images
       (brand_id, generation_id, user_id, visibility, position, path, content_type, width, height, size_bytes, seed, created_at)
     select $1, made.id, $2, 'brand', place, 'generated-content/' || $1 || '/' || made.id || '-' || place || '.png',
            'image/png', 1024, 1024, 1000000, 1, made.created_at
     from made, generate_series(0, 3) as place`,
    [brandId, demoPeople.ctMember.id, count],
  );
}
