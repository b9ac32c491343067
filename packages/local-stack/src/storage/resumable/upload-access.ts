import { type Caller, identifyCaller } from '../../access/caller.ts';
import { refusals } from '../errors/refusals.ts';
import { checkContent, testRights, type UploadIntent } from '../objects/upload-rights.ts';
import type { ObjectPath } from '../requests/request-path.ts';
import { getBucket } from '../rows/bucket-rows.ts';
import type { StorageParts } from '../storage-parts.ts';
import type { UploadMetadata } from './upload-metadata.ts';

/** Who sends one request of an upload: by rights of its own, or by a signed token. */
export interface Sender {
  /** Null for a token. */
  caller: Caller | null;
  ownerId: string | null;
  upsert: boolean;
  /** The same for every request of one sender, and for nobody else's. */
  holder: string;
}

/** Reads the sender from one request; a token must be for this very object. */
export async function identifySender(
  parts: StorageParts,
  { headers, isSigned }: { headers: Headers; isSigned: boolean },
  path: ObjectPath,
): Promise<Sender> {
  if (isSigned) {
    const token = headers.get('x-signature');
    if (!token) throw refusals.invalidSignature('Missing x-signature header');
    const { ownerId, upsert } = await parts.tokens.verify(token, 'upload', path);
    return { caller: null, ownerId, upsert, holder: JSON.stringify(['token', ownerId]) };
  }
  const caller = await identifyCaller(headers, parts.keys);
  return {
    caller,
    ownerId: caller.userId,
    upsert: headers.get('x-upsert') === 'true',
    holder: toHolder(caller),
  };
}

/** A person by id. The system and the keys have none: they are told apart by what their tokens claim. */
function toHolder({ role, userId, claims }: Caller): string {
  const passing = ['iat', 'nbf', 'exp', 'jti'];
  const lasting = Object.entries(claims).filter(([name]) => !passing.includes(name));
  return JSON.stringify([role, userId ?? lasting.sort(([one], [other]) => one.localeCompare(other))]);
}

interface AccessOutcome {
  /** The object is there already, with this upload's bytes. */
  isStored: boolean;
}

/** Asks before any byte whether this sender may write this object: at the first request and at every later one. */
export function checkAccess(
  { database }: StorageParts,
  intent: UploadIntent,
  upload: UploadMetadata & { id: string | null; sizeBytes: number },
): Promise<AccessOutcome> {
  const { path, content, userMetadata, id, sizeBytes } = upload;
  return database.transaction(intent.operation, async (transaction) => {
    const bucket = await getBucket(transaction, path.bucketId);
    // By its declared length: tus sees to it that no more comes.
    if (sizeBytes > checkContent(bucket, path.key, content)) throw refusals.tooLarge();
    const stored = await transaction.query(
      'select from storage.objects where bucket_id = $1 and name = $2 and version = $3',
      [path.bucketId, path.key, id],
    );
    if (stored.length > 0) return { isStored: true };
    const metadata = { mimetype: content.mimetype, contentLength: sizeBytes };
    await testRights(transaction, intent, { metadata, userMetadata });
    return { isStored: false };
  });
}
