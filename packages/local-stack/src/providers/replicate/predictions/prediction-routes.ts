import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { problems } from '../answers/api-problem.ts';
import { parseBody, parseJson } from '../answers/parse-body.ts';
import { nameOf } from '../models/model.ts';
import { preparePrediction, type Runnable } from '../programs/prepare-program.ts';
import type { ApiEnvironment, ReplicateParts } from '../replicate-parts.ts';
import { isTerminal, type Run } from '../runs/run.ts';
import { toRunAnswer } from '../runs/run-answer.ts';
import { startRun } from '../runs/run-lifecycle.ts';
import { addRunRoutes } from '../runs/run-routes.ts';
import { toWebhook, webhookFields } from '../runs/webhook-fields.ts';
import { hideSecrets } from '../trainings/trainer-input.ts';
import { findRunnable } from './find-runnable.ts';
import { parseCancelAfter, parsePrefer } from './request-headers.ts';

const bodySchema = z.strictObject({
  input: z.record(z.string(), z.unknown()),
  stream: z.boolean().nullish(),
  ...webhookFields,
});
const bodyWithVersionSchema = bodySchema.extend({ version: z.string() });

const queueMs = 2_000;
/** Replicate ends a prediction that takes longer. */
const longestRunMs = 30 * 60_000;

/** Predictions: by version, or by name of an official model. */
export function predictionRoutes(parts: ReplicateParts): Hono<ApiEnvironment> {
  const { models } = parts;
  const routes = new Hono<ApiEnvironment>();

  routes.post('/predictions', async (context) => {
    const body = parseBody(bodyWithVersionSchema, parseJson(await context.req.text()));
    const runnable = findRunnable(body.version, models, context.var.account.username);
    if (!runnable) throw problems.versionInvalid();
    return create(context, { runnable, body }, parts);
  });

  routes.post('/models/:owner/:name/predictions', async (context) => {
    const { owner, name } = context.req.param();
    const body = parseBody(bodySchema, parseJson(await context.req.text()));
    const model = models.find(`${owner}/${name}`, context.var.account.username);
    const [version] = model?.versions ?? [];
    if (!model?.isOfficial || !version) throw problems.notFound();
    return create(context, { runnable: { model, version }, body }, parts);
  });

  addRunRoutes(routes, 'prediction', parts);
  return routes;
}

interface Creation {
  runnable: Runnable;
  body: z.infer<typeof bodySchema>;
}

async function create(
  context: Context<ApiEnvironment>,
  creation: Creation,
  parts: ReplicateParts,
): Promise<Response> {
  const { clock, apiUrl } = parts;
  const waitMs = parsePrefer(context.req.header('prefer'));
  const run = start(context, creation, parts);
  if (waitMs !== null) await hasEnded(run, waitMs, { clock, signal: context.req.raw.signal });
  const isAnswered = waitMs === null || isTerminal(run);
  return context.json(toRunAnswer(run, { clock, apiUrl: apiUrl() }), isAnswered ? 201 : 202);
}

function start(context: Context<ApiEnvironment>, { runnable, body }: Creation, parts: ReplicateParts): Run {
  const { account } = context.var;
  const { model, version } = runnable;
  const cancelAfterMs = parseCancelAfter(context.req.header('cancel-after'));
  const prepare = preparePrediction(runnable, body.input, parts);
  if (account.credit === 'none') throw problems.insufficientCredit();
  model.runCount += 1;
  return startRun(
    {
      kind: 'prediction',
      account,
      model: nameOf(model),
      version: model.isOfficial ? 'hidden' : version.id,
      input: hideSecrets(body.input),
      destination: null,
      webhook: toWebhook(body),
      queueMs,
      cancelAfterMs: cancelAfterMs ?? longestRunMs,
      prepare,
    },
    parts,
  );
}

/** Waits for a run, but not for ever: so many simulated ms, or until the caller has gone. */
async function hasEnded(
  run: Run,
  waitMs: number,
  { clock, signal }: Pick<ReplicateParts, 'clock'> & { signal: AbortSignal },
): Promise<void> {
  const { promise: patienceOver, resolve } = Promise.withResolvers<void>();
  const patience = clock.schedule(waitMs, resolve);
  signal.addEventListener('abort', () => resolve(), { once: true });
  await Promise.race([run.ended.promise, patienceOver]);
  patience.cancel();
}
