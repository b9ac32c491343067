import type { BrandDatabase } from '../context.ts';
import { isUuid } from '../shared/uuid.ts';
import { rowsOf } from './answer.ts';

/** The brands that a person is in, by id. */
export async function listBrandsOf(database: BrandDatabase, userId: string): Promise<string[]> {
  const rows = await rowsOf(
    database.from('brand_users').select('brand_id').eq('user_id', userId).order('brand_id').limit(1000),
  );
  return rows.map(({ brand_id }) => brand_id);
}

/** Which row is looked for, and where. */
export interface RowSearch {
  /** The table that it is in. */
  readonly table: 'lora_training_jobs' | 'generations' | 'brand_assets';
  /** The row's id, as the caller passed it. */
  readonly id: string;
  /** The caller's brands. */
  readonly brandIds: readonly string[];
}

/** Which of these brands a row is in; null where it is in none of them. */
export async function findBrandOfRow(
  database: BrandDatabase,
  { table, id, brandIds }: RowSearch,
): Promise<string | null> {
  if (!isUuid(id)) return null;
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
