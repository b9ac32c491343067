import type pg from 'pg';
import { brandQueries } from '../queries/queries.ts';

const myBrands = 'select brand_id from public.brand_users where user_id = auth.uid()';

/**
 * Replaces our policies by those of the founding document, word for word, for the rest of the transaction; on our
 * tables and with our indexes.
 */
export async function plantNaivePolicies(superuser: pg.Client): Promise<void> {
  const tables = [...new Set(brandQueries.map(({ table }) => table))];
  const { rows } = await superuser.query<{ statement: string }>(
    `select format('drop policy %I on %I.%I', policyname, schemaname, tablename) as statement from pg_policies
     where schemaname || '.' || tablename = any ($1) and 'authenticated' = any (roles)`,
    [tables],
  );
  for (const { statement } of rows) await superuser.query(statement);
  for (const policy of tables.flatMap(toPolicies)) await superuser.query(policy);
}

/** The document has no policy for memberships: its form would ask itself without end there. */
export const hasNaivePolicy = (table: string): boolean => table !== 'public.brand_users';

function toPolicies(table: string): string[] {
  if (table === 'storage.objects') {
    return ['training-data', 'models', 'generated-content', 'brand-documents'].map(
      (bucket) => `
        create policy "naive ${bucket}" on storage.objects for select
        using (bucket_id = '${bucket}' and (storage.foldername(name))[1] in (${myBrands}))`,
    );
  }
  // Own memberships are what the other policies need.
  const condition = hasNaivePolicy(table) ? `brand_id in (${myBrands})` : 'user_id = auth.uid()';
  return [`create policy naive on ${table} for select using (${condition})`];
}
