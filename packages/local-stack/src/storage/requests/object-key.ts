import { refusals } from '../errors/refusals.ts';

// Hosted's rules: what S3 calls safe, and what needs care but works.
const keyLetters = /^[A-Za-z0-9_/!.*'() &$@=;:+,?-]+$/;
const bucketLetters = /^[A-Za-z0-9_!.*'() &$@=;:+,?-]+$/;
const maxKeyLength = 1024;
const maxBucketNameLength = 100;

/** Hosted lets `.`, `..` and empty segments pass; here they are refused, for whoever joins a key to a folder. */
export function isObjectKey(key: string): boolean {
  return (
    key.length <= maxKeyLength &&
    keyLetters.test(key) &&
    key.split('/').every((segment) => !['', '.', '..'].includes(segment))
  );
}

export function isBucketName(name: string): boolean {
  return (
    name.length <= maxBucketNameLength &&
    bucketLetters.test(name) &&
    name.trim() === name &&
    !['.', '..'].includes(name)
  );
}

/** @throws InvalidKey */
export function parseObjectKey(key: string): string {
  if (!isObjectKey(key)) throw refusals.invalidKey(key);
  return key;
}

/** @throws InvalidBucketName */
export function parseBucketName(name: string): string {
  if (!isBucketName(name)) throw refusals.invalidBucketName();
  return name;
}

/** What the dashboard stores so that an empty folder is seen: always empty, in buckets of any type. */
export const isFolderPlaceholder = (key: string): boolean => key.endsWith('.emptyFolderPlaceholder');
