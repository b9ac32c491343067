import { setTimeout } from 'node:timers/promises';
import { repairErrorAnswer } from './error-answer.ts';
import { withExactCount } from './exact-counts.ts';
import { createLiteApp, type LiteApp, type LiteAppSettings } from './lite-app.ts';
import { catchPrintedErrors } from './printed-errors.ts';
import { refuseForeignRole } from './refuse-foreign-role.ts';

/** `/rest/v1` and `/auth/v1`. */
export interface RestService {
  fetch(request: Request): Promise<Response>;
  /** From now until `renew`, requests are told to come back; those under way are not waited for. */
  suspend(): void;
  /** Begins again on new connections: after a database restart the old ones may hang for good. */
  renew(): Promise<void>;
  forgetSchema(): Promise<void>;
  close(): Promise<void>;
}

export async function createRestService(settings: LiteAppSettings): Promise<RestService> {
  let current = await startEra(settings);
  return {
    fetch: async (request) => refuseForeignRole(request) ?? current.fetch(withExactCount(request)),
    suspend: () => current.end(),
    renew: async () => {
      const previous = current;
      current = await startEra(settings);
      previous.end();
      await previous.app.close();
    },
    forgetSchema: () => current.app.forgetSchema(),
    close: async () => {
      current.end();
      await current.settle();
      await current.app.close();
    },
  };
}

/** One app and the requests it serves, from one database start to the next. */
async function startEra(settings: LiteAppSettings) {
  const app: LiteApp = await createLiteApp(settings);
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const underWay = new Set<Promise<unknown>>();
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });

  return {
    app,
    end,
    /** The driver throws where nobody can catch it when its connection goes in the middle of a query. */
    settle: () => Promise.race([Promise.allSettled(underWay), setTimeout(1000, undefined, { ref: false })]),
    fetch: async (request: Request): Promise<Response> => {
      if (hasEnded) return unavailable();
      const answered = catchPrintedErrors(() => app.fetch(request));
      underWay.add(answered);
      const forget = () => underWay.delete(answered);
      answered.then(forget, forget);
      const outcome = await Promise.race([answered, ended]);
      if (outcome) return repairErrorAnswer(outcome.result, outcome.errors);
      answered.catch(() => undefined); // nobody waits for it any more
      return unavailable();
    },
  };
}

/** What PostgREST answers while it looks for its database. */
function unavailable(): Response {
  return Response.json(
    {
      code: 'PGRST001',
      message: 'Database connection error. Retrying the connection.',
      details: 'The database is restarting.',
      hint: 'Send the request again in a second.',
    },
    { status: 503, headers: { 'retry-after': '1' } },
  );
}
