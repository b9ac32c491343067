import { type ByteSource, toByteStream } from '../../shared/byte-reader.ts';

export interface MultipartFile {
  /** Of letters, digits, dots and hyphens: it is not escaped. */
  readonly fileName: string;
  readonly contentType: string;
  /** Read once, as the form is read. */
  readonly content: ByteSource;
  /** Null where it is not known. */
  readonly sizeBytes: number | null;
}

/** What `fetch` is given. */
export interface MultipartForm {
  readonly body: ReadableStream<Uint8Array>;
  readonly duplex: 'half';
  readonly headers: Record<string, string>;
}

/**
 * A form of one file and something to know about it. `FormData` would have to hold the file before it is sent; as it is,
 * Node holds what it has sent of a stream until the request has ended, so this is for files of limited size.
 */
export function toMultipartForm(file: MultipartFile, metadata: Record<string, string>): MultipartForm {
  const boundary = `act-${crypto.randomUUID()}`;
  const head = encode([
    `--${boundary}`,
    'content-disposition: form-data; name="metadata"',
    'content-type: application/json',
    '',
    JSON.stringify(metadata),
    `--${boundary}`,
    `content-disposition: form-data; name="content"; filename="${file.fileName}"`,
    `content-type: ${file.contentType}`,
    '',
    '',
  ]);
  const tail = encode(['', `--${boundary}--`, '']);
  const length = file.sizeBytes === null ? null : head.length + file.sizeBytes + tail.length;
  return {
    body: toByteStream(join(head, file.content, tail)),
    duplex: 'half',
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      ...(length !== null && { 'content-length': String(length) }),
    },
  };
}

const encode = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n'));

function join(head: Uint8Array, { pull, cancel }: ByteSource, tail: Uint8Array): ByteSource {
  async function* pieces() {
    yield head;
    for (let bytes = await pull(); bytes !== null; bytes = await pull()) yield bytes;
    yield tail;
  }
  const rest = pieces();
  return { cancel, pull: async () => (await rest.next()).value ?? null };
}
