import type JSZip from 'jszip';

/** A file of a zip, opened when its turn comes. */
export interface ZipEntry {
  /** At the root; plain ASCII, so that its length is known. */
  readonly name: string;
  /** Exactly as many as `open` brings. */
  readonly sizeBytes: number;
  /** In pieces, as they came: putting them together would need the same memory again. */
  open(): Promise<readonly Uint8Array[]>;
}

/** The length of the zip that {@link streamZip} makes: nothing is compressed, so it is known before. */
export const sizeOfZip = (entries: readonly Pick<ZipEntry, 'name' | 'sizeBytes'>[]): number =>
  entries.reduce((size, { name, sizeBytes }) => size + 30 + 46 + 2 * name.length + sizeBytes, 22);

/** The same entries make the same bytes, whenever. */
const date = new Date(Date.UTC(1980, 0, 1));

/**
 * Makes a zip while it is read, without compression: pictures are compressed already. One entry is held at a time, which
 * JSZip does so that each has its length in front of it, where every reader of zips expects it.
 */
export async function streamZip(entries: readonly ZipEntry[]): Promise<ReadableStream<Uint8Array>> {
  const { default: Zip } = await import('jszip');
  const zip = new Zip();
  for (const { name, open } of entries) addLazily(zip, name, open);
  // Not `streamFiles`: it writes the length behind an entry, which few readers take where nothing is compressed.
  const helper = zip.generateInternalStream({ type: 'uint8array', compression: 'STORE', streamFiles: false });
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        helper.on('data', (chunk) => {
          controller.enqueue(chunk);
          if ((controller.desiredSize ?? 0) <= 0) helper.pause();
        });
        helper.on('error', (error) => controller.error(error));
        helper.on('end', () => controller.close());
      },
      pull: () => void helper.resume(),
      cancel: () => void helper.pause(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: 1 }),
  );
}

type Listener = (value?: unknown) => void;

/**
 * JSZip takes streams of Node's, and of these only four methods. This one opens when it is resumed, which happens when
 * the entries before it are done; from then on JSZip does not pause it before it has what it waits for.
 */
function addLazily(zip: JSZip, name: string, open: ZipEntry['open']): void {
  const listeners = new Map<string, Listener>();
  const emit = (event: string, value?: unknown) => listeners.get(event)?.(value);
  const deliver = (pieces: readonly Uint8Array[]) => {
    // An empty piece would make JSZip begin its checksum anew.
    for (const piece of pieces) if (piece.length > 0) emit('data', piece);
    emit('end');
  };
  let isOpened = false;
  let isPaused = false;
  let failure: unknown = null;
  const fail = (error: unknown) => {
    // JSZip would lose the error of a stream that it has paused, and throw another one.
    if (isPaused) failure = error;
    else emit('error', error);
  };
  const source = {
    on: (event: string, listener: Listener) => {
      listeners.set(event, listener);
      return source;
    },
    pause: () => {
      isPaused = true;
    },
    resume: () => {
      isPaused = false;
      if (failure !== null) emit('error', failure);
      if (isOpened) return;
      isOpened = true;
      open().then(deliver).catch(fail);
    },
  };
  // The types ask for a whole stream of Node's, which would keep this package out of the browser.
  Reflect.apply(zip.file, zip, [name, source, { date, createFolders: false, binary: true }]);
}
