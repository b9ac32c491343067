import { AiModelsError } from '../../errors/index.ts';
import {
  type ByteReader,
  createByteReader,
  toByteSource,
  toByteStream,
  withErrors,
} from '../../shared/byte-reader.ts';
import { toAbortedError } from '../../shared/pause.ts';
import type { Stoppable } from '../../shared/stoppable.ts';
import { weightsBrokeOff, weightsInvalid } from '../../shared/weights-invalid.ts';
import { readHeaderEnd, readSafetensorsHeader } from '../safetensors.ts';
import { openTarEntry } from '../tar/tar-entry.ts';
import { blockBytes, isTarHeader } from '../tar/tar-header.ts';
import { describeLora, type LoraDescription } from './describe-lora.ts';
import { toPlainHeader } from './plain-header.ts';

/** Weights whose header was read and found in order. */
export interface OpenedWeights {
  /** What the header says about them. */
  readonly description: LoraDescription;
  /** Of the safetensors file as the stream has it. */
  readonly sizeBytes: number;
  /**
   * The file from its first byte, its header without what the trainer tells of anybody's pictures. It ends only if the
   * file, and the archive around it, were whole.
   */
  readonly stream: ReadableStream<Uint8Array>;
}

/** What is opened. The signal ends the opening; later the stream is cancelled. */
export interface OpenWeightsOptions extends Stoppable {
  /** Larger files are refused. */
  readonly maximumBytes: number;
}

/**
 * Opens what a provider calls weights: a safetensors file, or a tar with one in it; by content, whatever it is called.
 * @throws AiModelsError `weights_invalid`; `retryable` where the transfer broke off. What is wrong further on, the stream
 * throws.
 */
export async function openWeights(
  body: ReadableStream<Uint8Array>,
  { maximumBytes, signal }: OpenWeightsOptions,
): Promise<OpenedWeights> {
  const source = createByteReader(withErrors(toByteSource(body), toBrokenOff));
  // A read that waits does not look at the signal.
  const stop = () => void source.cancel(signal?.reason).catch(() => undefined);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    if (signal?.aborted) throw toAbortedError(signal);
    const { file, sizeBytes } = await openFile(source, maximumBytes);
    const start = await takeHeader(file);
    const header = readSafetensorsHeader(start, { maximumBytes });
    if (sizeBytes !== null && sizeBytes !== header.sizeBytes) {
      throw weightsInvalid(`the archive says ${sizeBytes} bytes, and the header ${header.sizeBytes}`);
    }
    const plainStart = toPlainHeader(start, header);
    const plainBytes = header.sizeBytes - start.length + plainStart.length;
    file.unread(plainStart);
    const stream = toByteStream({ pull: countTo(plainBytes, file), cancel: source.cancel });
    return { description: describeLora(header), sizeBytes: plainBytes, stream };
  } catch (error) {
    void source.cancel(error).catch(() => undefined);
    throw signal?.aborted ? toAbortedError(signal) : error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

async function openFile(
  source: ByteReader,
  maximumBytes: number,
): Promise<{ file: ByteReader; sizeBytes: number | null }> {
  const start = await source.take(blockBytes);
  source.unread(start);
  if (isTarHeader(start)) {
    const { content, sizeBytes } = await openTarEntry(source, { maximumBytes });
    return { file: content, sizeBytes };
  }
  // Eight bytes of length, then a brace.
  if (start[8] === 0x7b) return { file: source, sizeBytes: null };
  throw weightsInvalid(describeStart(start));
}

function describeStart([first, second, ...others]: Uint8Array): string {
  if (others.length < 8) return 'there is next to nothing in the file';
  if (first === 0x1f && second === 0x8b)
    return 'they are compressed with gzip, which no trainer of ours does';
  if (first === 0x50 && second === 0x4b) return 'they are a zip or a pickle of PyTorch, which may run code';
  if (first === 0x80) return 'they are a pickle, which may run code';
  return 'they are neither a safetensors file nor a tar';
}

async function takeHeader(file: ByteReader): Promise<Uint8Array> {
  const length = await file.take(8);
  const end = readHeaderEnd(length);
  file.unread(length);
  return file.take(end);
}

/** Passes a file on, and holds it to its size. */
function countTo(sizeBytes: number, file: ByteReader): () => Promise<Uint8Array | null> {
  let left = sizeBytes;
  return async () => {
    const bytes = await file.read();
    if (bytes === null && left > 0) throw weightsBrokeOff(`${left} of ${sizeBytes} bytes are missing`);
    left -= bytes?.length ?? 0;
    if (left < 0) throw weightsInvalid(`there is more in the file than its ${sizeBytes} bytes`);
    return bytes;
  };
}

const toBrokenOff = (error: unknown) =>
  AiModelsError.isInstance(error) ? error : weightsBrokeOff('the connection was lost', error);
