import { z } from 'zod';
import {
  AiModelsError,
  type AiModelsErrorCode,
  type AiModelsErrorDetails,
  NotReadyError,
} from '../errors/index.ts';
import { fromAnswer } from './own-errors.ts';

const answerSchema = z.object({
  message: z.string().nullish(),
  details: z.string().nullish(),
  hint: z.string().nullish(),
  code: z.string().nullish().catch(null),
});
type DatabaseAnswer = z.infer<typeof answerSchema>;

/** What our own functions raise, in words for people. */
const raised: Readonly<Record<string, AiModelsErrorCode>> = {
  PT400: 'input_invalid',
  PT402: 'budget_exceeded',
  PT403: 'not_allowed',
  PT404: 'brand_not_allowed',
  PT409: 'conflict',
  PT422: 'input_invalid',
  PT429: 'limit_reached',
};

/** What admission says of pictures; everything else of its state is about the call. */
const aboutPictures =
  /^(Not all of these pictures|A \w+ needs \d+ to \d+ pictures|The pictures need attention)/;

type Words = Pick<AiModelsErrorDetails, 'code' | 'message' | 'hint'>;

/** PostgREST's and PostgreSQL's own, whose words are not for people: the longest prefix first. */
const known: readonly (readonly [prefix: string, words: Words])[] = [
  [
    'PGRST116',
    {
      code: 'not_allowed',
      message: 'There is no such entry for you.',
      hint: 'Pass the id of one you can read.',
    },
  ],
  [
    'PGRST30',
    {
      code: 'not_signed_in',
      message: 'The session is over, or is none of this project.',
      hint: 'Sign in again.',
    },
  ],
  [
    'PGRST20',
    {
      code: 'database_failed',
      message: 'The database lacks a table, column or function that is needed.',
      hint: 'Apply the migrations of this version.',
    },
  ],
  ['42501', { code: 'not_allowed', message: 'You may not do this.', hint: 'Ask an admin of the brand.' }],
  [
    '23505',
    { code: 'conflict', message: 'There is one of this already.', hint: 'Use it, or choose another name.' },
  ],
  [
    '23503',
    {
      code: 'input_invalid',
      message: 'It refers to something that is not in this brand, or is still referred to.',
      hint: 'Check the ids.',
    },
  ],
  [
    '23',
    {
      code: 'input_invalid',
      message: 'A value breaks a rule of the database.',
      hint: 'Check what you pass.',
    },
  ],
  ['22', { code: 'input_invalid', message: 'A value has the wrong form.', hint: 'Check what you pass.' }],
];

/** States that pass: lost connections, full servers, deadlocks, stops. */
const passing = /^(08|40|53|55P03|57|PGRST00)/;

/**
 * What the database, or the way to it, said instead of an answer, as one of our errors. Only words which our own SQL
 * wrote are passed on; the rest stays in `cause`.
 */
export function toDatabaseError(error: unknown, status?: number): AiModelsError {
  const ours = AiModelsError.isInstance(error) ? error : fromAnswer(error);
  if (ours) return ours;
  const answer = answerSchema.safeParse(error).data ?? {};
  if (status === 401 && !answer.code && /api ?key/i.test(answer.message ?? '')) return keyRefused(error);
  const code = status === 401 ? 'PGRST301' : (answer.code ?? '');
  if (/^PT\d{3}$/.test(code)) return toRaisedError(answer, error);
  if (isAbort(answer)) {
    return new AiModelsError({
      code: 'aborted',
      message: 'The call was stopped by its signal.',
      cause: error,
    });
  }
  const words = known.find(([prefix]) => code.startsWith(prefix))?.[1];
  if (words) return new AiModelsError({ ...words, cause: error });
  return toFailure(error, passing.test(code) || isUnanswered(answer, status));
}

function toRaisedError({ code, message, details, hint }: DatabaseAnswer, cause: unknown): AiModelsError {
  const said = message ?? '';
  const words = [said, details ?? ''].filter(Boolean).join(' ');
  const advice = hint ? { hint } : {};
  if (code === 'PT422' && aboutPictures.test(said)) {
    return new NotReadyError({ reasons: [{ code: 'refused', message: words }], ...advice, cause });
  }
  const ours = raised[code ?? ''] ?? 'database_failed';
  return new AiModelsError({ code: ours, message: words || 'The database refused.', ...advice, cause });
}

const keyRefused = (cause: unknown) =>
  new AiModelsError({
    code: 'not_configured',
    message: 'The project refuses the publishable key.',
    hint: 'Check `supabase.publishableKey`: it belongs to the project at `supabase.url`.',
    cause,
  });

const toFailure = (cause: unknown, retryable: boolean) =>
  new AiModelsError({
    code: 'database_failed',
    message: retryable
      ? 'The database cannot be reached, or is busy.'
      : 'The database refused, without a reason of ours.',
    hint: retryable ? 'Try again in a moment.' : 'Look at the cause in the log.',
    retryable,
    cause,
  });

/** supabase-js has no code, and status 0, for what never got an answer. */
const isUnanswered = ({ code, message }: DatabaseAnswer, status: number | undefined) =>
  status === undefined || status === 0
    ? code === '' ||
      /^(TypeError|FetchError|TimeoutError|ConnectTimeoutError)\b|fetch failed/.test(message ?? '')
    : status >= 500 || status === 429 || status === 408;

/** supabase-js makes a text of the error that stopped it. */
const isAbort = ({ code, message }: DatabaseAnswer) => !code && /^AbortError\b/.test(message ?? '');
