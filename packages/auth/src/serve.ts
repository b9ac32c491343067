import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { join } from 'node:path';
import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';
import { z } from 'zod';
import { keepToThisMachine } from './keep-to-this-machine.ts';
import { loadAuthSettings, setServerSettings } from './load-setting.ts';

export interface StartStorefrontOptions {
  /** Where the storefront lies, built. */
  directory: string;
  /** By name, as an environment would hold them: `PORT`, `HOSTNAME` and all that {@link loadAuthSettings} reads. */
  settings: Readonly<Record<string, string>>;
}

const addressSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535),
  HOSTNAME: z.string().default('127.0.0.1'),
});

/** A CommonJS file of Next's, as Node imports it. */
const loaderSchema = z.object({
  default: z.custom<(phase: string, directory: string) => Promise<unknown>>(
    (value) => typeof value === 'function',
  ),
});

export interface RunningStorefront extends AsyncDisposable {
  /** Where it listens. */
  readonly url: string;
}

/** Serves a storefront's production build. One for each process: what it is set to, all code in it sees. */
export async function startStorefront({
  directory,
  settings,
}: StartStorefrontOptions): Promise<RunningStorefront> {
  const { PORT, HOSTNAME } = addressSchema.parse(settings);
  // Said before Next is loaded: from then on a failure to start ends nothing, because it watches over them itself.
  if (!existsSync(join(directory, '.next', 'BUILD_ID'))) {
    throw new Error(`The storefront in ${directory} has not been built. Run its script "build" first.`);
  }
  setServerSettings(settings);
  const { demoPeople } = loadAuthSettings();

  await using cleanup = new AsyncDisposableStack();
  const server = createServer();
  server.listen(PORT, HOSTNAME);
  await once(server, 'listening');
  cleanup.defer(async () => {
    server.close();
    // A stream of events would keep its connection for ever.
    server.closeAllConnections();
    if (server.listening) await once(server, 'close');
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : PORT;

  // Read here, Next finds it read already: it tells the terminal whenever it reads a configuration itself.
  const { default: loader } = await import('next/dist/server/config.js');
  await loaderSchema.parse(loader).default(PHASE_PRODUCTION_SERVER, directory);
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: directory, hostname: HOSTNAME, port });
  cleanup.defer(() => app.close());
  const handle = app.getRequestHandler();
  const prepared = app.prepare();
  const answer: RequestListener = (request, response) => void prepared.then(() => handle(request, response));
  server.on('request', demoPeople.length > 0 ? keepToThisMachine(answer) : answer);
  await prepared;

  const owned = cleanup.move();
  return { url: `http://${HOSTNAME}:${port}`, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
