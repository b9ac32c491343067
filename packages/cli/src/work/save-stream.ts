import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { CliError } from '../cli-error.ts';
import { exitCodes } from '../exit-codes.ts';
import { toSize } from '../output/words.ts';
import type { World } from '../program/world.ts';
import { makeFolder } from './make-folder.ts';

/** Where to save something: a file, or a folder under the name that it comes with. Its folder is there afterwards. */
export async function choosePath(
  wanted: string | undefined,
  fileName: string,
  force: boolean,
): Promise<string> {
  const isFolder = wanted === undefined || wanted.endsWith('/') || (await statOf(wanted))?.isDirectory();
  const path = resolve(isFolder ? join(wanted ?? '.', fileName) : wanted);
  if (force || !(await statOf(path))) {
    await makeFolder(dirname(path));
    return path;
  }
  throw new CliError({
    code: 'file_exists',
    message: `${path} is there already.`,
    hint: 'Pass --force to replace it, or --output for another place.',
    exitCode: exitCodes.usage,
  });
}

const statOf = (path: string) => stat(path).catch(() => null);

/** Saves a stream, whole or not at all. */
export async function saveStream(
  path: string,
  { stream, sizeBytes }: { stream: globalThis.ReadableStream<Uint8Array>; sizeBytes: number },
  { output, signal }: World,
): Promise<void> {
  const part = `${path}.part`;
  const progress = output.progress();
  let written = 0;
  const counted = new Transform({
    transform: (chunk: Uint8Array, _encoding, done) => {
      written += chunk.byteLength;
      progress.show(written / sizeBytes, `Saving ${toSize(sizeBytes)}`);
      done(null, chunk);
    },
  });
  try {
    await pipeline(Readable.fromWeb(toNodeStream(stream)), counted, createWriteStream(part), { signal });
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    progress.end();
  }
}

/** The same thing, under the name that Node has for it. */
const toNodeStream = (stream: globalThis.ReadableStream<Uint8Array>): ReadableStream<Uint8Array> => stream;
