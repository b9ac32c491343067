import { ProviderError } from '../../errors/index.ts';
import { createHttpClient, type SendOutcome } from '../../shared/http/http.ts';
import { type RetryOptions, retry } from '../../shared/retry.ts';
import { type RunpodCall, toRunpodError } from './runpod-errors.ts';
import { type RunpodRun, runSchema } from './runpod-schemas.ts';

export interface RunpodApiSettings {
  /** Begins with `rpa_`. */
  readonly apiKey: string;
  /** Default `https://api.runpod.ai/v2`. */
  readonly baseUrl?: string;
  /** How requests are made. Default: the system's `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** For one try of a request. Default 30,000. */
  readonly timeoutMs?: number;
  /** How reads are repeated. */
  readonly retry?: Omit<RetryOptions, 'signal'>;
}

export interface RunpodRequest {
  readonly input: object;
  readonly webhook?: string;
  readonly policy: { executionTimeout: number; ttl: number };
}

/** RunPod's queue, a call each. The paid one gives an outcome, the others what was asked for, or throw. */
export type RunpodApi = ReturnType<typeof createRunpodApi>;

/** Creates the calls; every one of them with the rules of `shared/http.ts`. */
export function createRunpodApi({
  apiKey,
  baseUrl = 'https://api.runpod.ai/v2',
  ...rest
}: RunpodApiSettings) {
  const http = createHttpClient({
    ...rest,
    baseUrl,
    bearerToken: apiKey,
    toError: (failure, about: RunpodCall) => toRunpodError(failure, about),
  });

  return {
    run: (endpointId: string, body: RunpodRequest, signal?: AbortSignal): Promise<SendOutcome<RunpodRun>> =>
      http.sendOnce({ path: `/${endpointId}/run`, about: 'run', schema: runSchema, body, signal }),

    /** Null for a run that RunPod does not know, or not yet, or no longer. */
    async getRun(endpointId: string, runId: string, signal?: AbortSignal): Promise<RunpodRun | null> {
      try {
        return await http.get({
          path: `/${endpointId}/status/${runId}`,
          about: 'status',
          schema: runSchema,
          signal,
        });
      } catch (error) {
        if (ProviderError.isInstance(error) && error.failure === 'run_missing') return null;
        throw error;
      }
    },

    /** Costs nothing and may be repeated. Of a run that has ended, or is gone, there is nothing left to cancel. */
    cancelRun: (endpointId: string, runId: string, signal?: AbortSignal): Promise<void> =>
      retry(
        async () => {
          const path = `/${endpointId}/cancel/${runId}`;
          const sent = await http.sendOnce({ path, about: 'cancel', schema: runSchema, signal });
          if (sent.outcome !== 'accepted' && !hasEnded(sent.error)) throw sent.error;
        },
        { ...rest.retry, signal },
      ),
  };
}

function hasEnded({ status = 0 }: ProviderError): boolean {
  return [400, 404, 409, 410, 422].includes(status);
}
