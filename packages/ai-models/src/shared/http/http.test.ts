import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ProviderError } from '../../errors/index.ts';
import { type Answer, answer, drop, serveAnswers, stall } from '../testing/serve-answers.ts';
import { createHttpClient, type HttpClientSettings, type HttpFailure } from './http.ts';

const token = 'r8_a_token_that_nobody_may_read';
const schema = z.object({ id: z.string() });

/** A vendor as plain as can be: everything may work another time, and the failure can be looked at. */
const toError = (failure: HttpFailure) =>
  new ProviderError({
    providerId: 'replicate',
    failure: 'unavailable',
    fault: 'provider',
    message: failure.reason,
    hint: '',
    retryable: true,
    ...(failure.status !== undefined && { status: failure.status }),
    ...(failure.retryAfterMs !== undefined && { retryAfterMs: failure.retryAfterMs }),
    cause: failure.cause,
  });

const quick = { attempts: 3, firstDelayMs: 1, maximumDelayMs: 2, maximumRetryAfterMs: 1_500 };
const client = (baseUrl: string, settings: Partial<HttpClientSettings<string>> = {}) =>
  createHttpClient({ baseUrl, bearerToken: token, timeoutMs: 2_000, retry: quick, toError, ...settings });
const call = { path: '/runs', about: 'runs', schema };

describe('what costs', () => {
  it('is sent with the token, and accepted', async () => {
    await using server = await serveAnswers(answer(201, { id: 'a', more: 1 }));
    const sent = await client(`${server.url}/v1/`).sendOnce({ ...call, body: { steps: 3 } });
    expect(sent).toEqual({ outcome: 'accepted', value: { id: 'a' } });
    expect(server.requests).toMatchObject([
      { method: 'POST', url: '/v1/runs', body: '{"steps":3}', headers: { authorization: `Bearer ${token}` } },
    ]);
  });

  it.each<[string, Answer, 'refused' | 'unknown']>([
    ['a 400', answer(400), 'refused'],
    ['a 402', answer(402), 'refused'],
    ['a 404', answer(404, 'gone'), 'refused'],
    ['a 422', answer(422), 'refused'],
    ['a 429', answer(429, {}, { 'retry-after': '0' }), 'refused'],
    ['a redirect', answer(307, '', { location: 'http://127.0.0.1:1/' }), 'refused'],
    ['a 408', answer(408), 'unknown'],
    ['a 500', answer(500), 'unknown'],
    ['a 503', answer(503, '<html>'), 'unknown'],
    ['a success that is no JSON', answer(201, '<html>'), 'unknown'],
    ['a success of another form', answer(201, { name: 'a' }), 'unknown'],
    ['a success that is too long', answer(201, { id: 'a'.repeat(2_000) }), 'unknown'],
    ['a broken connection', drop, 'unknown'],
    ['no answer', stall, 'unknown'],
  ])('is sent once, whatever happens: %s', async (_name, reply, outcome) => {
    await using server = await serveAnswers(reply);
    const sent = await client(server.url, { timeoutMs: 300, maximumBytes: 1_000 }).sendOnce({
      ...call,
      body: {},
    });
    expect(sent.outcome).toBe(outcome);
    expect(server.requests).toHaveLength(1);
  });

  it('was certainly not sent where nobody listens', async () => {
    const server = await serveAnswers(answer(201, { id: 'a' }));
    await server[Symbol.asyncDispose]();
    const sent = await client(server.url).sendOnce(call);
    expect(sent).toMatchObject({ outcome: 'refused', error: { message: 'not_sent', retryable: true } });
  });

  it('was certainly not sent where the name leads nowhere', async () => {
    const fetch = () => {
      const cause = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' });
      return Promise.reject(new TypeError('fetch failed', { cause }));
    };
    const sent = await client('https://nowhere.example', { fetch }).sendOnce(call);
    expect(sent).toMatchObject({ outcome: 'refused', error: { message: 'not_sent' } });
  });

  it('is refused when it was stopped before, unknown when it was stopped on the way', async () => {
    const stop = new AbortController();
    await using server = await serveAnswers(() => stop.abort());
    const early = await client(server.url).sendOnce({ ...call, signal: AbortSignal.abort() });
    expect(early).toMatchObject({ outcome: 'refused', error: { message: 'aborted' } });
    expect(server.requests).toHaveLength(0);
    const late = await client(server.url).sendOnce({ ...call, signal: stop.signal });
    expect(late).toMatchObject({ outcome: 'unknown', error: { message: 'aborted' } });
    expect(server.requests).toHaveLength(1);
  });
});

describe('what is read', () => {
  it.each<[string, Answer]>([
    ['a 429', answer(429)],
    ['a 503', answer(503)],
    ['a broken connection', drop],
  ])('is asked for again after %s', async (_name, trouble) => {
    await using server = await serveAnswers(trouble, trouble, answer(200, { id: 'a' }));
    expect(await client(server.url).get(call)).toEqual({ id: 'a' });
    expect(server.requests).toHaveLength(3);
  });

  it('is not asked for for ever', async () => {
    await using server = await serveAnswers(answer(503));
    await expect(client(server.url).get(call)).rejects.toMatchObject({ status: 503 });
    expect(server.requests).toHaveLength(3);
  });

  it.each([401, 404, 422])('is asked for once where the answer is a %i', async (status) => {
    await using server = await serveAnswers(answer(status));
    await expect(client(server.url).get(call)).rejects.toMatchObject({ status });
    expect(server.requests).toHaveLength(1);
  });

  it('waits as long as it is asked to', async () => {
    await using server = await serveAnswers(
      answer(429, {}, { 'retry-after': '0.2' }),
      answer(200, { id: 'a' }),
    );
    const start = performance.now();
    await client(server.url).get(call);
    expect(performance.now() - start).toBeGreaterThan(195);
  });

  it('leaves long waits to its caller', async () => {
    await using server = await serveAnswers(answer(429, {}, { 'retry-after': '60' }));
    await expect(client(server.url).get(call)).rejects.toMatchObject({ retryAfterMs: 60_000 });
    expect(server.requests).toHaveLength(1);
  });

  it('ends with its signal, also while it waits', async () => {
    const waiting = new AbortController();
    const retry = { attempts: 3, maximumRetryAfterMs: 3_600_000 };
    const busy = async () => {
      setTimeout(() => waiting.abort(), 20);
      return Response.json({}, { status: 429, headers: { 'retry-after': '3600' } });
    };
    const second = client('https://api.example', { fetch: busy, retry }).get({
      ...call,
      signal: waiting.signal,
    });
    await expect(second).rejects.toMatchObject({ code: 'aborted' });
    const asking = new AbortController();
    await using silent = await serveAnswers(() => asking.abort());
    const first = client(silent.url).get({ ...call, signal: asking.signal });
    await expect(first).rejects.toMatchObject({ code: 'aborted' });
  });

  it('also times out while the body comes', async () => {
    await using server = await serveAnswers((response) => void response.writeHead(200).write('{"id":'));
    const reading = client(server.url, { timeoutMs: 200, retry: { attempts: 1 } }).get(call);
    await expect(reading).rejects.toMatchObject({ message: 'timed_out' });
  });
});

it.each(['//evil.example/x', '/\\evil.example/x', '@evil.example/x', '.evil.example/x', ':81/x'])(
  'asks nothing of another host, whatever the path: %s',
  async (path) => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      asked.push(new URL(String(input)).origin);
      return Response.json({ id: 'a' });
    };
    const api = client('https://proxy.example', { fetch });
    await api.get({ ...call, path }).catch(() => undefined);
    await api.sendOnce({ ...call, path });
    expect(asked.filter((origin) => origin !== 'https://proxy.example')).toEqual([]);
  },
);

it('follows no redirect: the token stays where it belongs', async () => {
  await using other = await serveAnswers(answer(200, { id: 'stolen' }));
  await using server = await serveAnswers(answer(302, '', { location: other.url }));
  await expect(client(server.url).get(call)).rejects.toMatchObject({ status: 302 });
  expect(other.requests).toHaveLength(0);
});

it.each([
  ['answer', answer(201, '<html>')],
  ['answer', answer(422, 'no')],
  ['connection', drop],
])('never has the token in what it throws (%s)', async (_name, reply) => {
  await using server = await serveAnswers(reply);
  const sent = await client(server.url).sendOnce(call);
  const text =
    'error' in sent ? `${sent.error.stack} ${JSON.stringify(sent.error)} ${String(sent.error.cause)}` : '';
  expect(text).not.toContain(token);
  expect(text).not.toBe('');
});

it.each(['http://api.replicate.com/v1', 'ftp://127.0.0.1', 'https://user:secret@api.example', 'nonsense'])(
  'sends no token in the clear, or to nowhere: %s',
  (baseUrl) => {
    expect(() => client(baseUrl)).toThrow(expect.objectContaining({ code: 'not_configured' }));
  },
);

it.each(['', 'r8_with\nbreak', 'r8 with space'])(
  'takes no token that is none, and does not show it',
  (bearerToken) => {
    const create = () => client('https://api.example', { bearerToken });
    expect(create).toThrow(expect.objectContaining({ code: 'not_configured' }));
    expect(create).not.toThrow(/r8/);
  },
);
