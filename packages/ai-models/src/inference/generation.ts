import {
  type GenerationRow,
  type GenerationStatus,
  generationStatusOf,
  type ImageRow,
} from '../database/generations.ts';

/** A picture that was made. */
export interface GeneratedImage {
  /** Of its row. */
  readonly id: string;
  /** Its place among those of the generation, from 0. */
  readonly position: number;
  /** Bucket and key of the file; never an address. */
  readonly path: string;
  /** The same of a small copy; null where there is none. */
  readonly thumbnailPath: string | null;
  /** Signed for five minutes; empty where it could not be signed. */
  readonly url: string;
  /** The same of the small copy; null where there is none, or it could not be signed. */
  readonly thumbnailUrl: string | null;
  /** Such as `image/png`. */
  readonly contentType: string;
  /** In pixels. */
  readonly width: number | null;
  /** In pixels. */
  readonly height: number | null;
  /** Of the file. */
  readonly sizeBytes: number | null;
  /** Of the file, in hexadecimal digits. */
  readonly sha256: string | null;
  /** The seed of the request, the same for all of its pictures: it repeats the request, not one picture of several. */
  readonly seed: number | null;
  /** What somebody thought of it. */
  readonly rating: number | null;
  /** Whether somebody wants to keep it: then no clean-up removes it. */
  readonly isStarred: boolean;
}

/** One request for pictures, and what came of it. */
export interface Generation {
  /** Names it in every other call. */
  readonly id: string;
  /** Whose it is. */
  readonly brandId: string;
  /** Nothing more happens to it once it is `completed`, `failed` or `cancelled`. */
  readonly status: GenerationStatus;
  /** 0 to 100. */
  readonly progress: number;
  /** The model that paints, such as `flux-lora-v1`; the id of its row where the caller does not see it. */
  readonly modelId: string;
  /** What people call it; null where the caller does not see it, as where somebody took theirs back. */
  readonly modelName: string | null;
  /** The model that paints along with it, called in the same way; null where there is none. */
  readonly secondModelId: string | null;
  /** What people call that one. */
  readonly secondModelName: string | null;
  /** As it was asked for; trigger words are put in when it is sent. */
  readonly prompt: string;
  /** As they are stored: complete, its seed among them. */
  readonly settings: unknown;
  /** How many were asked for; a safety filter may leave fewer. */
  readonly requestedImages: number;
  /** In order; empty until they are stored. */
  readonly images: readonly GeneratedImage[];
  /** Why it failed: a word for programs, and sentences for people, of which the last says what to do. */
  readonly error: { readonly code: string; readonly message: string } | null;
  /** Null until it is known. */
  readonly costUsd: number | null;
  /** When somebody wanted it to end, as ISO 8601 like all times here. */
  readonly cancelRequestedAt: string | null;
  /** When it was asked for. */
  readonly createdAt: string;
  /** When it ended. */
  readonly completedAt: string | null;
}

/** How one of its models is called. */
export interface PaintingModel {
  readonly modelId: string;
  /** Null where the caller does not see it. */
  readonly name: string | null;
}

/** A row as callers get it, with the name of its model and its pictures. */
export const toGeneration = (
  row: GenerationRow,
  {
    models: [main, second],
    images,
  }: Pick<Generation, 'images'> & { readonly models: readonly [PaintingModel, PaintingModel | null] },
): Generation => ({
  id: row.id,
  brandId: row.brand_id,
  status: generationStatusOf(row),
  progress: row.progress,
  modelId: main.modelId,
  modelName: main.name,
  secondModelId: second?.modelId ?? null,
  secondModelName: second?.name ?? null,
  prompt: row.prompt,
  settings: row.settings,
  requestedImages: row.image_count,
  images,
  error: row.error_code === null ? null : { code: row.error_code, message: row.error_message ?? '' },
  costUsd: row.cost_usd,
  cancelRequestedAt: row.cancel_requested_at,
  createdAt: row.created_at,
  completedAt: row.completed_at,
});

/** Addresses that were signed together. */
export interface SignedPaths {
  /** The address for a path; undefined where it could not be signed. */
  get(path: string): string | undefined;
}

/** A picture as callers get it, with its signed addresses. */
export const toGeneratedImage = (row: ImageRow, urls: SignedPaths): GeneratedImage => ({
  id: row.id,
  position: row.position,
  path: row.path,
  thumbnailPath: row.thumbnail_path,
  url: urls.get(row.path) ?? '',
  thumbnailUrl: row.thumbnail_path === null ? null : (urls.get(row.thumbnail_path) ?? null),
  contentType: row.content_type,
  width: row.width,
  height: row.height,
  sizeBytes: row.size_bytes,
  sha256: row.sha256,
  seed: row.seed,
  rating: row.rating,
  isStarred: row.is_starred,
});
