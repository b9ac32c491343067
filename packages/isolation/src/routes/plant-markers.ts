import { connect, type TestStack } from '@act/local-stack/testing';
import type { Actor } from '../actors/actors.ts';
import { brands, memberOf, people } from '../world/people.ts';
import type { Visibility } from '../world/seed.ts';

const markerOf = (brandId: string, visibility: Visibility) =>
  `marker-${brands.indexOf(brandId)}-${visibility}`;

/** Where people, trainers and vendors write what others are not to read. */
const fields: Readonly<Record<string, readonly string[]>> = {
  brand_assets: ['name', 'training_caption'],
  lora_training_jobs: ['name', 'description', 'error_message'],
  training_events: ['message'],
  generations: ['prompt'],
  brand_documents: ['name'],
};

/** A file keeps its form; and it has to be there for its address to be told. */
const markFiles = `
  update public.brand_assets set file_url = regexp_replace(file_url, '([^/]+)$', $2 || '-\\1')
  where brand_id = $1 and visibility = $3 and file_url not like '%' || $2 || '-%'`;
const addFiles = `
  insert into storage.objects (bucket_id, name)
  select 'training-data', substr(file_url, length('training-data/') + 1) from public.brand_assets
  where brand_id = $1 on conflict do nothing`;
/** As if they had been looked into. */
const inspect = `
  update public.brand_assets set sha256 = encode(sha256(convert_to(file_url, 'UTF8')), 'hex'), width = 1024, height = 1024
  where brand_id = $1 and status = 'ready'`;
/** A training makes one model; the seed has two, for names. */
const separate = `
  update public.brand_models as model set job_id = job.id from public.lora_training_jobs as job
  where model.brand_id = $1 and model.name = 'spare' and job.brand_id = $1 and job.status = 'training'
    and job.visibility = model.visibility`;

/** Writes a text of its own into the rows of every brand, of both visibilities, so that whoever gets it has seen them. */
export async function plantMarkers({ database }: TestStack): Promise<void> {
  await using client = await connect(database.superuser);
  // No trigger is asked: what is finished is not written any more.
  await client.query('set session_replication_role = replica');
  for (const brandId of brands) {
    await client.query('update public.brands set name = $2 where id = $1', [
      brandId,
      markerOf(brandId, 'brand'),
    ]);
    for (const visibility of ['brand', 'owner'] as const) {
      const marker = markerOf(brandId, visibility);
      for (const [table, columns] of Object.entries(fields)) {
        const isEvent = table === 'training_events';
        const values = columns.map((column) => `${column} = '${marker}'`).join(', ');
        const where = isEvent
          ? `job_id in (select id from public.lora_training_jobs where brand_id = $1 and visibility = $2)`
          : `brand_id = $1 and visibility = $2`;
        await client.query(`update public.${table} set ${values} where ${where}`, [brandId, visibility]);
      }
      await client.query(markFiles, [brandId, marker, visibility]);
    }
    for (const sql of [inspect, addFiles, separate]) await client.query(sql, [brandId]);
  }
}

/**
 * The texts that somebody must not get: of brands that they are not in, of brands that they do not ask about, and of what
 * is another's alone.
 */
export function forbiddenTexts(actor: Actor | null, askedFor: string | null): string[] {
  const isAbout = (brandId: string) =>
    actor?.roles[brandId] !== undefined && (askedFor === null || askedFor === brandId);
  const markers = brands.flatMap((brandId) => [
    ...(isAbout(brandId) ? [] : [markerOf(brandId, 'brand')]),
    ...(isAbout(brandId) && memberOf(brandId).id === actor?.userId ? [] : [markerOf(brandId, 'owner')]),
  ]);
  const strangers = Object.values(people)
    .filter(({ roles }) => !Object.keys(roles).some((brandId) => actor?.roles[brandId] !== undefined))
    .filter(({ id }) => id !== actor?.userId);
  // Whole, for one is the end of another.
  return [...markers, ...strangers.map(({ email }) => `"${email}"`)];
}

/** What a member of a brand must get to see, so that not finding the others' means something. */
export const ownText = (brandId: string): string => markerOf(brandId, 'brand');
