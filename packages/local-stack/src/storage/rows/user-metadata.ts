import { z } from 'zod';

const metadataSchema = z.record(z.string(), z.unknown());

export type UserMetadata = Record<string, unknown>;

/** Reads what an uploader wrote about the file. What is no JSON object is passed over, as hosted does. */
export function parseUserMetadata(json: string | null | undefined): UserMetadata | null {
  if (!json) return null;
  try {
    return metadataSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** The same from the `x-metadata` header, where it stands in base64. */
export function parseMetadataHeader(headers: Headers): UserMetadata | null {
  const encoded = headers.get('x-metadata');
  return encoded === null ? null : parseUserMetadata(Buffer.from(encoded, 'base64').toString('utf8'));
}
