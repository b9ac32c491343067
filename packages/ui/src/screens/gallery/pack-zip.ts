import { Zip, ZipPassThrough } from 'fflate';

interface ZipFile {
  readonly name: string;
  readonly url: string;
}

interface PackZipOptions {
  readonly fetch?: typeof fetch | undefined;
  readonly signal?: AbortSignal | undefined;
  /** After each file: how many are done. */
  readonly onFile?: ((done: number) => void) | undefined;
}

/** From here on parts are handed to the browser, which keeps them out of this page's memory. */
const foldBytes = 16_000_000;

/** Pictures one after the other into one archive, as they come in. They are stored as they are: nothing gets smaller twice. */
export async function packZip(files: readonly ZipFile[], options: PackZipOptions = {}) {
  const { fetch: send = fetch, signal, onFile } = options;
  let parts: BlobPart[] = [];
  let bytes = 0;
  const missing: string[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    parts.push(new Uint8Array(chunk));
    bytes += chunk.byteLength;
    if (bytes < foldBytes) return;
    parts = [new Blob(parts)];
    bytes = 0;
  });
  for (const [index, { name, url }] of files.entries()) {
    signal?.throwIfAborted();
    const answer = await send(url, signal ? { signal } : {});
    if (answer.ok && answer.body) {
      const entry = new ZipPassThrough(name);
      zip.add(entry);
      const reader = answer.body.getReader();
      for (let read = await reader.read(); !read.done; read = await reader.read()) entry.push(read.value);
      entry.push(new Uint8Array(), true);
    } else missing.push(name);
    onFile?.(index + 1);
  }
  zip.end();
  return { blob: new Blob(parts, { type: 'application/zip' }), missing };
}
