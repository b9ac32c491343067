import type { ProviderError, ProviderFailure } from '../../errors/index.ts';
import type { HttpFailure } from '../../shared/http/http.ts';
import { redactVendorText } from '../../shared/logging/redact-vendor-text.ts';
import { explainFailure } from '../explain-failure.ts';
import { explainHttpFailure, failureOfStatus } from '../explain-http-failure.ts';
import { raisedErrorSchema } from './runpod-schemas.ts';

export type RunpodCall = 'run' | 'status' | 'cancel';

/** A request to RunPod that did not end well. Its bodies are in no document, so the status alone decides. */
export function toRunpodError(failure: HttpFailure, call: RunpodCall): ProviderError {
  return explainHttpFailure('runpod', failure, ({ status, body }) => ({
    // Without the endpoint there is nobody who could do the work.
    failure: call === 'run' && status === 404 ? 'version_missing' : failureOfStatus(status),
    vendorDetail: body,
  }));
}

interface RunFailure {
  readonly says: RegExp;
  readonly failure: ProviderFailure;
  readonly retryable?: boolean;
}

/** What our image raises, by the name of the class; Python writes more around it. */
const raised: readonly RunFailure[] = [
  { says: /DatasetRefusedError/, failure: 'dataset_refused' },
  { says: /LoraRefusedError/, failure: 'input_refused' },
  { says: /ContentRefusedError/, failure: 'content_refused' },
  { says: /OutOfMemory|out of memory/i, failure: 'out_of_memory' },
  // Our signed address had run out; the next attempt brings a new one.
  { says: /DownloadError/, failure: 'input_refused', retryable: true },
  { says: /UploadError|WorkerError/, failure: 'run_failed' },
  { says: /timed? ?out/i, failure: 'timed_out' },
];

/** What is said in a sentence: by our image about its input, or by RunPod about the worker. */
const said: readonly RunFailure[] = [
  { says: /out of memory/i, failure: 'out_of_memory' },
  { says: /timed? ?out|execution ?timeout/i, failure: 'timed_out' },
  { says: /\binput\b/i, failure: 'input_refused' },
];

/** A run that failed: its `error` is a sentence, or the text of a JSON object with a traceback. */
export function toRunError(error: unknown): ProviderError {
  const text = typeof error === 'string' ? error : error === undefined ? '' : JSON.stringify(error);
  const parsed = raisedErrorSchema.safeParse(parseJson(text));
  const words = parsed.success ? `${parsed.data.error_type}: ${parsed.data.error_message ?? ''}` : text;
  const known = parsed.success ? raised : said;
  const found = known.find(({ says }) => says.test(words));
  return explainFailure(found?.failure ?? 'run_failed', {
    providerId: 'runpod',
    vendorDetail: redactVendorText(words),
    ...(found?.retryable !== undefined && { retryable: found.retryable }),
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
