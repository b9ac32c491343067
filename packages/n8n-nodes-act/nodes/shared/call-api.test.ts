import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import type { Credentials } from '../../testing/n8n-credentials.ts';
import { runNode } from '../../testing/run-node.ts';
import { Act } from '../Act/Act.node.ts';
import { toApiFailure } from './api-failure.ts';

const act = new Act();

/** An interface that answers as a test says, and keeps what it was asked. */
async function serve(answer: (response: ServerResponse, count: number) => void) {
  const heard: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    heard.push(request);
    answer(response, heard.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  return {
    heard,
    url: `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const robotOf = (url: string): Credentials => ({
  apiUrl: `${url}/api/`,
  supabaseUrl: url,
  publishableKey: 'key',
  email: 'robot@acme.test',
  password: 'password',
  accessToken: 'the-token',
});
const get = { resource: 'training', operation: 'get', jobId: '../me?all' };

it('sends its token to the address of the interface, and not where that leads', async () => {
  await using elsewhere = await serve((response) => response.end('{}'));
  await using api = await serve((response) => response.writeHead(307, { location: elsewhere.url }).end());
  await expect(runNode(act, { credentials: robotOf(api.url), parameters: get })).rejects.toMatchObject({
    httpCode: '307',
  });
  expect(elsewhere.heard).toEqual([]);
  const [request] = api.heard;
  expect([request?.url, request?.headers.authorization]).toEqual([
    // What a person or a webhook said stays one part of the path.
    '/api/training/jobs/..%2Fme%3Fall',
    'Bearer the-token',
  ]);
});

it('waits for an interface that is away for a moment, and not for one that refuses', async () => {
  const wait = { resource: 'training', operation: 'wait', jobId: 'a', everySeconds: 0.1, waitSeconds: 2 };
  await using busy = await serve((response, count) => {
    if (count < 3) response.writeHead(count === 1 ? 429 : 503).end();
    else response.end(JSON.stringify({ id: 'a', status: count < 5 ? 'training' : 'completed' }));
  });
  const [item] = await runNode(act, { credentials: robotOf(busy.url), parameters: wait });
  expect(item?.json).toEqual({ id: 'a', jobId: 'a', status: 'completed', isFinished: true });
  expect(busy.heard).toHaveLength(5);

  await using refusing = await serve((response) => response.writeHead(403).end());
  await expect(runNode(act, { credentials: robotOf(refusing.url), parameters: wait })).rejects.toMatchObject({
    httpCode: '403',
  });
  expect(refusing.heard).toHaveLength(1);
});

it('hands on a training that has not ended in time, and fails with one that has failed', async () => {
  const wait = { resource: 'training', operation: 'wait', jobId: 'a', everySeconds: 0.1, waitSeconds: 0.3 };
  await using slow = await serve((response) => response.end('{"id":"a","status":"training"}'));
  const [item] = await runNode(act, { credentials: robotOf(slow.url), parameters: wait });
  expect(item?.json).toMatchObject({ status: 'training', isFinished: false });

  const failed = '{"id":"a","status":"failed","error":{"code":"no_credit","message":"Out of credit."}}';
  await using broken = await serve((response) => response.end(failed));
  const run = { credentials: robotOf(broken.url), parameters: wait };
  await expect(runNode(act, run)).rejects.toMatchObject({
    message: 'Training a has failed.',
    description: 'Out of credit.',
  });
  const [handedOn] = await runNode(act, { ...run, parameters: { ...wait, failWithJob: false } });
  expect(handedOn?.json).toMatchObject({ status: 'failed', isFinished: true });
});

const refusal = {
  error: { code: 'brand_required', message: 'Which brand?', hint: 'Name one.', requestId: 'r' },
};

it.each<[string, unknown]>([
  [
    "axios' own error",
    { message: 'Request failed', httpCode: '400', response: { status: 400, data: refusal } },
  ],
  ['text that nobody parsed', { response: { status: 400, data: JSON.stringify(refusal) } }],
  ["n8n's error around it", { message: 'Bad request', httpCode: '400', context: { data: refusal } }],
  ['an error with a cause', { httpCode: 400, cause: { response: { data: refusal } } }],
])('reads a refusal out of %s', (_, error) => {
  expect(toApiFailure(error)).toMatchObject({
    message: 'Which brand?',
    description: 'Name one. (brand_required)',
    httpCode: '400',
    code: 'brand_required',
  });
});
