import { AiModelsError } from '@act/ai-models';
import { documentKey, getBrandPolicy, safeFileName } from '@act/ai-models/schemas';
import { z } from '@hono/zod-openapi';
import { id, idParams, time } from '../../answers/fields.ts';
import { pageOf, pageQuery } from '../../answers/page.ts';
import { toUploadTarget, uploadTargetSchema } from '../../answers/upload.ts';
import {
  addDocument,
  type DocumentRow,
  documentTypes,
  getDocument,
  listDocuments,
  removeDocument,
} from '../../database/documents.ts';
import { requireFile, signFile } from '../../database/files.ts';
import { requireOwnPlace } from '../../database/own-place.ts';
import { empty, json, redirect } from '../answers.ts';
import { personRoute } from '../person-route.ts';
import { brandField, fileName } from '../request-fields.ts';

const documentSchema = z
  .object({
    id,
    brandId: z.string(),
    name: z.string(),
    path: z.string().openapi({ description: 'Bucket and key of the file.' }),
    contentType: z.enum(documentTypes).nullable(),
    sizeBytes: z.number().nullable(),
    createdAt: time,
  })
  .openapi('Document');

const toDocument = (row: DocumentRow) => ({
  id: row.id,
  brandId: row.brand_id,
  name: row.name,
  path: row.path,
  contentType: row.content_type,
  sizeBytes: row.size_bytes,
  createdAt: row.created_at,
});

const extensions = { 'application/pdf': 'pdf', 'text/markdown': 'md', 'text/plain': 'txt' } as const;
const maximumBytes = 20 * 1024 * 1024;

export const listDocumentsRoute = personRoute({
  method: 'get',
  path: '/documents',
  operationId: 'listDocuments',
  area: 'Documents',
  summary: 'Lists documents, newest first.',
  query: z.strictObject(pageQuery),
  isTagged: true,
  answer: json('A page of documents.', pageOf(documentSchema).openapi('DocumentPage')),
  handle: async ({ caller, query }) => {
    const { rows, nextCursor } = await listDocuments(await caller.needScope(), query);
    return { items: rows.map(toDocument), nextCursor };
  },
});

export const prepareDocumentUpload = personRoute({
  method: 'post',
  path: '/documents/uploads',
  operationId: 'prepareDocumentUpload',
  area: 'Documents',
  summary: 'Says where to upload a document.',
  description: 'The browser uploads it there by itself, and registers it with `POST /documents`.',
  body: z.strictObject({ ...brandField, name: fileName, contentType: z.enum(documentTypes) }),
  example: { name: 'Voice and tone.md', contentType: 'text/markdown' },
  answer: json('Where to, and how.', uploadTargetSchema, 201),
  handle: async ({ caller, body: { name, contentType }, world }) => {
    const scope = await caller.needScope();
    const { visibility } = await getBrandPolicy(scope);
    const named = safeFileName(name, { id: world.generateId(), extension: extensions[contentType] });
    const ownerId = visibility === 'owner' ? caller.userId : null;
    const key = documentKey({ brandId: scope.brandId, ownerId, fileName: named });
    return toUploadTarget({ bucket: 'brand-documents', key, contentType, maximumBytes }, world.supabase);
  },
});

export const addDocumentRoute = personRoute({
  method: 'post',
  path: '/documents',
  operationId: 'addDocument',
  area: 'Documents',
  summary: 'Registers a document that was uploaded.',
  body: z.strictObject({ ...brandField, path: z.string().min(1).max(600), name: fileName }),
  example: {
    path: 'brand-documents/acmecompany/voice-and-tone-3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77.md',
    name: 'Voice and tone.md',
  },
  refuses: [409],
  answer: json('The document.', documentSchema, 201),
  handle: async ({ caller, body: { path, name } }) => {
    const scope = await caller.needScope();
    const { brandId } = scope;
    requireOwnPlace(path, { bucket: 'brand-documents', brandId, userId: caller.userId });
    const { sizeBytes, contentType } = await requireFile(scope, path);
    return toDocument(await addDocument(scope, { path, name, sizeBytes, contentType }));
  },
});

export const openDocument = personRoute({
  method: 'get',
  path: '/documents/{id}/file',
  operationId: 'openDocument',
  area: 'Documents',
  summary: 'Leads to the file of a document.',
  params: idParams,
  answer: redirect('To the file.'),
  handle: async ({ caller, params }) => {
    const scope = await caller.needScope();
    const { path, name } = await getDocument(scope, params.id);
    return signFile(scope, path, { download: name });
  },
});

export const deleteDocument = personRoute({
  method: 'delete',
  path: '/documents/{id}',
  operationId: 'deleteDocument',
  area: 'Documents',
  summary: 'Deletes a document and its file; for admins, and for people their own private ones.',
  params: idParams,
  answer: empty('It is gone.'),
  handle: async ({ caller, params }) => {
    const scope = await caller.needScope();
    await getDocument(scope, params.id);
    if (await removeDocument(scope, params.id)) return;
    throw new AiModelsError({
      code: 'not_allowed',
      message: 'You may not delete this document.',
      hint: 'The admins of the brand may.',
    });
  },
});
