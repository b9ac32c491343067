import type { Who } from './who.ts';

/** What may be done with the files of a bucket; files are never replaced or moved, in none. */
export interface BucketRule {
  read: readonly Who[];
  add: readonly Who[];
  remove: readonly Who[];
  /** What the bucket takes. */
  contentType: string;
  note?: string;
}

/** The matrix of design §3 for files. A bucket that is not here is undecided, and fails the proof. */
export const bucketRules: Readonly<Record<string, BucketRule>> = {
  'training-data': {
    read: ['viewer', 'system'],
    add: ['member', 'system'],
    remove: ['admin', 'owner before use', 'system'],
    contentType: 'image/png',
  },
  models: {
    read: ['viewer', 'system'],
    add: ['system'],
    remove: ['admin', 'system'],
    contentType: 'application/octet-stream',
  },
  'generated-content': {
    read: ['viewer', 'system'],
    add: ['system'],
    remove: ['admin', 'system'],
    contentType: 'image/png',
    note: 'The person who made a picture deletes its row, which has the file removed: files of the system have no owner.',
  },
  'brand-documents': {
    read: ['viewer', 'system'],
    add: ['member', 'system'],
    remove: ['admin', 'system'],
    contentType: 'text/plain',
  },
  archives: { read: ['system'], add: ['system'], remove: ['system'], contentType: 'application/zip' },
};
