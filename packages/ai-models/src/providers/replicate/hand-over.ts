import { AiModelsError, type ProviderError } from '../../errors/index.ts';
import { withIdleTimeout } from '../../shared/http/idle-timeout.ts';
import { toAbortedError } from '../../shared/pause.ts';
import { explainFailure } from '../explain-failure.ts';
import type { StartTrainingCall } from '../training-provider.ts';
import type { ReplicateApi } from './replicate-api.ts';
import type { NewReplicateFile } from './replicate-files.ts';
import { toArchiveName } from './replicate-inputs.ts';
import type { CanReach } from './replicate-reach.ts';

/** A file of ours, where Replicate can open it. */
export interface PlacedFile {
  readonly url: string;
  /** Takes back what was handed over, when nobody needs it any more. */
  remove(): Promise<void>;
}

/** Leaves an archive where it can be reached, or hands it over. Costs nothing. */
export async function placeArchive(
  api: ReplicateApi,
  canReach: CanReach,
  { archiveUrl, openArchive, runKey, signal }: StartTrainingCall,
): Promise<PlacedFile> {
  if (canReach(archiveUrl)) return leave(archiveUrl);
  if (!openArchive) throw outOfReach();
  return handOver(api, {
    open: openArchive,
    fileName: toArchiveName(runKey),
    contentType: 'application/zip',
    metadata: { run_key: runKey },
    signal,
  });
}

/** The same for a picture, which whoever has its signed address can open. */
export async function placePicture(
  api: ReplicateApi,
  canReach: CanReach,
  { imageUrl, signal }: { imageUrl: string; signal: AbortSignal | undefined },
): Promise<PlacedFile> {
  if (canReach(imageUrl)) return leave(imageUrl);
  return handOver(api, {
    open: () => openPicture(api.fetch, imageUrl, signal),
    fileName: 'picture',
    contentType: 'application/octet-stream',
    metadata: {},
    signal,
  });
}

const leave = (url: string): PlacedFile => ({ url, remove: async () => undefined });

async function handOver({ files }: ReplicateApi, file: NewReplicateFile): Promise<PlacedFile> {
  const uploaded = await files.upload({ ...file, open: () => file.open().catch(rethrowUnread) });
  return { url: files.addressOf(uploaded), remove: () => files.remove(uploaded.id) };
}

async function openPicture(
  fetch: typeof globalThis.fetch,
  url: string,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const response = await fetch(url, { redirect: 'error', ...(signal && { signal }) }).catch(
    (cause: unknown) => {
      throw signal?.aborted ? toAbortedError(signal) : cause;
    },
  );
  if (response.ok)
    return withIdleTimeout(response, { toError: () => new TypeError('The picture stopped coming.') });
  await response.body?.cancel();
  throw new TypeError(`The picture's address answered with ${response.status}.`);
}

/** Nothing was asked of Replicate yet, and what cannot be read now may be there later. */
function rethrowUnread(cause: unknown): never {
  if (AiModelsError.isInstance(cause) && cause.code === 'aborted') throw cause;
  throw explainFailure('unreachable', {
    providerId: 'replicate',
    fault: 'operator',
    message: 'The pictures could not be read from where they are kept.',
    cause,
  });
}

const outOfReach = (): ProviderError =>
  explainFailure('input_refused', {
    providerId: 'replicate',
    fault: 'operator',
    message: 'The GPU provider cannot fetch the training pictures from this machine.',
    hint: 'Keep them in a project that can be reached from the internet.',
  });
