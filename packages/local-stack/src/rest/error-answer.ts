import { z } from 'zod';

const databaseErrorSchema = z.object({
  severity: z.string(),
  code: z.string().length(5),
  message: z.string(),
  detail: z.string().nullish(),
  hint: z.string().nullish(),
});
type DatabaseError = z.infer<typeof databaseErrorSchema>;

const answerSchema = z.object({ code: z.string(), message: z.string() });

/** PostgREST's statuses by SQLSTATE, the longest prefix first; everything else is a 400. */
const statuses: [prefix: string, status: number][] = [
  ['23503', 409],
  ['23505', 409],
  ['25006', 405],
  ['42883', 404],
  ['42P01', 404],
  ['42P17', 500],
  ['42501', 403],
  ['P0001', 400],
  ['08', 503],
  ['09', 500],
  ['0L', 403],
  ['0P', 403],
  ['25', 500],
  ['28', 403],
  ['2D', 500],
  ['38', 500],
  ['39', 500],
  ['3B', 500],
  ['40', 500],
  ['53', 503],
  ['54', 500],
  ['55', 500],
  ['57', 500],
  ['58', 500],
  ['F0', 500],
  ['HV', 500],
  ['P0', 500],
  ['XX', 500],
];

/**
 * Answers a database error as PostgREST would. Lite makes a nameless 500 of most errors that our functions raise, and
 * drops the hint of others; what it printed meanwhile still holds both.
 */
export async function repairErrorAnswer(response: Response, printed: unknown[]): Promise<Response> {
  if (response.status < 400 || !response.headers.get('content-type')?.includes('json')) return response;
  const error = printed.map(asDatabaseError).findLast((found) => found !== null);
  const answer = answerSchema.safeParse(
    await response
      .clone()
      .json()
      .catch(() => null),
  );
  if (!error || !answer.success) return response;

  const isNameless = answer.data.code === 'SUP';
  if (!isNameless && answer.data.code !== error.code) return response;
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  const { code, message, detail = null, hint = null } = error;
  return Response.json(
    { code, details: detail, hint, message },
    { status: isNameless ? statusOf(error) : response.status, headers },
  );
}

/** The driver's error says it is one by its fields; its class is not exported. */
function asDatabaseError(value: unknown): DatabaseError | null {
  if (!(value instanceof Error)) return null;
  return databaseErrorSchema.safeParse({ ...value, message: value.message }).data ?? null;
}

function statusOf({ code }: DatabaseError): number {
  const asked = code.match(/^PT([1-5]\d\d)$/)?.[1];
  if (asked) return Number(asked);
  return statuses.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 400;
}
