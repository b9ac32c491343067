import type { Scale } from '../scale.ts';
import { chance, rowId, spread } from './spread.ts';

/** Pictures, nearly all inspected and ready. */
export function fillAssets(scale: Scale): string[] {
  return [
    `insert into public.brand_assets
       (id, brand_id, user_id, visibility, name, file_url, training_caption, status, rejection_reason,
        content_type, size_bytes, width, height, created_at)
     select ${rowId('asset', 'n')}, brand_id, user_id, visibility, 'picture-' || n || '.jpg',
            'training-data/' || folder || '/image-' || n || '.jpg', 'photo of the product on a table, seen from above',
            case when luck < 0.002 then 'received' when luck < 0.01 then 'rejected' else 'ready' end,
            case when luck >= 0.002 and luck < 0.01 then 'too_small' end,
            'image/jpeg', 200000 + n % 3000000, 1024, 1024, created_at
     from ${spread({ scale, rows: scale.assets, bigShare: 0.15, seed: 20 })},
          lateral (select ${chance('n', 25)} as luck offset 0) as state`,
  ];
}
