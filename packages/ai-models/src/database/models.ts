import type { AiModelsContext, BrandScope } from '../context.ts';
import type { ModelType } from '../training/model-type.ts';
import { done, rowOf, rowsOf } from './answer.ts';
import type { Json, Tables } from './database.types.ts';
import type { Lease } from './leases.ts';
import { type Page, type PageOptions, pageOf } from './page.ts';

/** One version of a model as its row has it. */
export type ModelRow = Tables<'brand_models'>;
/** A word that stands for a version, as its row has it. */
export type AliasRow = Tables<'model_aliases'>;

/** Empty where the whole brand sees a model, or its owner: names and numbers count apart. */
export type OwnerScope = string;

/** Takes the next version of a name, for ever. */
export const reserveVersion = (
  { database }: BrandScope,
  { workId, fence }: Lease,
  name: string,
): Promise<number> => rowsOf(database.rpc('reserve_model_version', { job_id: workId, fence, name }));

/** What is known about weights that lie in our bucket. */
export interface NewModel {
  /** Without a version, such as `flux-lora`. */
  readonly name: string;
  /** The number that was reserved. */
  readonly version: number;
  /** Bucket and key of the weights. */
  readonly path: string;
  /** Of the weights, in hexadecimal digits. */
  readonly sha256: string;
  /** Of the weights. */
  readonly size_bytes: number;
  /** Of the LoRA, as its file says. */
  readonly rank: number;
  /** What the provider that trained it calls the model; null where it keeps none. */
  readonly provider_model: string | null;
  /** What that provider calls the version; null where it keeps none. */
  readonly provider_version: string | null;
}

/** Enters them as the version that was reserved; the first of a name is live at once. */
export const registerModel = (
  { database }: BrandScope,
  { workId, fence }: Lease,
  model: NewModel,
): Promise<string> =>
  rowsOf(database.rpc('register_model', { job_id: workId, fence, model: { ...model } as Json }));

/** A model of this brand by its row's id; null where this caller has none. */
export const findModelById = ({ database, brandId }: BrandScope, id: string): Promise<ModelRow | null> =>
  rowOf(database.from('brand_models').select('*').eq('brand_id', brandId).eq('id', id).maybeSingle());

/** Names and numbers count per owner, so what somebody else shares is called by its id. */
export const nameOfModel = (
  { id, slug, owner_scope }: Pick<ModelRow, 'id' | 'slug' | 'owner_scope'>,
  userId: string | null,
): string => (owner_scope === '' || userId === null || owner_scope === userId ? slug : id);

/** How a model is called in other calls, and by people. */
export interface ModelNames {
  readonly modelId: string;
  readonly name: string;
}

/** How some models are called, by their rows' ids; without those that the caller does not see. */
export async function findModelNames(
  { database, brandId, userId }: Pick<AiModelsContext, 'database' | 'brandId' | 'userId'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ModelNames>> {
  const rows = await rowsOf(
    database
      .from('brand_models')
      .select('id, slug, owner_scope, title')
      .eq('brand_id', brandId)
      .in('id', [...new Set(ids)]),
  );
  return new Map(
    rows.map((row) => {
      const modelId = nameOfModel(row, userId);
      return [row.id, { modelId, name: modelId === row.slug ? row.slug : (row.title ?? row.slug) }];
    }),
  );
}

/** The model that came of a training; null where none did. */
export const findModelOfJob = ({ database, brandId }: BrandScope, jobId: string): Promise<ModelRow | null> =>
  rowOf(database.from('brand_models').select('*').eq('brand_id', brandId).eq('job_id', jobId).maybeSingle());

/** By name and version; several only for the system, where people have private ones of the same name. */
export const listModelsByVersion = (
  { database, brandId }: BrandScope,
  { name, version }: { name: string; version: number },
): Promise<ModelRow[]> =>
  rowsOf(
    database.from('brand_models').select('*').eq('brand_id', brandId).eq('name', name).eq('version', version),
  );

/** What a word such as `live` stands for; several as above. */
export const listAliases = (
  { database, brandId }: BrandScope,
  { name, alias }: { name?: string; alias?: string } = {},
): Promise<AliasRow[]> => {
  const query = database.from('model_aliases').select('*').eq('brand_id', brandId);
  return rowsOf(query.match({ ...(name !== undefined && { name }), ...(alias !== undefined && { alias }) }));
};

/** Which models to list. */
export interface ModelFilter extends PageOptions {
  /** Without a version, such as `flux-lora`: all versions of it. */
  readonly name?: string | undefined;
  /** Of this base model. */
  readonly modelType?: ModelType | undefined;
  /** Retired ones too. Default `false`. */
  readonly includeRetired?: boolean | undefined;
  /** Only those that others share with the brand. Default `false`: they are among all that the caller may use. */
  readonly onlyShared?: boolean | undefined;
}

/** Newest first. */
export function listModels(
  { database, brandId, userId }: Pick<AiModelsContext, 'database' | 'brandId' | 'userId'>,
  filter: ModelFilter,
): Promise<Page<ModelRow>> {
  let query = database.from('brand_models').select('*').eq('brand_id', brandId);
  if (filter.name !== undefined) query = query.eq('name', filter.name);
  if (filter.modelType !== undefined) query = query.eq('base_model', filter.modelType);
  if (filter.onlyShared) query = query.not('shared_at', 'is', null).neq('owner_scope', userId ?? '');
  if (!filter.includeRetired) query = query.eq('status', 'ready');
  return pageOf(query, filter);
}

/** Every model in one folder: what `metadata.json` tells about. */
export const listModelsOfScope = (
  { database, brandId }: BrandScope,
  scope: OwnerScope,
): Promise<ModelRow[]> =>
  rowsOf(
    database
      .from('brand_models')
      .select('*')
      .eq('brand_id', brandId)
      .eq('owner_scope', scope)
      .order('created_at', { ascending: false })
      .limit(1000),
  );

/** Lets a word stand for another version. */
export async function putAlias(
  { database, brandId }: BrandScope,
  { name, alias, model }: { name: string; alias: string; model: ModelRow },
): Promise<void> {
  const moved = await rowsOf(
    database
      .from('model_aliases')
      .update({ model_id: model.id })
      .match({ brand_id: brandId, owner_scope: model.owner_scope, name, alias })
      .select('alias'),
  );
  if (moved.length > 0) return;
  await done(database.from('model_aliases').insert({ brand_id: brandId, name, alias, model_id: model.id }));
}

/** False where there is none that this caller may change. */
export async function setModelStatus(
  { database, brandId }: BrandScope,
  id: string,
  status: 'ready' | 'retired',
): Promise<boolean> {
  const changed = await rowsOf(
    database.from('brand_models').update({ status }).eq('brand_id', brandId).eq('id', id).select('id'),
  );
  return changed.length > 0;
}

/** Deletes the row; its file is noted for removal. False where there is none that this caller may delete. */
export async function removeModel({ database, brandId }: BrandScope, id: string): Promise<boolean> {
  const removed = await rowsOf(
    database.from('brand_models').delete().eq('brand_id', brandId).eq('id', id).select('id'),
  );
  return removed.length > 0;
}
