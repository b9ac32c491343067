import { z } from 'zod';
import type { AiModelsContext } from '../context.ts';
import { type AssetType, assetTypes } from '../database/brand-assets.ts';
import {
  type BrandPolicy,
  getBrandPolicy,
  type SubjectKind,
  subjectKinds,
} from '../database/brand-policy.ts';
import { AiModelsError, InputError } from '../errors/index.ts';
import { cutText } from '../shared/cut-text.ts';
import { mapConcurrently } from '../shared/map-concurrently.ts';
import { parseInput } from '../shared/parse-input.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { nameOfPicture, type PictureInput } from '../storage/picture-input.ts';
import type { PictureLimits } from '../storage/upload-training-data.ts';
import { type FailedPicture, UploadError } from './upload-error.ts';
import { type PictureToUpload, type UploadPlan, uploadPicture } from './upload-picture.ts';
import { toUploadedPicture, type UploadedPicture } from './uploaded-picture.ts';

/** Which pictures to upload. With a signal, pictures that are complete when it stops the upload stay. */
export interface UploadTrainingImagesOptions extends Stoppable {
  /** One picture or up to 1,000. */
  readonly files: PictureInput | readonly PictureInput[];
  /** In the order of the files; null or nothing where one has none. At most 2,000 characters each. */
  readonly captions?: readonly (string | null | undefined)[] | undefined;
  /** What people call them, in the order of the files. Default: what a File or source says, else `image-001`. */
  readonly names?: readonly (string | null | undefined)[] | undefined;
  /** What the pictures are for. Default `training_image`. */
  readonly assetType?: AssetType | undefined;
  /** Whether they may be trained with. Default `true`. */
  readonly isTrainingData?: boolean | undefined;
  /** Whose limits hold, where the brand has several. Default: the widest. */
  readonly subjectKind?: SubjectKind | undefined;
  /** Only for the system: whose pictures they are; needed where a brand's pictures are private. */
  readonly ownerId?: string | undefined;
  /** How many at a time, 1 to 16. Default 4. */
  readonly concurrency?: number | undefined;
  /** Told after each picture. */
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
}

/** How far an upload is. */
export interface UploadProgress {
  /** How many have been uploaded or have failed. */
  readonly done: number;
  /** How many of them have failed. */
  readonly failed: number;
  /** How many there are altogether. */
  readonly total: number;
  /** The picture that was just done. */
  readonly name: string;
}

/** What became of each picture. */
export interface UploadReport {
  /** Those that were, in the order of the files. */
  readonly uploaded: readonly UploadedPicture[];
  /** Those that were not uploaded, each with its reason, in the order of the files. */
  readonly failed: readonly FailedPicture[];
}

const optionsSchema = z.strictObject({
  files: z.custom((files) => files !== undefined && files !== null, 'Pass a picture, or a list of them.'),
  captions: z.array(z.string().max(2000).nullish()).max(1000).optional(),
  names: z.array(z.string().min(1).max(255).nullish()).max(1000).optional(),
  assetType: z.enum(assetTypes).default('training_image'),
  isTrainingData: z.boolean().default(true),
  subjectKind: z.enum(subjectKinds).optional(),
  ownerId: z.guid().optional(),
  concurrency: z.int().min(1).max(16).default(4),
});
const maximumFiles = 1000;

/**
 * Uploads pictures and gives their rows in the order of the files. They are `received` then, and `ready` when they have
 * been inspected.
 * @throws UploadError where some were not uploaded; it holds what became of each
 */
export async function uploadTrainingImages(
  context: AiModelsContext,
  options: UploadTrainingImagesOptions,
): Promise<UploadedPicture[]> {
  const { uploaded, failed } = await uploadEach(context, options);
  const [first, ...others] = failed;
  if (first) throw new UploadError(uploaded, [first, ...others]);
  return [...uploaded];
}

/** The same without throwing for a single picture. */
export async function uploadEach(
  context: AiModelsContext,
  options: UploadTrainingImagesOptions,
): Promise<UploadReport> {
  const { onProgress, signal, ...described } = options;
  const checked = parseInput(optionsSchema, described, { subject: 'The upload' });
  const pictures = toPictures(described.files, checked);
  const plan = { ...planUpload(context, await getBrandPolicy(context), checked), signal };
  const uploaded: { index: number; picture: UploadedPicture }[] = [];
  const failed: FailedPicture[] = [];
  await mapConcurrently(pictures, checked.concurrency, async (picture, index) => {
    const { name } = picture;
    try {
      uploaded.push({ index, picture: toUploadedPicture(await uploadPicture(context, plan, picture)) });
    } catch (error) {
      failed.push({ index, name, error: toKnownError(error) });
    }
    const done = uploaded.length + failed.length;
    onProgress?.({ done, failed: failed.length, total: pictures.length, name });
  });
  return { uploaded: uploaded.sort(byIndex).map(({ picture }) => picture), failed: failed.sort(byIndex) };
}

type CheckedOptions = z.output<typeof optionsSchema>;

function toPictures(
  files: UploadTrainingImagesOptions['files'],
  { captions = [], names = [] }: CheckedOptions,
): PictureToUpload[] {
  const inputs: readonly PictureInput[] = isList(files) ? files : [files];
  if (inputs.length === 0 || inputs.length > maximumFiles) {
    throw new AiModelsError({
      code: 'input_invalid',
      message: `An upload has 1 to ${maximumFiles} pictures; this one has ${inputs.length}.`,
      hint: inputs.length === 0 ? 'Pass at least one file.' : 'Upload them in several calls.',
    });
  }
  requireFewer({ captions, names }, inputs.length);
  return inputs.map((input, index) => ({
    input,
    name: names[index] ?? shorten(nameOfPicture(input)) ?? `image-${String(index + 1).padStart(3, '0')}`,
    caption: captions[index]?.trim() || null,
  }));
}

/** One that is left over belongs to a picture that is missing. */
function requireFewer(lists: Readonly<Record<string, readonly unknown[]>>, pictures: number): void {
  const problems = Object.entries(lists)
    .filter(([, list]) => list.length > pictures)
    .map(([path, list]) => ({
      path,
      message: `has ${list.length} entries for ${pictures} files`,
      fix: 'Pass at most one for each file, in their order.',
    }));
  if (problems.length > 0) throw new InputError({ subject: 'The upload', problems });
}

function planUpload(
  context: AiModelsContext,
  policy: BrandPolicy,
  { assetType, isTrainingData, subjectKind, ownerId }: CheckedOptions,
): Omit<UploadPlan, 'signal'> {
  const isSystem = context.actor === 'system';
  const owner = isSystem ? (ownerId ?? null) : context.userId;
  if (policy.visibility === 'owner' && owner === null) throw ownerMissing(context.brandId);
  if (!isSystem && ownerId !== undefined && ownerId !== owner) throw foreignOwner();
  return {
    limits: toLimits(policy, subjectKind),
    folderOwnerId: policy.visibility === 'owner' ? owner : null,
    row: {
      asset_type: assetType,
      is_training_data: isTrainingData,
      // People cannot send it: the database writes who they are.
      ...(isSystem && { user_id: owner }),
    },
  };
}

/** Of one kind of subject, or the widest: which kind a picture is for is often decided later. */
function toLimits({ subjects }: BrandPolicy, kind: SubjectKind | undefined): PictureLimits {
  if (kind) return subjects[kind];
  const all = Object.values(subjects);
  return {
    maximumFileBytes: Math.max(...all.map(({ maximumFileBytes }) => maximumFileBytes)),
    fileTypes: [...new Set(all.flatMap(({ fileTypes }) => fileTypes))],
  };
}

const isList = (files: UploadTrainingImagesOptions['files']): files is readonly PictureInput[] =>
  Array.isArray(files);

const byIndex = (one: { index: number }, other: { index: number }) => one.index - other.index;

const shorten = (name: string | null) => cutText(name?.split(/[/\\]/).at(-1) ?? '', 255) || null;

const toKnownError = (error: unknown): AiModelsError =>
  AiModelsError.isInstance(error)
    ? error
    : new AiModelsError({
        code: 'storage_failed',
        message: 'The picture could not be read.',
        hint: 'Check that the file is still there and can be read.',
        cause: error,
      });

const ownerMissing = (brandId: string) =>
  new AiModelsError({
    code: 'input_invalid',
    message: `The pictures of brand ${brandId} are private to people, and nobody is named.`,
    hint: 'Pass ownerId, the id of a member.',
  });

const foreignOwner = () =>
  new AiModelsError({
    code: 'not_allowed',
    message: 'People upload pictures of their own only.',
    hint: 'Leave out ownerId.',
  });
