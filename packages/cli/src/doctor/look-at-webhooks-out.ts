import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { isOnThisMachine } from '../project/find-project.ts';
import { bad, type Check, good, skipped } from './check.ts';

const patienceMs = 20_000;

/** Has the engine call this program and checks its signature: a round trip through database, engine and network. */
export const lookAtWebhooksOut: Check = {
  name: 'Webhooks out',
  look: async ({ project, session, brand, world }) => {
    if (!session || !brand) return [skipped('Nobody is signed in.')];
    if (!isOnThisMachine(project?.url ?? ''))
      return [skipped('An engine elsewhere cannot call this machine.')];
    if (brand.role !== 'admin')
      return [skipped('Only an admin may name a webhook: sign in as one to try it.')];
    await using listener = await listen();
    const endpoint = await session.ai.createWebhookEndpoint({ brandId: brand.id, address: listener.address });
    try {
      await session.ai.sendTestWebhook(endpoint.id, { brandId: brand.id });
      const stopWaiting = new AbortController();
      const patience = pause(patienceMs, null, {
        signal: AbortSignal.any([world.signal, stopWaiting.signal]),
      });
      const call = await Promise.race([listener.called, patience]).finally(() => stopWaiting.abort());
      if (!call)
        return [
          bad(
            'No webhook came: the engine is away or cannot call out.',
            'Start an engine (`npm start` runs one), and look at its log.',
          ),
        ];
      return isSigned(call, endpoint.secret)
        ? [good('The engine called back, with a signature that is right.')]
        : [
            bad(
              'A webhook came with a wrong signature.',
              'Look at who else calls this machine; then report it.',
            ),
          ];
    } finally {
      await session.ai.deleteWebhookEndpoint(endpoint.id, { brandId: brand.id });
    }
  },
};

interface Call {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

async function listen(): Promise<{ address: string; called: Promise<Call> } & AsyncDisposable> {
  const path = `/${randomBytes(16).toString('hex')}`;
  const first = Promise.withResolvers<Call>();
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      response.writeHead(request.url === path ? 204 : 404).end();
      if (request.url === path) first.resolve({ headers: request.headers, body });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const place = server.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;
  return {
    address: `http://127.0.0.1:${port}${path}`,
    called: first.promise,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** As Standard Webhooks has it. */
function isSigned({ headers, body }: Call, secret: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const wanted = Buffer.from(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  return String(headers['webhook-signature'] ?? '')
    .split(' ')
    .map((given) => Buffer.from(given))
    .some((given) => given.length === wanted.length && timingSafeEqual(given, wanted));
}
