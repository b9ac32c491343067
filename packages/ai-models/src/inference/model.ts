import type { AliasRow, ModelRow } from '../database/models.ts';
import { type ModelType, toModelType } from '../training/model-type.ts';

/** One version of a trained model, as callers get it. */
export interface BrandModel {
  /** Of its row; calls take it too. */
  readonly id: string;
  /** Whose it is. */
  readonly brandId: string;
  /** As calls name it, such as `flux-lora-v1`. */
  readonly modelId: string;
  /** Without a version, such as `flux-lora`. */
  readonly name: string;
  /** From 1; a number is never given twice. */
  readonly version: number;
  /** The base model. */
  readonly modelType: ModelType;
  /** The training that it came of, while that is there. */
  readonly jobId: string | null;
  /** What calls its subject in a prompt. */
  readonly triggerWord: string | null;
  /** Of the LoRA, as its file says. */
  readonly rank: number | null;
  /** Of the weights. */
  readonly sizeBytes: number;
  /** Of the weights, in hexadecimal digits. */
  readonly sha256: string;
  /** Bucket and key of the weights. */
  readonly path: string;
  /** A retired one paints no more, and can be restored. */
  readonly status: 'ready' | 'retired';
  /** Words that stand for this version, such as `live`. */
  readonly aliases: readonly string[];
  /** When a picture that it was trained on was deleted. */
  readonly sourcesDeletedAt: string | null;
  /** The brand's own fields, as they were passed to the training. */
  readonly metadata: unknown;
  /** When it was entered, as ISO 8601. */
  readonly createdAt: string;
}

/** A row as callers get it, with the words that stand for it. */
export const toBrandModel = (row: ModelRow, aliases: readonly AliasRow[]): BrandModel => ({
  id: row.id,
  brandId: row.brand_id,
  modelId: row.slug,
  name: row.name,
  version: row.version,
  modelType: toModelType(row.base_model),
  jobId: row.job_id,
  triggerWord: row.trigger_word,
  rank: row.rank,
  sizeBytes: row.size_bytes,
  sha256: row.sha256,
  path: row.path,
  status: row.status === 'retired' ? 'retired' : 'ready',
  aliases: aliases.filter(({ model_id }) => model_id === row.id).map(({ alias }) => alias),
  sourcesDeletedAt: row.sources_deleted_at,
  metadata: row.metadata,
  createdAt: row.created_at,
});
