import { AiModelsError } from '@act/ai-models';
import { pageOf } from '@act/ai-models/schemas';
import { z } from 'zod';
import type { InBrand } from './in-brand.ts';
import { read } from './read.ts';

export const documentTypes = ['application/pdf', 'text/markdown', 'text/plain'] as const;

const documentRow = z.object({
  id: z.string(),
  brand_id: z.string(),
  name: z.string(),
  path: z.string(),
  content_type: z.enum(documentTypes).nullable(),
  size_bytes: z.number().nullable(),
  created_at: z.string(),
});
export type DocumentRow = z.output<typeof documentRow>;

interface PageOptions {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** Newest first, a page at a time. */
export async function listDocuments({ database, brandId }: InBrand, page: PageOptions) {
  const query = database.from('brand_documents').select('*').eq('brand_id', brandId);
  const { items, nextCursor } = await pageOf(query, page);
  return { rows: z.array(documentRow).parse(items), nextCursor };
}

/** @throws AiModelsError `file_not_found` also where it is another brand's */
export async function getDocument({ database, brandId }: InBrand, id: string): Promise<DocumentRow> {
  const query = database
    .from('brand_documents')
    .select('*')
    .eq('brand_id', brandId)
    .eq('id', id)
    .maybeSingle();
  const row = await read(query, documentRow.nullable());
  if (row) return row;
  throw new AiModelsError({
    code: 'file_not_found',
    message: `Brand ${brandId} has no document ${id} for you.`,
    hint: 'List the documents of the brand.',
  });
}

export interface NewDocument {
  readonly name: string;
  readonly path: string;
  readonly contentType: string | null;
  readonly sizeBytes: number | null;
}

/** Adds the row of a file that the caller has put into storage. */
export const addDocument = (
  { database, brandId }: InBrand,
  { name, path, contentType, sizeBytes }: NewDocument,
): Promise<DocumentRow> =>
  read(
    database
      .from('brand_documents')
      .insert({ brand_id: brandId, name, path, content_type: contentType, size_bytes: sizeBytes })
      .select('*')
      .single(),
    documentRow,
  );

/** Deletes a row; its file is noted for removal. False where the caller may not. */
export async function removeDocument({ database, brandId }: InBrand, id: string): Promise<boolean> {
  const query = database.from('brand_documents').delete().eq('brand_id', brandId).eq('id', id).select('id');
  return (await read(query, z.array(z.unknown()))).length > 0;
}
