import { type SubjectKind, toSubjectKind } from '../database/brand-policy.ts';
import { type AliasRow, type ModelRow, nameOfModel } from '../database/models.ts';
import { type ModelType, toModelType } from '../training/model-type.ts';

/** What the brand learns of somebody's own model that they share with it. */
export interface SharedModel {
  /** Since when, as ISO 8601. */
  readonly sharedAt: string;
  /** Whether the caller shares it. */
  readonly isMine: boolean;
  /** What its owner calls it. */
  readonly name: string;
  /** In people's words. */
  readonly description: string | null;
  /** What its pictures show. */
  readonly subjectKind: SubjectKind;
  /** Pictures that its trainer painted, each with an address that is good for five minutes. */
  readonly samples: readonly { readonly path: string; readonly url: string }[];
}

/** One version of a trained model, as callers get it. */
export interface BrandModel {
  /** Of its row; calls take it too. */
  readonly id: string;
  /** Whose it is. */
  readonly brandId: string;
  /** As calls name it, such as `flux-lora-v1`; the id of its row where somebody else shares it: names count per owner. */
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
  /** What the provider that trained it calls the model; null where it keeps none. */
  readonly providerModel: string | null;
  /** What that provider calls the version; null where it keeps none. */
  readonly providerVersion: string | null;
  /** What the brand may know of a private model that its owner shares; null for every other. */
  readonly shared: SharedModel | null;
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

/** What belongs to a row in the eyes of one caller. */
export interface ModelView {
  /** Words that stand for versions. */
  readonly aliases: readonly AliasRow[];
  /** Who looks; null for the system. */
  readonly userId: string | null;
  /** Signed addresses, by path. */
  readonly urls: { get(path: string): string | undefined };
}

/** A row as callers get it. */
export const toBrandModel = (row: ModelRow, { aliases, userId, urls }: ModelView): BrandModel => ({
  id: row.id,
  brandId: row.brand_id,
  modelId: nameOfModel(row, userId),
  name: row.name,
  version: row.version,
  modelType: toModelType(row.base_model),
  jobId: row.job_id,
  triggerWord: row.trigger_word,
  rank: row.rank,
  sizeBytes: row.size_bytes,
  sha256: row.sha256,
  path: row.path,
  providerModel: row.provider_model,
  providerVersion: row.provider_version,
  shared: toShared(row, { userId, urls }),
  status: row.status === 'retired' ? 'retired' : 'ready',
  aliases: aliases.filter(({ model_id }) => model_id === row.id).map(({ alias }) => alias),
  sourcesDeletedAt: row.sources_deleted_at,
  metadata: row.metadata,
  createdAt: row.created_at,
});

const toShared = (row: ModelRow, { userId, urls }: Omit<ModelView, 'aliases'>): SharedModel | null =>
  row.shared_at === null
    ? null
    : {
        sharedAt: row.shared_at,
        isMine: row.user_id !== null && row.user_id === userId,
        name: row.title ?? row.slug,
        description: row.description,
        subjectKind: toSubjectKind(row.subject_kind ?? 'style'),
        samples: row.sample_paths.flatMap((path) => {
          const url = urls.get(path);
          return url === undefined ? [] : [{ path, url }];
        }),
      };
