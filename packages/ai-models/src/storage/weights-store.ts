import type { BrandFiles } from '../context.ts';
import { AiModelsError } from '../errors/index.ts';
import { toByteSource } from '../shared/byte-reader.ts';
import { toAbortedError } from '../shared/pause.ts';
import type { RetryOptions } from '../shared/retry.ts';
import type { Stoppable } from '../shared/stoppable.ts';
import { weightsBrokeOff } from '../shared/weights-invalid.ts';
import { openModelSource } from './download-model.ts';
import { hashOf, hashStream, type StreamedBytes } from './hash-stream.ts';
import { checkWeights, type ExpectedLora, type LoraDescription } from './lora/describe-lora.ts';
import { type OpenedWeights, openWeights } from './lora/open-weights.ts';
import type { StorageKey } from './storage-paths.ts';
import { type UploadProgress, uploadResumable } from './uploads/resumable-upload.ts';

/** Which weights, and where to. */
export interface SaveWeightsOptions extends Stoppable {
  /** Where they are to lie. */
  readonly bucket: 'models';
  /** The key of a version that was reserved. */
  readonly key: StorageKey;
  /** Opens the provider's output from its start; asked a second time where the key is taken. */
  readonly source: () => Promise<Response>;
  /** What the job has ordered; anything else is refused. */
  readonly expect: ExpectedLora;
  /** Larger weights are refused. */
  readonly maximumBytes: number;
  /** Told whenever more has arrived. */
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
  /** How one request to storage is repeated. */
  readonly retry?: Omit<RetryOptions, 'signal'> | undefined;
}

/** Weights that lie in our bucket. */
export interface SavedWeights extends LoraDescription, StreamedBytes {
  /** They were there already, the same to the byte: another worker, or an answer that was lost. */
  readonly adopted: boolean;
}

/**
 * Brings weights from a provider into our bucket without holding them: checked before the first byte is sent, hashed on
 * the way, and an object only when all of them, and the archive around them, were found whole.
 * @throws AiModelsError `weights_invalid` (`retryable` where the transfer broke off), `weights_mismatch`, `conflict` where
 * the key has another file, `storage_failed`, `aborted`; or what the source throws
 */
export async function saveWeights(files: BrandFiles, options: SaveWeightsOptions): Promise<SavedWeights> {
  const { signal } = options;
  try {
    return await save(files, options);
  } catch (error) {
    throw signal?.aborted ? toAbortedError(signal) : error;
  }
}

async function save(files: BrandFiles, options: SaveWeightsOptions): Promise<SavedWeights> {
  const weights = await open(options);
  let streamed: StreamedBytes | null = null;
  const body = await hashStream(toByteSource(weights.stream), (whole) => {
    streamed = whole;
  });
  try {
    const { sizeBytes } = weights;
    await uploadResumable(files, { ...options, sizeBytes, body, contentType: 'application/octet-stream' });
  } catch (error) {
    if (!AiModelsError.isInstance(error, 'conflict')) throw error;
    return { ...weights.description, ...(await adopt(files, streamed, options, error)), adopted: true };
  }
  return { ...weights.description, ...getWhole(streamed), adopted: false };
}

async function open({ source, expect, maximumBytes, signal }: SaveWeightsOptions): Promise<OpenedWeights> {
  const { body, ok, status } = await source();
  if (!ok || !body) throw weightsBrokeOff(`the provider answered ${status}`);
  const weights = await openWeights(body, { maximumBytes, signal });
  try {
    checkWeights(weights.description, expect);
  } catch (error) {
    void weights.stream.cancel(error).catch(() => undefined);
    throw error;
  }
  return weights;
}

/** The key is taken. By the same bytes, then all is well; else the conflict stands. */
async function adopt(
  files: BrandFiles,
  streamed: StreamedBytes | null,
  options: SaveWeightsOptions,
  conflict: AiModelsError,
): Promise<StreamedBytes> {
  const { key, signal } = options;
  const ours = streamed ?? (await hashOf(toByteSource((await open(options)).stream), signal));
  const theirs = await hashOf(await openModelSource(files, key, { signal }), signal);
  if (ours.sha256 !== theirs.sha256) throw conflict;
  return ours;
}

function getWhole(streamed: StreamedBytes | null): StreamedBytes {
  if (streamed) return streamed;
  throw weightsBrokeOff('storage had enough of them before their end');
}
