import type { BrandQuery } from './brand-query.ts';

const newestFirst = 'order by created_at desc, id desc';
const jobColumns =
  'id, brand_id, name, model_type, status, stage, progress, cost_usd, created_at, completed_at';
const openStates = `('pending', 'uploading', 'queued', 'training', 'saving')`;
/** A page after a row, in the form that PostgREST can express; it has no comparison of whole rows. */
const after = (time: string, id: string) =>
  `created_at <= :${time} and (created_at < :${time} or id < :${id})`;

/** Every question that a page of the product asks of a table that grows with its brands. */
export const brandQueries: readonly BrandQuery[] = [
  {
    name: 'newest trainings',
    table: 'public.lora_training_jobs',
    columns: jobColumns,
    tail: `${newestFirst} limit 20`,
    clientFilters: ['brand'],
    visible: 'row',
  },
  {
    name: 'all trainings',
    table: 'public.lora_training_jobs',
    columns: jobColumns,
    tail: `${newestFirst} limit 1000`,
    clientFilters: ['none'],
    visible: 'row',
  },
  {
    name: 'one training',
    table: 'public.lora_training_jobs',
    columns: '*',
    where: 'id = :job',
    clientFilters: ['brand', 'none'],
    visible: 'row',
  },
  {
    name: 'open trainings',
    table: 'public.lora_training_jobs',
    columns: jobColumns,
    where: `status in ${openStates}`,
    tail: newestFirst,
    clientFilters: ['brand', 'none'],
    visible: 'row',
  },
  {
    name: 'next pictures',
    table: 'public.brand_assets',
    columns: 'id, brand_id, name, file_url, thumbnail_url, status, created_at',
    where: after('assetTime', 'asset'),
    tail: `${newestFirst} limit 50`,
    clientFilters: ['brand', 'none'],
    visible: 'row',
  },
  {
    name: 'count of pictures',
    table: 'public.brand_assets',
    columns: 'count(*)',
    clientFilters: ['brand'],
    visible: 'row',
  },
  {
    name: 'models',
    table: 'public.brand_models',
    columns: 'id, brand_id, slug, base_model, status, created_at',
    tail: `${newestFirst} limit 50`,
    clientFilters: ['brand', 'none'],
    visible: 'row',
  },
  {
    name: 'model by its id',
    table: 'public.brand_models',
    columns: '*',
    where: 'slug = :slug',
    clientFilters: ['brand', 'none'],
    visible: 'row',
  },
  {
    name: 'newest generations',
    table: 'public.generations',
    columns: 'id, brand_id, prompt, status, progress, image_count, created_at',
    tail: `${newestFirst} limit 20`,
    clientFilters: ['brand', 'none'],
    visible: 'row',
  },
  {
    name: 'next of gallery',
    table: 'public.generation_images',
    columns: 'id, brand_id, generation_id, path, thumbnail_path, rating, is_starred, created_at',
    where: after('imageTime', 'image'),
    tail: `${newestFirst} limit 60`,
    clientFilters: ['brand', 'none'],
    visible: 'row',
  },
  {
    name: 'events of a training',
    table: 'public.training_events',
    columns: '*',
    where: 'job_id = :job',
    tail: 'order by id',
    clientFilters: ['brand', 'none'],
    visible: 'row',
  },
  {
    name: 'files of a folder',
    table: 'storage.objects',
    columns: 'id, name, created_at, metadata',
    where: `bucket_id = 'training-data' and starts_with(name, :folder)`,
    tail: 'order by name limit 100',
    clientFilters: ['none'],
    visible: 'file',
  },
  {
    name: 'one file',
    table: 'storage.objects',
    columns: '*',
    where: `bucket_id = 'training-data' and name = :file`,
    clientFilters: ['none'],
    visible: 'file',
  },
  {
    name: 'members',
    table: 'public.brand_users',
    columns: 'user_id, brand_id, role, created_at',
    tail: 'order by created_at, user_id, brand_id',
    clientFilters: ['brand', 'none'],
    visible: 'all',
  },
];
