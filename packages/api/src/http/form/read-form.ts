import { type ByteSource, openByteSource } from './byte-source.ts';
import { formInvalid, notAForm } from './form-error.ts';
import { parsePartHeaders } from './part-headers.ts';

/** One field of a form; a file has a name of its own. */
export interface FormPart {
  readonly name: string;
  readonly fileName: string | null;
  readonly contentType: string;
  /** To be read before the next part is asked for; what was not read is passed over. */
  readonly content: AsyncIterable<Uint8Array<ArrayBuffer>>;
}

export interface ReadFormOptions {
  /** Of the whole form. */
  readonly maximumBytes: number;
  /** Between two pieces of it. */
  readonly timeoutMs: number;
}

const maximumHeaderBytes = 8 * 1024;
const encoder = new TextEncoder();

/** The parts of a form as they come in: never more of it is in memory than one piece. @throws ApiError 400, 408, 413, 415 */
export async function* readForm(request: Request, options: ReadFormOptions): AsyncGenerator<FormPart> {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;.*\bboundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))/i.exec(
      request.headers.get('content-type') ?? '',
    ) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined || request.body === null) throw notAForm();
  const source = openByteSource(request.body, options);
  try {
    const delimiter = encoder.encode(`\r\n--${boundary}`);
    // The first one has no line before it.
    await takeThrough(source, delimiter.subarray(2), maximumHeaderBytes);
    while (await isPartNext(source)) {
      const head = await takeThrough(source, encoder.encode('\r\n\r\n'), maximumHeaderBytes);
      const content = readContent(source, delimiter);
      yield { ...parsePartHeaders(head), content };
      for await (const _ of content) {
        // What nobody wanted.
      }
    }
  } finally {
    source.close();
  }
}

/** Behind a delimiter comes a line's end, or two hyphens where the form is over. */
async function isPartNext(source: ByteSource): Promise<boolean> {
  while (source.pending.byteLength < 2) if (!(await source.more())) throw brokenOff();
  const [first, second] = source.take(2);
  if (first === 0x2d && second === 0x2d) return false;
  if (first === 0x0d && second === 0x0a) return true;
  throw formInvalid('The form is not written as forms are.');
}

/** Everything up to the delimiter, piece by piece; takes the delimiter, too. Goes on where it was left. */
function readContent(source: ByteSource, delimiter: Uint8Array): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const pieces = takeUntil(source, delimiter);
  return { [Symbol.asyncIterator]: () => ({ next: () => pieces.next() }) };
}

async function* takeUntil(
  source: ByteSource,
  delimiter: Uint8Array,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (;;) {
    const at = indexOf(source.pending, delimiter);
    if (at >= 0) {
      if (at > 0) yield source.take(at);
      source.take(delimiter.byteLength);
      return;
    }
    // Its first letters may be the last that came.
    const safe = source.pending.byteLength - delimiter.byteLength + 1;
    if (safe > 0) yield source.take(safe);
    if (!(await source.more())) throw brokenOff();
  }
}

async function takeThrough(source: ByteSource, mark: Uint8Array, maximumBytes: number): Promise<Uint8Array> {
  for (;;) {
    const at = indexOf(source.pending, mark);
    if (at >= 0) {
      const before = source.take(at);
      source.take(mark.byteLength);
      return before;
    }
    if (source.pending.byteLength > maximumBytes) throw formInvalid('The head of a field is too long.');
    if (!(await source.more())) throw brokenOff();
  }
}

function indexOf(bytes: Uint8Array, mark: Uint8Array): number {
  const [first = 0] = mark;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (at + mark.byteLength > bytes.byteLength) return -1;
    if (mark.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}

const brokenOff = () => formInvalid('The form broke off.', 'Send it again.');
