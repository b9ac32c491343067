import { z } from 'zod';
import { AiModelsError } from '../errors/index.ts';
import { type PictureType, pictureTypes } from '../shared/picture-type.ts';
import { rowsOf } from './answer.ts';

/** What a model can be trained on, in `lora_training_jobs.subject_kind`. */
export const subjectKinds = ['style', 'character', 'product', 'person'] as const;
/** What pictures show: `style`, `character`, `product` or `person`. */
export type SubjectKind = (typeof subjectKinds)[number];

/** @throws AiModelsError for a word that this version does not know */
export function toSubjectKind(text: string): SubjectKind {
  const known = subjectKinds.find((one) => one === text);
  if (known) return known;
  throw new AiModelsError({
    code: 'database_failed',
    message: `This version does not know what "${text}" pictures show.`,
    hint: 'Update this package.',
  });
}

/** A brand's rules for the pictures of one kind of subject. */
interface SubjectPolicy {
  /** Fewer pictures do not train. */
  readonly minimumImages: number;
  /** Fewer need attention. */
  readonly recommendedImages: number;
  /** More pictures do not train. */
  readonly maximumImages: number;
  /** The largest picture, in bytes. */
  readonly maximumFileBytes: number;
  readonly fileTypes: readonly PictureType[];
}

/** What a brand asks of pictures and trainings, complete. */
export interface BrandPolicy {
  /** `owner`: a new picture is seen by the person alone who added it. */
  readonly visibility: 'brand' | 'owner';
  /** By what the pictures show. */
  readonly subjects: Readonly<Record<SubjectKind, SubjectPolicy>>;
  /** From how many pictures on a training may choose them by itself. */
  readonly autoDetectThreshold: number;
}

const subjectSchema = z
  .object({
    minimum_images: z.number(),
    recommended_images: z.number(),
    maximum_images: z.number(),
    maximum_file_bytes: z.number(),
    file_types: z.array(z.string()).catch([...pictureTypes]),
  })
  .transform(
    (row): SubjectPolicy => ({
      minimumImages: row.minimum_images,
      recommendedImages: row.recommended_images,
      maximumImages: row.maximum_images,
      maximumFileBytes: row.maximum_file_bytes,
      fileTypes: pictureTypes.filter((type) => row.file_types.includes(type)),
    }),
  );

const policySchema = z
  .object({
    // Where it is not known who may see pictures, nobody else does.
    visibility: z.enum(['brand', 'owner']).catch('owner'),
    subjects: z.record(z.enum(subjectKinds), subjectSchema),
    auto_detect_threshold: z.number(),
  })
  .transform(
    ({ auto_detect_threshold: autoDetectThreshold, ...policy }): BrandPolicy => ({
      ...policy,
      autoDetectThreshold,
    }),
  );

/** What is asked of a client of Supabase, said here: its own types want those of Node. */
interface PolicyScope {
  readonly database: {
    rpc(
      name: 'get_brand_policy',
      options: { brand_id: string },
    ): PromiseLike<{ data: unknown; error: unknown; status: number }>;
  };
  readonly brandId: string;
}

/** The policy of the caller's brand; the database fills in what the brand does not say. @throws AiModelsError `brand_not_allowed` */
export async function getBrandPolicy({ database, brandId }: PolicyScope): Promise<BrandPolicy> {
  return policySchema.parse(await rowsOf(database.rpc('get_brand_policy', { brand_id: brandId })));
}
