import { expect, it } from 'vitest';
import { explainFailure } from '../../providers/explain-failure.ts';
import { answer, drop, serveAnswers, stall } from '../testing/serve-answers.ts';
import { type OpenUrlSettings, openUrl } from './open-url.ts';

const providerId = 'replicate';
const settings = (own: string, more: Partial<OpenUrlSettings> = {}): OpenUrlSettings => ({
  isAllowed: (url) => url.origin === own,
  headersFor: () => ({ authorization: 'Bearer secret' }),
  refuse: () => explainFailure('answer_invalid', { providerId }),
  toError: ({ status }) =>
    explainFailure(status === 404 ? 'output_expired' : 'unavailable', {
      providerId,
      ...(status !== undefined && { status }),
    }),
  retry: { attempts: 2, firstDelayMs: 1 },
  ...more,
});

it('opens what is allowed', async () => {
  await using server = await serveAnswers(answer(200, 'bytes'));
  const response = await openUrl(`${server.url}/a`, settings(server.url));
  expect(await response.text()).toBe('bytes');
});

it('asks nothing of another host', async () => {
  await using server = await serveAnswers(answer(200, 'bytes'));
  const opening = openUrl(`${server.url}/a`, settings('https://replicate.delivery'));
  await expect(opening).rejects.toMatchObject({ failure: 'answer_invalid' });
  expect(server.requests).toHaveLength(0);
});

it('checks where a redirect leads before it goes there', async () => {
  await using other = await serveAnswers(answer(200, 'stolen'));
  await using server = await serveAnswers(
    answer(302, '', { location: '/b' }),
    answer(302, '', { location: `${other.url}/c` }),
  );
  const opening = openUrl(`${server.url}/a`, settings(server.url));
  await expect(opening).rejects.toMatchObject({ failure: 'answer_invalid' });
  expect(server.requests.map(({ url }) => url)).toEqual(['/a', '/b']);
  expect(other.requests).toHaveLength(0);
});

it('does not go round in circles', async () => {
  await using server = await serveAnswers(answer(302, '', { location: '/a' }));
  const opening = openUrl(`${server.url}/a`, settings(server.url));
  await expect(opening).rejects.toMatchObject({ failure: 'answer_invalid' });
  expect(server.requests).toHaveLength(6);
});

it('takes no name or password', async () => {
  await using server = await serveAnswers(answer(200, 'bytes'));
  const address = server.url.replace('http://', 'http://user:password@');
  await expect(openUrl(address, settings(server.url))).rejects.toMatchObject({ failure: 'answer_invalid' });
});

it('tries again what passes, and only that', async () => {
  await using server = await serveAnswers(drop, answer(200, 'bytes'));
  expect((await openUrl(server.url, settings(server.url))).status).toBe(200);
  await using gone = await serveAnswers(answer(404, 'gone'));
  await expect(openUrl(gone.url, settings(gone.url))).rejects.toMatchObject({ failure: 'output_expired' });
  expect(gone.requests).toHaveLength(1);
});

it('waits for headers only so long', async () => {
  await using server = await serveAnswers(stall);
  const opening = openUrl(server.url, settings(server.url, { timeoutMs: 50 }));
  await expect(opening).rejects.toMatchObject({ failure: 'unavailable' });
});

it('waits for the rest of a body only so long, and lets its sender go', async () => {
  const closed = Promise.withResolvers<void>();
  await using server = await serveAnswers((response) => {
    response.on('close', closed.resolve);
    response.writeHead(200, { 'content-length': '100' }).write('begin');
  });
  const response = await openUrl(server.url, settings(server.url, { idleTimeoutMs: 50 }));
  await expect(response.text()).rejects.toMatchObject({ failure: 'unavailable', retryable: true });
  await closed.promise;
});

it('leaves the signal with the body', async () => {
  await using server = await serveAnswers((response) => void response.writeHead(200).write('begin'));
  const stop = new AbortController();
  const response = await openUrl(server.url, settings(server.url), stop.signal);
  stop.abort();
  await expect(response.text()).rejects.toThrow(/abort/i);
});
