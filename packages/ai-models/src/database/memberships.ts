import type { BrandDatabase } from '../context.ts';
import { rowsOf } from './answer.ts';

/** The brands that a person is in, by id. */
export async function listBrandsOf(database: BrandDatabase, userId: string): Promise<string[]> {
  const rows = await rowsOf(
    database.from('brand_users').select('brand_id').eq('user_id', userId).order('brand_id').limit(1000),
  );
  return rows.map(({ brand_id }) => brand_id);
}

export interface RowSearch {
  readonly table: 'lora_training_jobs' | 'generations' | 'brand_assets';
  readonly id: string;
  readonly brandIds: readonly string[];
}

/** Which of these brands a row is in; null where it is in none of them. */
export async function findBrandOfRow(
  database: BrandDatabase,
  { table, id, brandIds }: RowSearch,
): Promise<string | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return null;
  const [found] = await rowsOf(
    database
      .from(table)
      .select('brand_id')
      .eq('id', id)
      .in('brand_id', [...brandIds])
      .limit(1),
  );
  return found?.brand_id ?? null;
}
