import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { RestService } from '../rest/rest-service.ts';
import type { StorageService } from '../storage/storage-service.ts';
import { answerPreflight, withCors } from './cors.ts';

export interface GatewayParts {
  rest: Pick<RestService, 'fetch'>;
  storage: Pick<StorageService, 'fetch'>;
  /** Takes mail from the engine. */
  outboxIntake: { fetch(request: Request): Response | Promise<Response> };
  /** Pages for the person at this machine. */
  pages: { fetch(request: Request): Response | Promise<Response> };
  /** Whether the database answers. */
  isReady: () => Promise<boolean>;
}

/** Files go to storage; everything else that a caller sends is held in memory. */
const largestBodyBytes = 10 * 1024 * 1024;

/**
 * The one door of the stack. Only what is named here leads anywhere: Lite has routes of its own that would show the
 * database's password to anybody.
 */
export function createGateway({ rest, storage, outboxIntake, pages, isReady }: GatewayParts): Hono {
  const gateway = new Hono();

  const smallBody = bodyLimit({ maxSize: largestBodyBytes, onError: tooLarge });
  gateway.all('/rest/v1/*', smallBody, passTo(rest));
  gateway.all('/auth/v1/*', smallBody, passTo(rest));
  gateway.all('/storage/v1/*', passTo(storage));
  gateway.get('/health/live', (context) => context.json({ status: 'live' }));
  gateway.get('/health/ready', async (context) =>
    (await isReady())
      ? context.json({ status: 'ready' })
      : context.json({ status: 'waiting for the database' }, 503),
  );
  gateway.post('/outbox', smallBody, (context) => outboxIntake.fetch(context.req.raw));
  gateway.mount('/', pages.fetch);
  return gateway;
}

const passTo =
  (service: { fetch(request: Request): Promise<Response> }) =>
  async ({ req: { raw: request } }: Context): Promise<Response> =>
    request.method === 'OPTIONS' ? answerPreflight(request) : withCors(request, await service.fetch(request));

const tooLarge = (context: Context) =>
  withCors(
    context.req.raw,
    context.json(
      {
        code: 'body_too_large',
        message: `A request holds ${largestBodyBytes} bytes at most.`,
        details: null,
        hint: 'Send fewer rows at once; files go to /storage/v1.',
      },
      413,
    ),
  );
