import { Hono } from 'hono';
import { ConnectionDropped } from '../faults/connection-dropped.ts';
import { withRequestFaults } from '../faults/request-faults.ts';
import { ApiProblem, problems } from './api-problem.ts';
import { type QueueRoutesOptions, queueRoutes } from './queue-routes.ts';
import { refuseWithStatus } from './refuse-with-status.ts';
import { requestPlace } from './request-place.ts';

export interface RunpodAppOptions extends QueueRoutesOptions {
  /** Where the simulator lives on its server, such as `/runpod`. */
  basePath: string;
  /** Aborted when the simulator closes. */
  closing: AbortSignal;
}

/** The queue's API under `/v2`. */
export function createRunpodApp({ basePath, closing, ...options }: RunpodAppOptions): Hono {
  const app = new Hono();
  app.onError((error) => {
    if (error instanceof ConnectionDropped) throw error;
    if (error instanceof ApiProblem) return error.toResponse();
    console.error('The RunPod simulator has a fault of its own:', error);
    return problems.broken().toResponse();
  });
  app.notFound(() => problems.endpointNotFound().toResponse());

  const withFaults = new Hono();
  withFaults.use(async (context, next) => {
    const on = requestPlace(new URL(context.req.url).pathname.slice(basePath.length));
    const signal = AbortSignal.any([context.req.raw.signal, closing]);
    context.res = await withRequestFaults(
      { ...options.parts, on, signal, refuse: refuseWithStatus },
      async () => {
        await next();
        return context.res;
      },
    );
  });
  withFaults.route('/', queueRoutes(options));
  app.route(`${basePath}/v2`, withFaults);
  app.get(basePath || '/', (context) => context.json({ simulation: true, of: 'RunPod' }));
  return app;
}
