import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { refusals } from '../errors/refusals.ts';
import type { RequestStream } from './request-stream.ts';

export interface Multipart {
  /** What stood before the file; what comes behind it is not waited for. */
  fields: ReadonlyMap<string, string>;
  file: { bytes: Readable; mimetype: string };
  stop(): void;
}

const limits = {
  files: 1,
  fields: 20,
  parts: 40,
  // Hosted's limit of what an uploader may write about a file; headers end much earlier.
  fieldSize: 1024 * 1024,
  fieldNameSize: 100,
  headerSize: 16 * 1024,
};

/** Reads a form up to its first file part, which is then streamed. The part may have no name, and usually has none. */
export async function readMultipart(source: RequestStream, contentType: string): Promise<Multipart> {
  const parser = createParser(contentType);
  const fields = new Map<string, string>();
  const stop = () => {
    // Destroying the parser too, or it would wait for a file that nobody reads on.
    source.stop();
    parser.destroy();
  };
  try {
    const file = await new Promise<Multipart['file']>((resolve, reject) => {
      let bytes: Readable | null = null;
      parser.on('field', (name, value, _nameTruncated, isTruncated) => {
        if (isTruncated) reject(refusals.tooLarge('user_metadata'));
        fields.set(name, value);
      });
      parser.on('file', (_name, stream, _filename, _encoding, mimetype) => {
        // The parser reports a cut-off body here even after its reader went.
        stream.on('error', () => undefined);
        bytes = stream;
        resolve({ bytes: stream, mimetype });
      });
      pipeline(source.bytes, parser).then(
        () => reject(refusals.noContent()),
        (error: unknown) => {
          const cause = error instanceof Error ? error : new Error('The request broke off.');
          bytes?.destroy(cause);
          reject(refusals.noContent(cause.message));
        },
      );
    });
    return { fields, file, stop };
  } catch (error) {
    stop();
    throw error;
  }
}

function createParser(contentType: string) {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits });
  } catch {
    // A form without a boundary.
    throw refusals.noContent();
  }
}
