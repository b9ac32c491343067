import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Server, type ServerOptions } from '@tus/server';
import { isDiskFull } from '../../errors/system-error.ts';
import { refusals } from '../errors/refusals.ts';
import { toStorageError } from '../errors/storage-error.ts';
import type { UploadIntent } from '../objects/upload-rights.ts';
import { operations } from '../operations.ts';
import { basePath, type ObjectPath } from '../requests/request-path.ts';
import type { StorageParts } from '../storage-parts.ts';
import { createFinisher } from './finish-upload.ts';
import { sweepUploads } from './sweep-uploads.ts';
import { checkAccess, identifySender, type Sender } from './upload-access.ts';
import { parseUploadMetadata } from './upload-metadata.ts';
import { createUploadRecords } from './upload-records.ts';
import { UploadStore } from './upload-store.ts';

export interface ResumableSettings {
  parts: StorageParts;
  folder: string;
  /** Default a day, as on hosted. */
  expiresAfterMs?: number;
}

export interface ResumableUploads {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Removes expired uploads; also done every hour. */
  sweep(): Promise<number>;
  close(): void;
}

type TusRequest = Parameters<NonNullable<ServerOptions['onIncomingRequest']>>[0];

/** What was found out about one request before tus serves it. */
interface CheckedRequest {
  id: string;
  intent: UploadIntent;
}

const dayMs = 24 * 60 * 60 * 1000;
const hourMs = 60 * 60 * 1000;
const path = `${basePath}/upload/resumable`;
const signedPath = `${path}/sign`;
const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const methods = ['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS'];

/** Uploads that survive a lost connection and a killed service, by the TUS protocol as hosted speaks it. */
export async function createResumableUploads(settings: ResumableSettings): Promise<ResumableUploads> {
  const { parts, folder, expiresAfterMs = dayMs } = settings;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const records = createUploadRecords(folder);
  const store = new UploadStore({ folder, records, expiresAfterMs });
  const finish = createFinisher({ parts, records, store });
  const checked = new WeakMap<TusRequest, CheckedRequest>();
  const getChecked = (request: TusRequest): CheckedRequest => {
    const found = checked.get(request);
    if (!found) throw new Error('A request reached an upload unchecked.');
    return found;
  };

  const server = new Server({
    path,
    datastore: store,
    disableTerminationForFinishedUploads: true,
    allowedHeaders: ['apikey', 'x-client-info', 'x-signature', 'x-upsert'],
    generateUrl: (request, { proto, host, id }) =>
      `${proto}://${host}${isSigned(request) ? signedPath : path}/${id}`,
    getFileIdFromRequest: (_request, id) => (id !== undefined && idForm.test(id) ? id : undefined),
    namingFunction: begin,
    onIncomingRequest: (request, id) => (checked.has(request) ? Promise.resolve() : resume(request, id)),
    onUploadFinish: async (request, { id }) => {
      await finish(id, getChecked(request).intent);
      return { headers: { 'Tus-Complete': '1' } };
    },
    onResponseError: (request, error) => {
      const refused = checked.get(request);
      if (refused) records.forget(refused.id);
      return toTusError(error);
    },
  });

  const identify = (request: TusRequest, objectPath: ObjectPath): Promise<Sender> =>
    identifySender(parts, { headers: request.headers, isSigned: isSigned(request) }, objectPath);

  /** The first request of an upload, before anything of it is kept. */
  async function begin(request: TusRequest, fields?: Record<string, string | null>): Promise<string> {
    const id = randomUUID();
    const metadata = parseUploadMetadata(fields);
    const sender = await identify(request, metadata.path);
    const intent = { ...sender, path: metadata.path, operation: toOperation(request) };
    const sizeBytes = Number(request.headers.get('upload-length'));
    await checkAccess(parts, intent, { ...metadata, id: null, sizeBytes });
    checked.set(request, { id, intent });
    const { ownerId, upsert, holder } = sender;
    records.prepare(id, { ...metadata, ownerId, upsert, holder, isStored: false });
    return id;
  }

  /** Every later one: of the same sender, whose rights are asked again. */
  async function resume(request: TusRequest, id: string): Promise<void> {
    const record = await records.find(id);
    if (!record) throw refusals.noSuchUpload();
    const { intent: stored, upload } = record;
    const sender = await identify(request, stored.path);
    if (sender.holder !== stored.holder) throw refusals.accessDenied();
    const { ownerId, upsert } = stored;
    const { caller } = sender;
    const intent = { path: stored.path, caller, ownerId, upsert, operation: toOperation(request) };
    // One's own upload may be given up, whatever has become of one's rights or of the name.
    const isDone = stored.isStored || request.method === 'DELETE';
    const outcome = isDone
      ? stored
      : await checkAccess(parts, intent, { ...stored, id, sizeBytes: upload.size });
    checked.set(request, { id, intent });
    if (outcome.isStored && !stored.isStored) await records.markStored(id);
    // Killed between the last byte and the row: the client will now be told that all has arrived, so it must be true.
    if (request.method === 'HEAD' && !outcome.isStored && (await isComplete(id))) await finish(id, intent);
  }

  async function isComplete(id: string): Promise<boolean> {
    const { offset, size } = await store.getUpload(id);
    return offset === size;
  }

  const sweep = () => sweepUploads({ folder, expiresAfterMs });
  const hourly = setInterval(() => void sweep().catch(() => undefined), hourMs).unref();

  return {
    sweep,
    close: () => clearInterval(hourly),
    async handle(request, response) {
      // tus would also hand out what was uploaded, to people who may write but not read.
      if (!methods.includes(request.method ?? '')) {
        response.writeHead(405, { allow: methods.join(', ') }).end();
        return;
      }
      // What fails here is the connection itself: nobody is left to be told.
      await server.handle(request, response).catch(() => response.destroy());
    },
  };
}

const isSigned = ({ url }: TusRequest): boolean => new URL(url).pathname.startsWith(signedPath);

function toOperation(request: TusRequest): string {
  const names: Record<string, string> = {
    POST: operations.resumableCreate,
    PATCH: operations.resumablePart,
    DELETE: operations.resumableDelete,
  };
  return `${names[request.method] ?? operations.resumableGet}${isSigned(request) ? '_signed' : ''}`;
}

/** tus answers in plain text, with the status that hosted's other calls only write into their bodies. */
function toTusError(error: Error | { status_code: number; body: string }) {
  if (!(error instanceof Error)) return error;
  const { statusCode, message, cause } = toStorageError(isDiskFull(error) ? refusals.diskFull(error) : error);
  if (statusCode === 500) console.error(cause ?? error);
  return { status_code: statusCode, body: message };
}
