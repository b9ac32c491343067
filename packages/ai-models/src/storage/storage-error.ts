import { z } from 'zod';
import { AiModelsError, type AiModelsErrorCode } from '../errors/index.ts';

const refusalSchema = z.object({
  message: z.string().nullish(),
  /** A number in a `DOMException`. */
  code: z.string().nullish().catch(null),
  /** In the body of an answer, and in the errors of supabase-js: not always a number. */
  statusCode: z.union([z.string(), z.number()]).nullish(),
  status: z.number().nullish(),
  name: z.string().nullish(),
});
type Refusal = z.infer<typeof refusalSchema>;

interface Words {
  readonly code: AiModelsErrorCode;
  readonly message: string;
  readonly hint: string;
}

const signedOut: Words = {
  code: 'not_signed_in',
  message: 'The session or the signed address is over.',
  hint: 'Sign in again, or ask for a new address.',
};
const badKey: Words = {
  code: 'path_invalid',
  message: 'Storage does not take a file of this name.',
  hint: 'Build keys with storage-paths only.',
};

/** By the name that storage gives it, then by its status. */
const words: Readonly<Record<string, Words>> = {
  InvalidJWT: signedOut,
  InvalidSignature: signedOut,
  InvalidKey: badKey,
  401: signedOut,
  403: {
    code: 'not_allowed',
    message: 'You may not do this with that file.',
    hint: 'Ask an admin of the brand.',
  },
  404: {
    code: 'file_not_found',
    message: 'There is no such file for you.',
    hint: 'It may have been deleted.',
  },
  409: {
    code: 'conflict',
    message: 'There is a file of this name already.',
    hint: 'Files are never replaced.',
  },
  413: {
    code: 'limit_reached',
    message: 'The file is larger than its bucket takes.',
    hint: 'Make it smaller.',
  },
  415: {
    code: 'input_invalid',
    message: 'The bucket takes no files of this type.',
    hint: 'Convert it first.',
  },
  416: {
    code: 'input_invalid',
    message: 'The file has no such part.',
    hint: 'Ask for a range inside of it.',
  },
};

/**
 * What storage, or the way to it, said instead of an answer, as one of our errors; from supabase-js, or from the body of
 * an answer with its `status`.
 */
export function toStorageError(error: unknown, status?: number): AiModelsError {
  if (AiModelsError.isInstance(error)) return error;
  const refusal = readRefusal(error);
  if (refusal.name === 'AbortError') {
    return new AiModelsError({
      code: 'aborted',
      message: 'The call was stopped by its signal.',
      cause: error,
    });
  }
  const found = meantStatus(refusal, status);
  const said = words[refusal.code ?? ''] ?? words[found ?? 0];
  if (said) return new AiModelsError({ ...said, cause: error });
  // 423: another request holds the same resumable upload.
  const retryable = found === null || found >= 500 || [408, 423, 429].includes(found);
  return new AiModelsError({
    code: 'storage_failed',
    message: retryable
      ? 'Storage cannot be reached, or is busy.'
      : 'Storage refused, without a reason of ours.',
    hint: retryable ? 'Try again in a moment.' : 'Look at the cause in the log.',
    retryable,
    cause: error,
  });
}

/** Storage answers most refusals with 400, and says in the body which status it means. */
function meantStatus({ statusCode, status }: Refusal, answered: number | undefined): number | null {
  const meant = Number(statusCode ?? Number.NaN);
  if (Number.isInteger(meant) && meant >= 400) return meant;
  return answered ?? status ?? null;
}

function readRefusal(error: unknown): Refusal {
  const inner = toInner(error);
  const parsed = refusalSchema.safeParse(inner);
  return parsed.data ?? {};
}

/** supabase-js wraps what it got. */
function toInner(error: unknown): unknown {
  if (typeof error !== 'object' || error === null) return error;
  return 'originalError' in error && error.originalError ? error.originalError : error;
}
