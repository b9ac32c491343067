import { type Context, Hono } from 'hono';
import { problems } from './api-problem.ts';
import type { Endpoint, Endpoints } from './endpoints.ts';
import { hasEnded, type Job, toJobAnswer } from './queue/job.ts';
import { cancelJob, type JobQueue } from './queue/job-queue.ts';
import { parseJobRequest } from './queue/job-request.ts';
import type { CountRequest } from './rate-limit.ts';
import type { RunpodParts } from './runpod-parts.ts';

const largestRunBytes = 10 * 1024 * 1024;
const largestSyncBytes = 20 * 1024 * 1024;
const usualWaitMs = 90_000;

export interface QueueRoutesOptions {
  parts: RunpodParts;
  endpoints: Endpoints;
  queueOf: (endpoint: Endpoint) => JobQueue;
  count: CountRequest;
}

interface Environment {
  Variables: { endpoint: Endpoint };
}

/** Everything under `/v2/{endpoint}`. */
export function queueRoutes({ parts, endpoints, queueOf, count }: QueueRoutesOptions): Hono<Environment> {
  const routes = new Hono<Environment>();
  const find = ({ req, var: { endpoint } }: Context<Environment>) =>
    parts.jobs.get(req.param('id') ?? '', endpoint);

  routes.use('/:endpoint/*', async (context, next) => {
    const id = context.req.param('endpoint');
    context.set('endpoint', endpoints.authorize(id, context.req.header('authorization')));
    await next();
  });

  routes.post('/:endpoint/run', async (context) => {
    const { endpoint } = context.var;
    count(endpoint.id, 'run');
    const request = parseJobRequest(await readText(context, largestRunBytes));
    const { id, status } = queueOf(endpoint).submit(request, { isSync: false });
    return context.json({ id, status });
  });
  routes.post('/:endpoint/runsync', async (context) => {
    const { endpoint } = context.var;
    count(endpoint.id, 'runsync');
    const waitMs = parseWait(context);
    const request = parseJobRequest(await readText(context, largestSyncBytes));
    const job = queueOf(endpoint).submit(request, { isSync: true });
    await untilEnded(job, { waitMs, signal: context.req.raw.signal }, parts);
    return context.json(toJobAnswer(job));
  });

  routes.get('/:endpoint/status/:id', (context) => {
    count(context.var.endpoint.id, 'status');
    return context.json(toJobAnswer(find(context)));
  });
  routes.get('/:endpoint/status-sync/:id', async (context) => {
    count(context.var.endpoint.id, 'status');
    const job = find(context);
    await untilEnded(job, { waitMs: parseWait(context), signal: context.req.raw.signal }, parts);
    return context.json(toJobAnswer(job));
  });
  // Our image's handlers return; only one that yields has something to stream.
  routes.get('/:endpoint/stream/:id', (context) => {
    count(context.var.endpoint.id, 'status');
    return context.json({ status: find(context).status, stream: [] });
  });

  routes.post('/:endpoint/cancel/:id', (context) => {
    count(context.var.endpoint.id, 'cancel');
    const job = find(context);
    cancelJob(job, parts);
    return context.json({ id: job.id, status: job.status });
  });
  routes.post('/:endpoint/retry/:id', (context) => {
    const job = find(context);
    if (job.status !== 'FAILED' && job.status !== 'TIMED_OUT') {
      throw problems.invalid('only a job that failed or timed out can be retried');
    }
    queueOf(context.var.endpoint).retry(job);
    return context.json({ id: job.id, status: job.status });
  });
  routes.post('/:endpoint/purge-queue', (context) => {
    const { endpoint } = context.var;
    count(endpoint.id, 'purge');
    return context.json({ removed: queueOf(endpoint).purge(), status: 'completed' });
  });
  routes.get('/:endpoint/health', (context) => context.json(queueOf(context.var.endpoint).health()));
  return routes;
}

async function readText({ req }: Context, maxBytes: number): Promise<string> {
  if (Number(req.header('content-length') ?? 0) > maxBytes) throw problems.tooLarge();
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of req.raw.body ?? []) {
    total += chunk.byteLength;
    if (total > maxBytes) throw problems.tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** `?wait=` in ms, from one second to five minutes. */
function parseWait({ req }: Context): number {
  const wait = req.query('wait');
  if (wait === undefined) return usualWaitMs;
  const waitMs = Number(wait);
  if (waitMs >= 1_000 && waitMs <= 300_000) return waitMs;
  throw problems.invalid('wait is from 1000 to 300000');
}

/** Waits so many simulated ms, or until the caller has gone. */
async function untilEnded(
  job: Job,
  { waitMs, signal }: { waitMs: number; signal: AbortSignal },
  { clock }: RunpodParts,
): Promise<void> {
  if (hasEnded(job)) return;
  const { promise: patienceOver, resolve } = Promise.withResolvers<void>();
  const patience = clock.schedule(waitMs, resolve);
  signal.addEventListener('abort', () => resolve(), { once: true });
  await Promise.race([job.ended.promise, patienceOver]);
  patience.cancel();
}
