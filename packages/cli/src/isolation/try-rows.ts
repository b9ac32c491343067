import type { PostgrestError } from '@supabase/supabase-js';
import type { ThrowAwayWorld } from './throw-away-brands.ts';
import type { Actor } from './throw-away-people.ts';
import type { Trial } from './trial.ts';

/** A change that people of the brand may make, where there is one: another would be refused for its column alone. */
const changes: Readonly<Record<string, Record<string, unknown>>> = {
  brand_assets: { name: 'taken' },
  brand_users: { role: 'viewer' },
  lora_training_jobs: { name: 'taken' },
  brand_models: { status: 'retired' },
  generations: { cancel_requested_at: new Date(0).toISOString() },
  generation_images: { rating: 1 },
};

/** Each verb on each table by each stranger, on the rows of the brand. */
export async function tryRows(world: ThrowAwayWorld, trial: Trial, tables: readonly string[]): Promise<void> {
  for (const table of tables) {
    // Nobody of them should get anywhere, so none is in another's way.
    await Promise.all(world.strangers.map((stranger) => tryTable(world, trial, table, stranger)));
  }
}

async function tryTable(
  { brandId, files }: ThrowAwayWorld,
  trial: Trial,
  table: string,
  { name: who, client }: Actor,
): Promise<void> {
  const column = table === 'brands' ? 'id' : 'brand_id';
  const expectRefused = (how: string, done: string | null) =>
    trial.expectRefused({ who, what: table, how }, done);

  const own = await client.from(table).select('*').eq(column, brandId).limit(1);
  expectRefused('read its rows', rowsIn(own));
  const all = await client.from(table).select('*').limit(1000);
  expectRefused('read everything', JSON.stringify(all.data ?? '').includes(brandId) ? 'saw the brand' : null);

  const change = changes[table] ?? { [column]: brandId };
  const updated = await client.from(table).update(change, { count: 'exact' }).eq(column, brandId);
  expectRefused('change its rows', changedRows(updated));
  const removed = await client.from(table).delete({ count: 'exact' }).eq(column, brandId);
  expectRefused('delete its rows', changedRows(removed));
  const row = newRow(table, brandId, files[0]?.key ?? '');
  const added = await client.from(table).insert(row);
  expectRefused('add a row', added.error ? null : 'added one');
}

const rowsIn = ({ data }: { data: unknown[] | null }) =>
  data && data.length > 0 ? `read ${data.length}` : null;

const changedRows = ({ error, count }: { error: PostgrestError | null; count: number | null }) =>
  error === null && count !== null && count > 0 ? `reached ${count}` : null;

/** As complete as it takes to be refused for its brand and not for what is missing. */
function newRow(table: string, brandId: string, key: string): Record<string, unknown> {
  if (table === 'brands') return { id: `${brandId}-x`, name: 'Taken' };
  if (table === 'brand_assets')
    return { brand_id: brandId, name: 'taken', file_url: `training-data/${key}x` };
  if (table === 'brand_documents') {
    return { brand_id: brandId, name: 'taken', path: `brand-documents/${brandId}/taken.txt` };
  }
  return { brand_id: brandId };
}
