import { toServedType } from '../requests/content-type.ts';
import type { ObjectMetadata } from '../rows/object-metadata.ts';

export interface ContentHeadersOptions {
  /** From `?download=`: a name to save under, or empty to keep the one in the address. */
  download?: string | undefined;
  /** When the signed URL that was used ends. */
  expiresAt?: Date | undefined;
}

/** How an object is served, beside its length. */
export function contentHeaders(
  metadata: ObjectMetadata,
  { download, expiresAt }: ContentHeadersOptions,
): Headers {
  const type = toServedType(metadata.mimetype);
  const headers = new Headers({
    'accept-ranges': 'bytes',
    'content-type': type,
    etag: metadata.eTag,
    'x-robots-tag': 'none',
    // What one person was given, the next one at the same browser is not.
    vary: 'Authorization',
    // Uploads come from anybody: whatever their type, they run no script in this origin.
    'x-content-type-options': 'nosniff',
  });
  // Browsers refuse to show a PDF in a sandbox, and their viewers keep its scripts from the page's origin anyway.
  if (type !== 'application/pdf') headers.set('content-security-policy', "sandbox; default-src 'none'");
  const lastModified = new Date(metadata.lastModified);
  if (!Number.isNaN(lastModified.getTime())) headers.set('last-modified', lastModified.toUTCString());
  if (metadata.contentEncoding) headers.set('content-encoding', metadata.contentEncoding);
  if (expiresAt) headers.set('expires', expiresAt.toUTCString());
  else headers.set('cache-control', metadata.cacheControl);
  if (download !== undefined) headers.set('content-disposition', contentDisposition(download));
  return headers;
}

/** `attachment` with the name percent-encoded, in the form of RFC 5987 too for what is not ASCII. */
export function contentDisposition(name: string): string {
  if (name === '') return 'attachment;';
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename=${encoded}; filename*=UTF-8''${encoded}`;
}

/** Whether the reader has these bytes already (RFC 9110 §13.1): an etag decides, or else the time. */
export function isNotModified(request: Headers, { eTag, lastModified }: ObjectMetadata): boolean {
  const etags = request.get('if-none-match');
  if (etags !== null) {
    const opaque = (etag: string) => etag.trim().replace(/^W\//, '');
    return etags.trim() === '*' || etags.split(',').some((etag) => opaque(etag) === opaque(eTag));
  }
  const since = Date.parse(request.get('if-modified-since') ?? '');
  // Header times have no fractions of a second.
  const modified = Math.floor(Date.parse(lastModified) / 1000) * 1000;
  return !Number.isNaN(since) && modified <= since;
}
