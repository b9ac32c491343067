import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ConnectionDropped } from '../faults/connection-dropped.ts';
import { withRequestFaults } from '../faults/request-faults.ts';
import { accountRoutes } from './accounts/account-routes.ts';
import { ApiProblem, problems } from './answers/api-problem.ts';
import type { RateLimiter } from './answers/rate-limit.ts';
import { refuseWithStatus } from './answers/refuse-with-status.ts';
import { downloadRoute, fileRoutes } from './files/file-routes.ts';
import { modelRoutes } from './models/model-routes.ts';
import { deliveryRoutes } from './outputs/delivery-routes.ts';
import { predictionRoutes } from './predictions/prediction-routes.ts';
import type { ApiEnvironment, ReplicateParts } from './replicate-parts.ts';
import { requestPlace } from './request-place.ts';
import { trainingRoutes } from './trainings/training-routes.ts';

/** JSON is held in memory: pictures and archives come by address, or by the Files API. */
const largestBodyBytes = 10 * 1024 * 1024;

export interface ReplicateAppOptions {
  parts: ReplicateParts;
  limiter: RateLimiter;
  /** Where the simulator lives on its server, such as `/replicate`. */
  basePath: string;
  /** Aborted when the simulator closes. */
  closing: AbortSignal;
}

/** The API under `/v1`, and the outputs under `/delivery`. */
export function createReplicateApp({ parts, limiter, basePath, closing }: ReplicateAppOptions): Hono {
  const app = new Hono();
  const root = basePath === '' ? '/' : basePath;
  app.onError((error) => {
    if (error instanceof ConnectionDropped) throw error;
    if (error instanceof ApiProblem) return error.toResponse();
    console.error('The Replicate simulator has a fault of its own:', error);
    return problems.broken().toResponse();
  });
  app.notFound(() => problems.notFound().toResponse());

  const withFaults = new Hono();
  withFaults.use(async (context, next) => {
    const on = requestPlace(context.req.method, new URL(context.req.url).pathname.slice(basePath.length));
    const signal = AbortSignal.any([context.req.raw.signal, closing]);
    context.res = await withRequestFaults({ ...parts, on, signal, refuse: refuseWithStatus }, async () => {
      await next();
      return context.res;
    });
  });
  withFaults.route('/', downloadRoute(parts));
  withFaults.route('/', createApi(parts, limiter));
  app.route(`${basePath}/v1`, withFaults);
  app.route(`${basePath}/delivery`, deliveryRoutes(parts));
  app.get(root, (context) => context.json({ simulation: true, of: 'Replicate', api: parts.apiUrl() }));
  return app;
}

function createApi(parts: ReplicateParts, limiter: RateLimiter): Hono<ApiEnvironment> {
  const api = new Hono<ApiEnvironment>();
  api.use(async (context, next) => {
    const account = parts.accounts.findByHeader(context.req.header('authorization'));
    if (!account) throw problems.unauthenticated();
    const isPrediction = context.req.method === 'POST' && context.req.path.endsWith('/predictions');
    limiter.count(account, isPrediction ? 'prediction' : 'other');
    context.set('account', account);
    await next();
  });
  api.route('/', fileRoutes(parts));
  api.use(bodyLimit({ maxSize: largestBodyBytes, onError: () => problems.bodyTooLarge().toResponse() }));
  for (const routes of [
    accountRoutes(),
    modelRoutes(parts),
    trainingRoutes(parts),
    predictionRoutes(parts),
  ]) {
    api.route('/', routes);
  }
  return api;
}
