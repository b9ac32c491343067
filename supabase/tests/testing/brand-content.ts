import { randomUUID } from 'node:crypto';
import { connect, demoPeople, type TestStack } from '@act/local-stack/testing';

export const brand = 'creativetechnologists';
export const otherBrand = 'acmecompany';

/** What the worker would have written; runs as the superuser, whom triggers bind and policies do not. */
export async function asSuperuser<Row extends Record<string, unknown>>(
  { database }: TestStack,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  await using client = await connect(database.superuser);
  return (await client.query<Row>(sql, values)).rows;
}

export interface PicturesOptions {
  count?: number;
  brandId?: string;
  userId?: string;
  status?: 'received' | 'ready' | 'rejected';
}

/** Pictures that were inspected, unless told otherwise. */
export async function addPictures(stack: TestStack, options: PicturesOptions = {}): Promise<string[]> {
  const { count = 20, brandId = brand, userId = demoPeople.ctMember.id, status = 'ready' } = options;
  const rows = await asSuperuser<{ id: string }>(
    stack,
    `insert into public.brand_assets (brand_id, user_id, name, file_url, status, rejection_reason)
     select $1::text, $2::uuid, 'picture',
            'training-data/' || $1::text || '/' || case default_visibility when 'owner' then $2::uuid::text || '/' else '' end
              || 'picture-' || gen_random_uuid() || '.jpg',
            $4::text, case $4::text when 'rejected' then 'blurred' end
     from generate_series(1, $3), public.brands where id = $1::text
     returning id`,
    [brandId, userId, count, status],
  );
  return rows.map(({ id }) => id);
}

/** Changes settings of a brand, by path. */
export async function changeSettings(stack: TestStack, brandId: string, settings: object): Promise<void> {
  await asSuperuser(stack, 'update public.brands set settings = $2 where id = $1', [brandId, settings]);
}

/** Makes a brand's new rows private to whoever makes them. */
export async function makePrivate(stack: TestStack, brandId = brand): Promise<void> {
  await asSuperuser(stack, `update public.brands set default_visibility = 'owner' where id = $1`, [brandId]);
}

export const aJob = (pictures: string[], changes: object = {}) => ({
  brand_id: brand,
  name: `Training ${randomUUID()}`,
  model_type: 'flux',
  subject_kind: 'style',
  training_asset_ids: pictures,
  ...changes,
});
