import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { RunningHandler, WorkerEvent } from './start-handler.ts';
import { beginRun } from './use-handler.ts';

/** The part of RunPod's queue that the library calls, with the handler behind it. */
export interface RunpodFront extends AsyncDisposable {
  url: string;
  apiKey: string;
  endpointId: string;
  /** In the order in which they were asked for. */
  runs(): readonly RunningHandler[];
}

interface Run {
  handler: RunningHandler;
  end: WorkerEvent | null;
  since: number;
}

const apiKey = 'rpa_QRSTUVWXYZ123456';
const endpointId = 'trainer1';
const requestSchema = z.looseObject({
  input: z.looseObject({}),
  policy: z.looseObject({ executionTimeout: z.number() }),
});

/** `behaviours`: how the trainer of each run ends, the first run first; well, where none is given. */
export async function startRunpodFront(behaviours: readonly string[] = []): Promise<RunpodFront> {
  const runs = new Map<string, Run>();

  async function begin(body: string): Promise<string> {
    const id = `${randomUUID()}-e1`;
    const { input } = requestSchema.parse(JSON.parse(body));
    const handler = await beginRun(input, { id, behaviour: behaviours[runs.size] ?? 'well' });
    const run: Run = { handler, end: null, since: performance.now() };
    runs.set(id, run);
    // What is wrong with it is told to whoever asks how it is.
    const ended = handler.ended.catch((error: unknown): WorkerEvent => ({ error: String(error) }));
    void ended.then((event) => {
      run.end = event;
    });
    return id;
  }

  async function answer(request: IncomingMessage): Promise<[status: number, body: object]> {
    if (request.headers.authorization !== `Bearer ${apiKey}`) return [401, {}];
    const [endpoint, verb, id = ''] = (request.url ?? '').split('/').filter(Boolean);
    if (endpoint !== endpointId) return [404, {}];
    if (verb === 'run') return [200, { id: await begin(await readText(request)), status: 'IN_QUEUE' }];
    const run = runs.get(id);
    if (!run) return [404, {}];
    if (verb === 'cancel') run.handler.cancel();
    return [200, describeRun(id, run)];
  }

  const server = createServer((request, response) => {
    const send = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    answer(request).then(
      ([status, body]) => send(status, body),
      (error: unknown) => send(500, { error: String(error) }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  return {
    url: `http://127.0.0.1:${typeof place === 'object' && place ? place.port : 0}`,
    apiKey,
    endpointId,
    runs: () => [...runs.values()].map(({ handler }) => handler),
    async [Symbol.asyncDispose]() {
      for (const { handler } of runs.values()) handler.cancel();
      await Promise.allSettled([...runs.values()].map(({ handler }) => handler.ended));
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** As `/status` shows it. */
function describeRun(id: string, { handler, end, since }: Run): object {
  const times = { delayTime: 1, executionTime: Math.round(performance.now() - since) };
  if (end?.stopped) return { id, status: 'CANCELLED', ...times };
  if (end?.error !== undefined) return { id, status: 'FAILED', error: end.error, ...times };
  if (end) return { id, status: 'COMPLETED', output: end.output, ...times };
  return { id, status: 'IN_PROGRESS', output: handler.reports.at(-1)?.report };
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
