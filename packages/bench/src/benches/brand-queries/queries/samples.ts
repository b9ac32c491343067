import type pg from 'pg';
import { askedBrand } from '../people.ts';

const seenByAll = `brand_id = '${askedBrand}' and visibility = 'brand'`;
const inTheMiddle = (table: string) =>
  `from (select created_at, id from public.${table} where ${seenByAll} order by created_at, id
         offset (select count(*) / 2 from public.${table} where ${seenByAll}) limit 1) as middle`;

/** What the queries look for, and how it is found in a filled database. */
const sampleQueries = {
  job: {
    type: 'uuid',
    sql: `select id from public.lora_training_jobs where ${seenByAll} and status = 'completed' order by created_at desc, id desc limit 1`,
  },
  slug: {
    type: 'text',
    sql: `select slug from public.brand_models where ${seenByAll} order by created_at desc, id desc limit 1`,
  },
  assetTime: { type: 'timestamptz', sql: `select created_at::text ${inTheMiddle('brand_assets')}` },
  asset: { type: 'uuid', sql: `select id ${inTheMiddle('brand_assets')}` },
  imageTime: { type: 'timestamptz', sql: `select created_at::text ${inTheMiddle('generation_images')}` },
  image: { type: 'uuid', sql: `select id ${inTheMiddle('generation_images')}` },
  folder: { type: 'text', sql: `select '${askedBrand}/'` },
  file: {
    type: 'text',
    sql: `select substr(file_url, length('training-data/') + 1) from public.brand_assets where ${seenByAll} order by created_at desc, id desc limit 1`,
  },
} as const;

/** A value as text, and the type it is cast to. */
export interface Sample {
  value: string;
  type: string;
}

export async function readSamples(superuser: pg.Client): Promise<Map<string, Sample>> {
  const samples = new Map<string, Sample>();
  for (const [name, { type, sql }] of Object.entries(sampleQueries)) {
    const { rows } = await superuser.query({ text: sql, rowMode: 'array' });
    const value: unknown = rows[0]?.[0];
    if (typeof value !== 'string') throw new Error(`The filled database has no sample for :${name}.`);
    samples.set(name, { value, type });
  }
  return samples;
}
