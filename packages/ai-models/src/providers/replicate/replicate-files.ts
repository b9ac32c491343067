import { ProviderError } from '../../errors/index.ts';
import { toByteSource } from '../../shared/byte-reader.ts';
import type { HttpClient } from '../../shared/http/http.ts';
import { exchange, readText, UnreadableAnswer } from '../../shared/http/http-exchange.ts';
import { toAbortedError } from '../../shared/pause.ts';
import { type RetryOptions, retry } from '../../shared/retry.ts';
import { explainFailure } from '../explain-failure.ts';
import { toMultipartForm } from './multipart-form.ts';
import { type ReplicateCall, toReplicateError } from './replicate-errors.ts';
import { fileSchema, type ReplicateFile } from './replicate-schemas.ts';

export interface ReplicateFilesSettings {
  readonly http: HttpClient<ReplicateCall>;
  readonly apiToken: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Of every request, without what its content takes. */
  readonly timeoutMs?: number;
  readonly retry?: Omit<RetryOptions, 'signal'>;
  /** Where files are, beside below `http.baseUrl`: an address of Replicate's own stays one behind a proxy. */
  readonly vendorUrl: string;
}

export interface NewReplicateFile {
  /** Asked for again where an upload is repeated. Throws what the caller is to see. */
  open(): Promise<Response>;
  readonly fileName: string;
  readonly contentType: string;
  readonly metadata: Record<string, string>;
  readonly signal: AbortSignal | undefined;
}

/** Files that are handed over for an hour or a day. They cost nothing. */
export interface ReplicateFiles {
  /** Sends one, again where that failed; throws `too_large` at 100 MB. */
  upload(file: NewReplicateFile): Promise<ReplicateFile>;
  /** Null for one that has expired. */
  find(id: string, signal?: AbortSignal): Promise<ReplicateFile | null>;
  /** As well as it goes: what stays expires. */
  remove(id: string): Promise<void>;
  /** What a model is given as input. */
  addressOf(file: ReplicateFile): string;
  /** The file that an address stands for; null for any other address. */
  idOf(address: string): string | null;
}

interface FileRequest {
  readonly url: string;
  readonly method: 'POST' | 'DELETE';
  readonly headers?: Record<string, string>;
  readonly body?: ReadableStream<Uint8Array>;
  readonly duplex?: 'half';
  readonly timeoutMs?: number;
  readonly signal: AbortSignal | undefined;
}

/** "Less than 100MB": what lies between the two readings of it is Replicate's to refuse. */
const maximumBytes = 100 * 1024 ** 2;
/** A line of a megabit a second. */
const slowestBytesPerMs = 125;

export function createReplicateFiles(settings: ReplicateFilesSettings): ReplicateFiles {
  const { http, apiToken, fetch = globalThis.fetch, timeoutMs = 30_000 } = settings;
  const filesUrl = `${http.baseUrl.href.replace(/\/$/, '')}/files`;
  const prefixes = [filesUrl, `${settings.vendorUrl}/files`].map((url) => `${url}/`);

  const idOf = (address: string): string | null => {
    const prefix = prefixes.find((one) => address.startsWith(one));
    if (prefix === undefined) return null;
    return fileSchema.shape.id.safeParse(address.slice(prefix.length)).data ?? null;
  };

  const request = <T>(
    { url, timeoutMs: ownMs = timeoutMs, signal, ...init }: FileRequest,
    read: (response: Response) => Promise<T>,
  ) => {
    const headers = { ...init.headers, authorization: `Bearer ${apiToken}` };
    return exchange({ url: new URL(url), init: { ...init, headers }, fetch, timeoutMs: ownMs, signal }, read);
  };

  async function uploadOnce({ open, signal, metadata, ...file }: NewReplicateFile): Promise<ReplicateFile> {
    const { body, headers } = await open();
    const sizeBytes = readLength(headers);
    const content = toByteSource(body ?? new Blob([]).stream());
    try {
      if (sizeBytes !== null && sizeBytes >= maximumBytes) throw tooLarge();
      const form = toMultipartForm({ ...file, content, sizeBytes }, metadata);
      const uploadMs = timeoutMs + (sizeBytes ?? maximumBytes) / slowestBytesPerMs;
      const sent = await request(
        { url: filesUrl, method: 'POST', ...form, timeoutMs: uploadMs, signal },
        readFile,
      );
      if (sent.isDone) return sent.value;
      if (sent.failure.reason === 'aborted') throw toAbortedError(signal);
      throw sent.failure.status === 413 ? tooLarge() : toReplicateError(sent.failure, 'file.create');
    } finally {
      await content.cancel().catch(() => undefined);
    }
  }

  return {
    idOf,
    addressOf: ({ id, urls }) => (urls?.get && idOf(urls.get) !== null ? urls.get : `${filesUrl}/${id}`),
    upload: (file) =>
      retry(() => uploadOnce(file), { ...settings.retry, ...(file.signal && { signal: file.signal }) }),
    async find(id, signal) {
      try {
        return await http.get({ path: `/files/${id}`, about: 'file', schema: fileSchema, signal });
      } catch (error) {
        if (ProviderError.isInstance(error) && error.status === 404) return null;
        throw error;
      }
    },
    async remove(id) {
      await request({ url: `${filesUrl}/${id}`, method: 'DELETE', signal: undefined }, async () => undefined);
    },
  };
}

/** Where a body was packed for its way, the header tells another length than the one that is read. */
function readLength(headers: Headers): number | null {
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') ? null : Number(length);
}

async function readFile(response: Response): Promise<ReplicateFile> {
  const text = await readText(response, 65_536);
  try {
    return fileSchema.parse(JSON.parse(text));
  } catch {
    throw new UnreadableAnswer('The answer describes no file.');
  }
}

const tooLarge = () =>
  explainFailure('too_large', {
    providerId: 'replicate',
    message: 'From this machine the GPU provider takes less than 100 MB of pictures.',
    hint: 'Choose fewer or smaller ones, or keep them in a project that can be reached from the internet.',
  });
