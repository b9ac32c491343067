import { Hono } from 'hono';
import type { RestService } from '../rest/rest-service.ts';
import type { StorageService } from '../storage/storage-service.ts';
import { answerPreflight, withCors } from './cors.ts';

export interface GatewayParts {
  rest: Pick<RestService, 'fetch'>;
  storage: Pick<StorageService, 'fetch'>;
  /** Pages for the person at this machine. */
  pages: { fetch(request: Request): Response | Promise<Response> };
  /** Whether the database answers. */
  isReady: () => Promise<boolean>;
}

/**
 * The one door of the stack. Only what is named here leads anywhere: Lite has routes of its own that would show the
 * database's password to anybody.
 */
export function createGateway({ rest, storage, pages, isReady }: GatewayParts): Hono {
  const gateway = new Hono();

  for (const api of ['/rest/v1', '/auth/v1', '/storage/v1']) {
    const service = api === '/storage/v1' ? storage : rest;
    gateway.all(`${api}/*`, async ({ req: { raw: request } }) =>
      request.method === 'OPTIONS'
        ? answerPreflight(request)
        : withCors(request, await service.fetch(request)),
    );
  }
  gateway.get('/health/live', (context) => context.json({ status: 'live' }));
  gateway.get('/health/ready', async (context) =>
    (await isReady())
      ? context.json({ status: 'ready' })
      : context.json({ status: 'waiting for the database' }, 503),
  );
  gateway.mount('/', pages.fetch);
  return gateway;
}
