import type { Scale } from '../scale.ts';
import { rowId, spread } from './spread.ts';

const imagesPerGeneration = 2;
const galleryGenerations = 5_000;

/** Generations and their pictures, of which the asked brand has 10,000. */
export function fillGenerations(scale: Scale): string[] {
  const every = Math.floor(scale.generations / galleryGenerations);
  const fixedRank = `case when n % ${every} = 0 then 1 end`;
  return [
    `insert into public.generations
       (id, brand_id, user_id, visibility, model_id, prompt, image_count, status, progress, due_at, fence, created_at, completed_at)
     select ${rowId('generation', 'n')}, brand_id, user_id, visibility, ${rowId('model', 'n')},
            'photo of the product on a billboard at sunset, 35 mm', ${imagesPerGeneration}, 'completed', 100, null, 1,
            created_at, created_at
     from ${spread({ scale, rows: scale.generations, bigShare: 0.001, seed: 40, fixedRank })}`,
    `insert into public.generation_images
       (id, brand_id, generation_id, user_id, visibility, position, path, content_type, width, height, size_bytes, created_at)
     select md5(id::text || position)::uuid, brand_id, id, user_id, visibility, position,
            'generated-content/' || brand_id || case visibility when 'owner' then '/' || user_id else '' end
              || '/' || id || '-' || position || '.png',
            'image/png', 1024, 1024, 1200000, created_at + position * interval '1 second'
     from public.generations, generate_series(0, ${imagesPerGeneration - 1}) as position`,
  ];
}
