import type { Readable } from 'node:stream';
import { refusals } from '../errors/refusals.ts';
import type { ContentSettings } from '../rows/object-metadata.ts';
import { parseMetadataHeader, parseUserMetadata, type UserMetadata } from '../rows/user-metadata.ts';
import { parseContentType } from './content-type.ts';
import { parseHeaderText } from './header-text.ts';
import { readMultipart } from './multipart-body.ts';
import { streamRequest } from './request-stream.ts';

/** A file on its way in: what is known before its bytes, and the bytes. */
export interface UploadBody {
  content: ContentSettings;
  userMetadata: UserMetadata | null;
  /** What the client says the request's length is; null when it streams. */
  declaredBytes: number | null;
  /** Whether that is the file's own length, not that of a form around it. */
  isLengthOfFile: boolean;
  bytes: Readable;
  /** Takes no more from the client. */
  stop(): void;
}

/** Reads an upload in either of the client's two forms, without ever holding the file. */
export async function readUploadBody(request: Request): Promise<UploadBody> {
  const type = request.headers.get('content-type') ?? '';
  const declaredBytes = parseLength(request.headers.get('content-length'));
  return /^multipart\/form-data/i.test(type)
    ? { declaredBytes, isLengthOfFile: false, ...(await readForm(request, type)) }
    : { declaredBytes, isLengthOfFile: true, ...readRaw(request) };
}

/** What supabase-js sends for a Blob, a File and a form: the fields first, then the file under whatever name. */
async function readForm(request: Request, contentType: string) {
  const { fields, file, stop } = await readMultipart(streamRequest(request.body), contentType);
  try {
    return {
      bytes: file.bytes,
      stop,
      userMetadata: parseUserMetadata(fields.get('metadata') ?? fields.get('userMetadata')),
      content: {
        mimetype: parseContentType(fields.get('contentType') ?? file.mimetype),
        cacheControl: parseHeaderText('cacheControl', toMaxAge(fields.get('cacheControl'))),
        contentEncoding: parseEncoding(fields.get('contentEncoding')),
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** What supabase-js sends for bytes, text and streams: the file itself, described by headers. */
function readRaw({ headers, body }: Request) {
  const content = {
    mimetype: parseContentType(headers.get('content-type') ?? 'application/octet-stream'),
    cacheControl: parseHeaderText('cache-control', headers.get('cache-control') ?? 'no-cache'),
    contentEncoding: parseEncoding(headers.get('content-encoding')),
  };
  return { content, userMetadata: parseMetadataHeader(headers), ...streamRequest(body) };
}

/** A form gives seconds, as hosted takes them. */
const toMaxAge = (seconds: string | undefined) => (seconds ? `max-age=${seconds}` : 'no-cache');

const encodingForm = /^[a-z0-9, -]{1,50}$/i;

function parseEncoding(text: string | null | undefined): string | undefined {
  if (!text) return undefined;
  if (!encodingForm.test(text)) throw refusals.invalidParameter('content-encoding');
  return text;
}

function parseLength(text: string | null): number | null {
  const length = Number(text);
  return text !== null && Number.isSafeInteger(length) && length >= 0 ? length : null;
}
