import type { z } from 'zod';
import type { ProviderError } from '../../errors/index.ts';
import { createHttpClient, type HttpClient, type SendOutcome } from '../../shared/http/http.ts';
import { openUrl } from '../../shared/http/open-url.ts';
import { type RetryOptions, retry } from '../../shared/retry.ts';
import { explainFailure } from '../explain-failure.ts';
import type { ModelReference, TrainedVersion } from './model-reference.ts';
import { type ReplicateCall, toReplicateError } from './replicate-errors.ts';
import { createReplicateFiles } from './replicate-files.ts';
import { createReplicateRemovals } from './replicate-removals.ts';
import {
  accountSchema,
  modelSchema,
  pageOf,
  predictionSchema,
  type ReplicatePrediction,
  type ReplicateTraining,
  trainingSchema,
  versionSchema,
  webhookSecretSchema,
} from './replicate-schemas.ts';

export interface ReplicateApiSettings {
  /** Begins with `r8_`. */
  readonly apiToken: string;
  /** Default `https://api.replicate.com/v1`. */
  readonly baseUrl?: string;
  /** How requests are made. Default: the system's `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
  /** For one try of a request. Default 30,000. */
  readonly timeoutMs?: number;
  /** While an output that is fetched brings nothing. Default 60,000. */
  readonly idleTimeoutMs?: number;
  /** How reads are repeated. */
  readonly retry?: Omit<RetryOptions, 'signal'>;
}

const vendorUrl = 'https://api.replicate.com/v1';
/** Ten thousand runs: whoever asks for more has given a wrong date. */
const maximumPages = 100;
const path = (...parts: string[]) => parts.map((part) => `/${encodeURIComponent(part)}`).join('');

/** Replicate's interface, a call each. Paid ones give an outcome, the others what was asked for, or throw. */
export type ReplicateApi = ReturnType<typeof createReplicateApi>;

/** Creates the calls; every one of them with the rules of `shared/http.ts`. */
export function createReplicateApi(settings: ReplicateApiSettings) {
  const { apiToken, baseUrl = vendorUrl, ...rest } = settings;
  const http = createHttpClient({
    ...rest,
    baseUrl,
    bearerToken: apiToken,
    toError: (failure, about: ReplicateCall) => toReplicateError(failure, about),
  });

  const remove = createReplicateRemovals({ ...rest, baseUrl: http.baseUrl, apiToken });

  return {
    baseUrl: http.baseUrl,
    fetch: rest.fetch ?? globalThis.fetch,
    files: createReplicateFiles({ ...rest, http, apiToken, vendorUrl }),
    getAccount: (signal?: AbortSignal) =>
      http.get({ path: '/account', about: 'account', schema: accountSchema, signal }),
    getModel: ({ owner, name }: ModelReference, signal?: AbortSignal) =>
      http.get({ path: path('models', owner, name), about: 'model', schema: modelSchema, signal }),
    createModel: (
      body: { owner: string; name: string; visibility: 'private'; hardware: string },
      signal?: AbortSignal,
    ) => http.sendOnce({ path: '/models', about: 'model.create', schema: modelSchema, body, signal }),
    removeModel: ({ owner, name }: ModelReference, signal?: AbortSignal) =>
      remove({ path: path('models', owner, name), about: 'model.delete', signal }),
    listVersions: ({ owner, name }: ModelReference, signal?: AbortSignal) =>
      list(http, path('models', owner, name, 'versions'), 'versions', versionSchema, signal),
    removeVersion: ({ owner, name }: ModelReference, version: string, signal?: AbortSignal) =>
      remove({ path: path('models', owner, name, 'versions', version), about: 'version.delete', signal }),
    createTraining: (
      trainer: Required<ModelReference>,
      body: { destination: string; input: object },
      signal?: AbortSignal,
    ): Promise<SendOutcome<ReplicateTraining>> =>
      http.sendOnce({
        path: path('models', trainer.owner, trainer.name, 'versions', trainer.version, 'trainings'),
        about: 'training.create',
        schema: trainingSchema,
        body,
        signal,
      }),
    getTraining: (id: string, signal?: AbortSignal) =>
      http.get({ path: path('trainings', id), about: 'training', schema: trainingSchema, signal }),
    listTrainings: (signal?: AbortSignal) => list(http, '/trainings', 'training', trainingSchema, signal),
    cancelTraining: (id: string, signal?: AbortSignal) =>
      cancel(http, path('trainings', id, 'cancel'), 'training', trainingSchema, settings.retry, signal),
    createPrediction: (
      model: ModelReference | TrainedVersion,
      body: { input: object },
      { deadlineMs, signal }: { deadlineMs: number; signal?: AbortSignal | undefined },
    ): Promise<SendOutcome<ReplicatePrediction>> =>
      http.sendOnce({
        path:
          'owner' in model && !model.version
            ? path('models', model.owner, model.name, 'predictions')
            : '/predictions',
        about: 'prediction.create',
        schema: predictionSchema,
        body: model.version ? { ...body, version: model.version } : body,
        headers: { 'cancel-after': toCancelAfter(deadlineMs) },
        signal,
      }),
    getPrediction: (id: string, signal?: AbortSignal) =>
      http.get({ path: path('predictions', id), about: 'prediction', schema: predictionSchema, signal }),
    listPredictions: (signal?: AbortSignal) =>
      list(http, '/predictions', 'prediction', predictionSchema, signal),
    cancelPrediction: (id: string, signal?: AbortSignal) =>
      cancel(http, path('predictions', id, 'cancel'), 'prediction', predictionSchema, settings.retry, signal),
    getWebhookSecret: (signal?: AbortSignal) =>
      http.get({
        path: '/webhooks/default/secret',
        about: 'webhookSecret',
        schema: webhookSecretSchema,
        signal,
      }),
    openOutput: (url: string, signal?: AbortSignal) => openOutput(url, http.baseUrl, settings, signal),
  };
}

/** At least five seconds, at most the half hour after which a prediction is ended anyway. */
function toCancelAfter(deadlineMs: number): string {
  return `${Math.min(Math.max(Math.ceil(deadlineMs / 1_000), 5), 1_800)}s`;
}

/** Page by page as it is read. The address of the next one is followed only where the first one was. */
async function* list<T>(
  http: HttpClient<ReplicateCall>,
  start: string,
  about: ReplicateCall,
  schema: z.ZodType<T>,
  signal?: AbortSignal,
): AsyncGenerator<T> {
  let next: string | null = start;
  for (let pages = 0; next !== null && pages < maximumPages; pages += 1) {
    const page: { next?: string | null | undefined; results: T[] } = await http.get({
      path: next,
      about,
      schema: pageOf(schema),
      signal,
    });
    yield* page.results;
    next = page.next ? toOwnPath(page.next, http.baseUrl) : null;
  }
}

function toOwnPath(address: string, baseUrl: URL): string {
  const url = URL.canParse(address, baseUrl.href) ? new URL(address, baseUrl) : null;
  const prefix = baseUrl.pathname.replace(/\/$/, '');
  if (url?.origin === baseUrl.origin && url.pathname.startsWith(`${prefix}/`)) {
    return `${url.pathname.slice(prefix.length)}${url.search}`;
  }
  throw explainFailure('answer_invalid', {
    providerId: 'replicate',
    vendorDetail: 'next page on another host',
  });
}

/** Costs nothing and may be repeated. Of a run that has ended, or is gone, there is nothing left to cancel. */
function cancel(
  http: HttpClient<ReplicateCall>,
  cancelPath: string,
  about: ReplicateCall,
  schema: z.ZodType,
  options: Omit<RetryOptions, 'signal'> | undefined,
  signal?: AbortSignal,
): Promise<void> {
  return retry(
    async () => {
      const sent = await http.sendOnce({ path: cancelPath, about, schema, signal });
      if (sent.outcome !== 'accepted' && !hasEnded(sent.error)) throw sent.error;
    },
    { ...options, signal },
  );
}

function hasEnded({ status = 0 }: ProviderError): boolean {
  return [400, 404, 409, 410, 422].includes(status);
}

function openOutput(
  address: string,
  baseUrl: URL,
  { apiToken, ...settings }: ReplicateApiSettings,
  signal?: AbortSignal,
): Promise<Response> {
  return openUrl(
    address,
    {
      ...settings,
      isAllowed: (url) => isOwnFile(url, baseUrl) || isDelivery(url) || isSimulated(url, baseUrl),
      headersFor: (url) => (isOwnFile(url, baseUrl) ? { authorization: `Bearer ${apiToken}` } : {}),
      refuse: () =>
        explainFailure('answer_invalid', {
          providerId: 'replicate',
          vendorDetail: 'output on an unknown host',
        }),
      toError: (failure) => toReplicateError(failure, 'output'),
    },
    signal,
  );
}

/** Exactly a file of the interface: nothing else is asked with the token. */
function isOwnFile(url: URL, baseUrl: URL): boolean {
  const prefix = baseUrl.pathname.replace(/\/$/, '');
  if (url.origin !== baseUrl.origin || !url.pathname.startsWith(`${prefix}/`)) return false;
  return /^\/files\/[\w.-]+(\/download)?$/.test(url.pathname.slice(prefix.length));
}

/** A simulator gives its outputs wherever it likes; they need no token. */
function isSimulated({ origin }: URL, baseUrl: URL): boolean {
  return baseUrl.href !== vendorUrl && origin === baseUrl.origin;
}

function isDelivery({ protocol, hostname, port }: URL): boolean {
  return protocol === 'https:' && port === '' && /^(.+\.)?replicate\.delivery$/.test(hostname);
}
