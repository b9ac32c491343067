import { randomUUID } from 'node:crypto';
import { connect, demoPeople, type TestStack } from '@act/local-stack/testing';
import type { DemoPersonName } from '../pages/sign-in.ts';

/** What is put into a brand so that it can be recognised anywhere. */
export interface BrandMarks {
  readonly id: string;
  /** Part of every name, prompt, caption and file. */
  readonly mark: string;
  /** How many pictures to train with, how many made, and how many notices each person has. */
  readonly pictures: number;
  /** Who is told, and has a picture that nobody else may see. */
  readonly people: readonly DemoPersonName[];
}

/** The name of what only this person may see in this brand. */
export const privateMark = ({ mark }: Pick<BrandMarks, 'mark'>, person: DemoPersonName): string =>
  `${mark}-of-${person}-alone`;

/** Puts into a brand a model, a failed training, pictures of both kinds, notices, and private pictures, all by its mark. */
export async function addMarks(stack: TestStack, brand: BrandMarks): Promise<void> {
  const { id: brandId, mark, pictures, people } = brand;
  await using client = await connect(stack.database.superuser);
  await client.query('set session_replication_role = replica');
  const system = await stack.as({ system: brandId });
  const modelId = randomUUID();
  await client.query(
    `insert into public.brand_models (id, brand_id, visibility, name, version, base_model, path, sha256, size_bytes, trigger_word)
     values ($3, $1, 'brand', $2, 1, 'flux', 'models/' || $1 || '/' || $2 || '-v1.safetensors', repeat('a', 64), 1, $2)`,
    [brandId, mark, modelId],
  );
  await client.query(
    `insert into public.lora_training_jobs (brand_id, user_id, visibility, name, model_type, training_asset_ids, status, error_code)
     values ($1, $3, 'brand', $2 || ' training', 'flux', array[gen_random_uuid()], 'failed', 'provider_failed')`,
    [brandId, mark, demoPeople.freelancer.id],
  );
  const store = async (bucket: string, key: string) => {
    const { error } = await system.storage
      .from(bucket)
      .upload(key, new Blob([picture], { type: 'image/png' }));
    if (error) throw error;
    return `${bucket}/${key}`;
  };
  const paint = async (name: string, folder: string, count: number, owner: DemoPersonName | null) => {
    const generationId = randomUUID();
    const owned = [brandId, generationId, demoPeople[owner ?? 'freelancer'].id, owner ? 'owner' : 'brand'];
    await client.query(
      `insert into public.generations
         (id, brand_id, user_id, visibility, model_id, prompt, image_count, status, progress, completed_at, due_at)
       values ($2, $1, $3, $4, $5, $6, $7, 'completed', 100, now(), null)`,
      [...owned, modelId, name, count],
    );
    for (let place = 0; place < count; place += 1) {
      const path = await store('generated-content', `${folder}/${name}-${place}.png`);
      await client.query(
        `insert into public.generation_images
           (brand_id, generation_id, user_id, visibility, position, path, content_type, width, height, size_bytes, seed)
         values ($1, $2, $3, $4, $5, $6, 'image/png', 1, 1, $7, 1)`,
        [...owned, place, path, picture.byteLength],
      );
    }
  };
  await paint(`${mark}-poster`, brandId, pictures, null);
  for (let index = 0; index < pictures; index += 1) {
    await client.query(
      `insert into public.brand_assets
         (brand_id, user_id, visibility, name, file_url, status, content_type, size_bytes, width, height, training_caption)
       values ($1, $2, 'brand', $3, $4, 'ready', 'image/png', $5, 1, 1, $3)`,
      [
        brandId,
        demoPeople.freelancer.id,
        `${mark}-${index}`,
        await store('training-data', `${brandId}/${mark}-${index}.png`),
        picture.byteLength,
      ],
    );
  }
  for (const person of people) {
    await paint(privateMark(brand, person), `${brandId}/${demoPeople[person].id}`, 1, person);
    await client.query(
      `insert into public.notices (brand_id, user_id, kind, facts)
       select $1, $2, 'training.completed', jsonb_build_object('name', $3 || ' ' || number, 'modelId', $3 || '-v1')
       from generate_series(1, $4::int) as number`,
      [brandId, demoPeople[person].id, mark, pictures],
    );
  }
}

/** The smallest picture there is. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
