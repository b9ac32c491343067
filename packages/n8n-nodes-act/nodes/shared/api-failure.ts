import type { JsonObject } from 'n8n-workflow';
import { isRecord, readText, toRecord } from './read-answer.ts';

/** Why the interface refused, as n8n shows it. */
export interface ApiFailure {
  readonly message: string;
  readonly description: string;
  readonly httpCode: string | null;
  /** The word for programs, such as `too_few_new_images`; null where the interface did not answer. */
  readonly code: string | null;
  readonly cause: JsonObject;
}

/**
 * Versions of n8n differ in what they throw for a status: axios' error, or an error of n8n's around it. The refusal is
 * looked for in both.
 */
export function toApiFailure(error: unknown): ApiFailure {
  const refusal = findRefusal(error);
  const status = findStatus(error);
  const code = readText(refusal, 'code');
  const hint = readText(refusal, 'hint');
  const reasons = listMessages(refusal.reasons ?? refusal.problems);
  const message =
    readText(refusal, 'message') ?? readText(error, 'message') ?? 'The interface did not answer.';
  return {
    message,
    description: [...reasons, hint, code && `(${code})`].filter(Boolean).join(' '),
    httpCode: status,
    code,
    cause: { message, ...(code && { code }), ...(hint && { hint }), ...(status && { httpCode: status }) },
  };
}

/** Where it may lie in what was thrown. */
function findRefusal(error: unknown): JsonObject {
  const thrown = toRecord(error);
  const places = [thrown.response, thrown.context, thrown.cause, toRecord(thrown.cause).response];
  for (const place of places) {
    const { data } = toRecord(place);
    const parsed = typeof data === 'string' ? parse(data) : data;
    const refusal = toRecord(parsed).error;
    if (isRecord(refusal)) return { ...refusal } as JsonObject;
  }
  return {};
}

function findStatus(error: unknown): string | null {
  const { httpCode, response, cause } = toRecord(error);
  const status = httpCode ?? toRecord(response).status ?? toRecord(cause).httpCode;
  return typeof status === 'string' || typeof status === 'number' ? String(status) : null;
}

const listMessages = (list: unknown): string[] =>
  Array.isArray(list) ? list.flatMap((one) => readText(one, 'message') ?? []) : [];

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
