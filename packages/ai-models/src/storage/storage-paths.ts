import type { z } from 'zod';
import { AiModelsError } from '../errors/index.ts';
import { isBrandId, toBrandId } from '../shared/brand-id.ts';
import { cutText } from '../shared/cut-text.ts';
import { isUuid } from '../shared/uuid.ts';

export { safeFileName } from './safe-file-name.ts';

/** A key inside of a bucket that was built or checked here: it begins with its brand and leads nowhere else. */
export type StorageKey = string & z.$brand<'StorageKey'>;

/** The private buckets of a project. */
export const buckets = [
  'training-data',
  'models',
  'generated-content',
  'brand-documents',
  'archives',
] as const;
/** One of the buckets. */
export type Bucket = (typeof buckets)[number];

/** Whose file it is. */
export interface KeyOwner {
  /** The brand: the first part of every key. */
  readonly brandId: string;
  /** The person who alone may see it; null where the whole brand may. */
  readonly ownerId: string | null;
}

/** A file as a row names it. */
export interface RowPath {
  /** The first part. */
  readonly bucket: Bucket;
  /** Everything behind the bucket. */
  readonly key: StorageKey;
}

/** What we name ourselves: nothing that a shell, an address or an eye could take for something else. */
const ownPartForm = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,126}[A-Za-z0-9_-])?$/;
/** What storage takes: people may have uploaded by other means than ours. */
const storedPartForm = /^[A-Za-z0-9_!.*'() &$@=;:+,?-]+$/;
const maximumKeyLength = 512;

/** In `training-data`. The file name is one that {@link safeFileName} made, or as plain. */
export const trainingDataKey = ({ fileName, ...owner }: KeyOwner & { fileName: string }): StorageKey =>
  buildKey(owner, fileName);

/** In `brand-documents`. */
export const documentKey = ({ fileName, ...owner }: KeyOwner & { fileName: string }): StorageKey =>
  buildKey(owner, fileName);

/** In `models`: the weights of one version. */
export function modelKey({
  name,
  version,
  ...owner
}: KeyOwner & { name: string; version: number }): StorageKey {
  if (!isModelName(name)) {
    throw refusal(
      `A model cannot be called ${quote(name)}.`,
      'Use up to 61 lower-case letters, digits and hyphens.',
    );
  }
  return buildKey(owner, `${name}-v${count(version, 1)}.safetensors`);
}

/** Whether a model may be called so, without its version. */
export const isModelName = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,60}$/.test(text);

/** In `models`: what is in the folder, written from the rows. */
export const modelMetadataKey = (owner: KeyOwner): StorageKey => buildKey(owner, 'metadata.json');

/** In `generated-content`: one picture. The same time and id give the same key. */
export const generationKey = ({
  now,
  id,
  extension,
  ...owner
}: KeyOwner & { now: Date; id: string; extension: string }): StorageKey =>
  buildKey(owner, `${timestamp(now)}-${uuid(id)}.${fileExtension(extension)}`);

/** In `generated-content`: a picture that a trainer painted on its way. */
export const sampleKey = ({
  jobId,
  step,
  index,
  extension,
  ...owner
}: KeyOwner & { jobId: string; step: number; index: number; extension: string }): StorageKey =>
  buildKey(
    owner,
    'samples',
    `${uuid(jobId)}-${String(count(step, 0)).padStart(6, '0')}-${count(index, 0)}.${fileExtension(extension)}`,
  );

/** In the bucket of the picture that it shows; `id` is the picture's. */
export const thumbnailKey = ({ id, ...owner }: KeyOwner & { id: string }): StorageKey =>
  buildKey(owner, 'thumbnails', `${uuid(id)}.webp`);

/** In `archives`: the zip of one snapshot, found again by what is in it. */
export function archiveKey({ brandId, rootHash }: { brandId: string; rootHash: string }): StorageKey {
  if (!/^[0-9a-f]{64}$/.test(rootHash)) throw refusal('An archive is named by the SHA-256 of what is in it.');
  return buildKey({ brandId, ownerId: null }, `${rootHash}.zip`);
}

/** In `archives`: where a trainer or painter of ours delivers a run, before it is checked. */
export const incomingKey = ({
  runKey,
  fileName,
  ...owner
}: KeyOwner & { runKey: string; fileName: string }): StorageKey =>
  buildKey(owner, 'incoming', runKey, fileName);

/** Bucket and key, as rows hold them. */
export const toRowPath = (bucket: Bucket, key: StorageKey): string => `${bucket}/${key}`;

/** Bucket and key as part of an address, with every letter escaped that means something there. */
export const toUrlPath = (bucket: Bucket, key: StorageKey): string =>
  [bucket, ...key.split('/')].map(encodeURIComponent).join('/');

/** Takes apart what a row holds. @throws AiModelsError `path_invalid` */
export function parseRowPath(text: string): RowPath {
  const bucket = buckets.find((name) => text.startsWith(`${name}/`));
  const key = text.slice((bucket?.length ?? 0) + 1);
  if (bucket && isStorageKey(key)) return { bucket, key };
  throw refusal(`${quote(text)} names no file.`, 'Pass bucket, brand and file, as a row has them.');
}

/** @throws AiModelsError `path_invalid`, without saying whose file it is */
export function assertOwnKey(key: string, brandId: string): asserts key is StorageKey {
  // With the slash, so that acme is not acme2.
  if (isStorageKey(key) && key.startsWith(`${toBrandId(brandId)}/`)) return;
  throw refusal(`That is no file of brand ${brandId}.`, 'Pass a file of the brand that the call is for.');
}

function isStorageKey(key: string): key is StorageKey {
  const [brandId = '', ...parts] = key.split('/');
  return (
    key.length <= maximumKeyLength &&
    isBrandId(brandId) &&
    parts.length > 0 &&
    parts.every((part) => storedPartForm.test(part) && part !== '.' && part !== '..')
  );
}

function buildKey({ brandId, ownerId }: KeyOwner, ...parts: [string, ...string[]]): StorageKey {
  const foreign = parts.find((part) => !ownPartForm.test(part));
  if (foreign !== undefined) {
    throw refusal(
      `A file cannot be called ${quote(foreign)}.`,
      'Use up to 128 Latin letters, digits, dots, hyphens and underscores, or a name made by safeFileName.',
    );
  }
  if (ownerId === null && isUuid(parts[0])) {
    throw refusal('A file that a whole brand may see cannot be named like the folder of a person.');
  }
  const owner = ownerId === null ? [] : [uuid(ownerId)];
  const key = [toBrandId(brandId), ...owner, ...parts].join('/');
  if (isStorageKey(key)) return key;
  throw refusal(`A key of ${key.length} characters is too long.`, `Keep to ${maximumKeyLength}.`);
}

function uuid(text: string): string {
  if (isUuid(text)) return text.toLowerCase();
  throw refusal(`${quote(text)} is no id.`, 'Pass a uuid.');
}

function count(value: number, minimum: number): number {
  if (Number.isSafeInteger(value) && value >= minimum) return value;
  throw refusal(`${value} cannot be part of a file's name.`, `Pass a whole number from ${minimum}.`);
}

function fileExtension(text: string): string {
  if (/^[a-z0-9]{1,12}$/.test(text)) return text;
  throw refusal(`${quote(text)} is no file extension.`, 'Pass one like png, without the dot.');
}

/** `2024-12-04-101530`, in UTC. */
function timestamp(now: Date): string {
  if (Number.isNaN(now.getTime()) || now.getUTCFullYear() > 9999 || now.getUTCFullYear() < 0) {
    throw refusal('That is no time to name a file by.');
  }
  return now.toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '');
}

const quote = (text: string) => JSON.stringify(cutText(String(text), 80));

const refusal = (message: string, hint?: string) =>
  new AiModelsError({ code: 'path_invalid', message, ...(hint && { hint }) });
