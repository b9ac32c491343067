import {
  type IAllExecuteFunctions,
  type IDataObject,
  type IHttpRequestMethods,
  type IHttpRequestOptions,
  NodeApiError,
} from 'n8n-workflow';
import { type ApiFailure, toApiFailure } from './api-failure.ts';
import { toRecord } from './read-answer.ts';

/** One request to the interface. */
export interface ApiRequest {
  readonly method?: IHttpRequestMethods;
  /** Below the API's address, such as `/training/jobs`. */
  readonly path: string;
  /** Where the robot has several brands. */
  readonly brandId?: string;
  readonly query?: IDataObject;
  readonly body?: IDataObject;
  /** A form, written out; instead of `body`. */
  readonly form?: { readonly contentType: string; readonly bytes: Buffer };
  /** What makes sure that a repetition costs nothing. */
  readonly idempotencyKey?: string;
  /** Which item of the input it is for. */
  readonly itemIndex?: number;
}

/** What the interface answered, or why it refused. */
export type ApiOutcome = { readonly answer: IDataObject } | { readonly failure: ApiFailure };

/**
 * Asks as the robot: n8n signs in, and signs in again after a 401. The token goes to the API's address alone, so redirects
 * are not followed.
 */
export async function tryApi(node: IAllExecuteFunctions, request: ApiRequest): Promise<ApiOutcome> {
  const { apiUrl } = await node.getCredentials('actApi', request.itemIndex ?? 0);
  const options = toHttpRequest(`${trimAddress(apiUrl)}${request.path}`, request);
  try {
    const answer: unknown = await node.helpers.httpRequestWithAuthentication.call(node, 'actApi', options);
    return { answer: toRecord(typeof answer === 'string' && answer !== '' ? JSON.parse(answer) : answer) };
  } catch (error) {
    return { failure: toApiFailure(error) };
  }
}

/** The same. @throws NodeApiError in the interface's own words */
export async function callApi(node: IAllExecuteFunctions, request: ApiRequest): Promise<IDataObject> {
  const outcome = await tryApi(node, request);
  if ('answer' in outcome) return outcome.answer;
  throw toNodeError(node, outcome.failure, request.itemIndex);
}

/** A refusal as n8n shows it. */
export function toNodeError(
  node: IAllExecuteFunctions,
  failure: ApiFailure,
  itemIndex?: number,
): NodeApiError {
  const { message, description, httpCode, cause } = failure;
  return new NodeApiError(node.getNode(), cause, {
    message,
    description,
    ...(httpCode !== null && { httpCode }),
    ...(itemIndex !== undefined && { itemIndex }),
  });
}

function toHttpRequest(url: string, request: ApiRequest): IHttpRequestOptions {
  const { method = 'GET', brandId, query, body, form, idempotencyKey } = request;
  return {
    method,
    url,
    headers: {
      ...(brandId && { 'X-Brand-Id': brandId }),
      ...(idempotencyKey && { 'Idempotency-Key': idempotencyKey }),
      ...(form && { 'Content-Type': form.contentType }),
    },
    ...(query && { qs: query }),
    ...(body && { body }),
    ...(form && { body: form.bytes }),
    disableFollowRedirect: true,
    json: form === undefined,
  };
}

/** An address as people write it, without the slash at its end. */
export const trimAddress = (address: unknown): string => String(address).trim().replace(/\/+$/, '');
