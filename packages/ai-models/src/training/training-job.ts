import { type SubjectKind, toSubjectKind } from '../database/brand-policy.ts';
import { type JobRow, type JobStatus, statusOf } from '../database/training-jobs.ts';
import { type ModelType, toModelType } from './model-type.ts';
import { type Sharing, toSharing } from './sharing.ts';
import { readTrainingConfig, type TrainingConfig } from './training-config.ts';

/** A training, as callers get it. */
export interface TrainingJob {
  /** Names it in every other call. */
  readonly id: string;
  /** Whose it is. */
  readonly brandId: string;
  /** As its model is going to be called. */
  readonly name: string;
  /** In people's words. */
  readonly description: string | null;
  /** The base model. */
  readonly modelType: ModelType;
  /** What the pictures show: `style`, `character`, `product` or `person`. */
  readonly subjectKind: SubjectKind;
  /** Nothing more happens to it once it is `completed`, `failed` or `cancelled`. */
  readonly status: JobStatus;
  /** What happens inside of the state, as words for people. */
  readonly stage: string | null;
  /** 0 to 100; never goes down. */
  readonly progress: number;
  /** What calls the subject in a prompt; null until it is decided. */
  readonly triggerWord: string | null;
  /** Complete; null where the row holds none that this version can read. */
  readonly config: TrainingConfig | null;
  /** The pictures that it learns from. */
  readonly trainingAssetIds: readonly string[];
  /** The brand's own fields. */
  readonly metadata: unknown;
  /** Who trains it, such as `replicate`; null until it is sent. */
  readonly provider: string | null;
  /** What the provider calls its run. */
  readonly providerJobId: string | null;
  /** Why it failed: a word for programs, and sentences for people, of which the last says what to do. */
  readonly error: { readonly code: string; readonly message: string } | null;
  /** Bucket and key of the weights, once they are stored. */
  readonly modelUrl: string | null;
  /** How far its model is shared with the brand by its owner; null where it is not, or where the whole brand sees it anyway. */
  readonly sharing: Sharing | null;
  /** Buckets and keys of pictures that were painted on the way. */
  readonly sampleImageUrls: readonly string[];
  /** The job that this one tries again. */
  readonly retryOf: string | null;
  /** When it is expected to end, as ISO 8601 like all times here. */
  readonly estimatedCompletion: string | null;
  /** What it was expected to cost. */
  readonly estimatedCostUsd: number | null;
  /** What it cost; null until it is known. */
  readonly costUsd: number | null;
  /** How long it ran at the provider. */
  readonly gpuSeconds: number | null;
  /** When somebody wanted it to end. */
  readonly cancelRequestedAt: string | null;
  /** When it was asked for. */
  readonly createdAt: string;
  /** When work on it began. */
  readonly startedAt: string | null;
  /** When it ended. */
  readonly completedAt: string | null;
  /** When it was taken off the lists. */
  readonly deletedAt: string | null;
}

/** A row as callers get it. */
export const toTrainingJob = (row: JobRow): TrainingJob => ({
  id: row.id,
  brandId: row.brand_id,
  name: row.name,
  description: row.description,
  modelType: toModelType(row.model_type),
  subjectKind: toSubjectKind(row.subject_kind),
  status: statusOf(row),
  stage: row.stage,
  progress: row.progress,
  triggerWord: row.trigger_word,
  config: readTrainingConfig(row.training_config),
  trainingAssetIds: row.training_asset_ids,
  metadata: row.metadata,
  provider: row.provider,
  providerJobId: row.provider_job_id,
  error: row.error_code === null ? null : { code: row.error_code, message: row.error_message ?? '' },
  // Noted before the file is stored, so that a crash loses nothing; not true before the end.
  modelUrl: row.status === 'completed' ? row.model_url : null,
  sharing: toSharing(row.sharing),
  sampleImageUrls: row.sample_images_urls,
  retryOf: row.retry_of,
  estimatedCompletion: row.estimated_completion,
  estimatedCostUsd: row.estimated_cost_usd,
  costUsd: row.cost_usd,
  gpuSeconds: row.gpu_seconds,
  cancelRequestedAt: row.cancel_requested_at,
  createdAt: row.created_at,
  startedAt: row.started_at,
  completedAt: row.completed_at,
  deletedAt: row.deleted_at,
});
