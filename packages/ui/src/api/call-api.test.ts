import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { createSettingsApi } from './settings-api.ts';
import { createStudioApi } from './studio-api.ts';

/** Answers whatever is asked with one status after the other. */
async function startAnswering(statuses: number[]) {
  const server = createServer((_, response) => {
    response.writeHead(statuses.shift() ?? 500, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ items: [], nextCursor: null }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

it('says with every answer whether the session is over, whoever asked', async () => {
  await using server = await startAnswering([200, 401, 403, 401]);
  const heard: boolean[] = [];
  const api = createStudioApi({
    baseUrl: server.url,
    brandId: 'acme',
    onSession: (isOver) => heard.push(isOver),
  });
  await api.notices.list({});
  await expect(api.running.jobs()).rejects.toMatchObject({ status: 401 });
  await expect(api.documents.list({})).rejects.toMatchObject({ status: 403 });
  await expect(api.jobs.list({})).rejects.toMatchObject({ status: 401 });
  expect(heard).toEqual([false, true, false, true]);
});

it('does not take a server that cannot be reached for a session that is over', async () => {
  const heard: boolean[] = [];
  const api = createStudioApi({
    baseUrl: 'http://127.0.0.1:9',
    brandId: 'acme',
    onSession: (isOver) => heard.push(isOver),
  });
  await expect(api.notices.list({})).rejects.toMatchObject({ status: 0 });
  expect(heard).toEqual([]);
});

it('says that somebody is leaving before their account is gone, and takes it back where it stays', async () => {
  await using server = await startAnswering([200, 503]);
  const heard: boolean[] = [];
  const api = createSettingsApi({
    baseUrl: server.url,
    brandId: 'acme',
    onLeave: (isLeaving) => heard.push(isLeaving),
  });
  await api.me.delete();
  expect(heard).toEqual([true]);
  await expect(api.me.delete()).rejects.toMatchObject({ status: 503 });
  expect(heard).toEqual([true, true, false]);
});

it('asks whether a file is to be had, and says why where it is not', async () => {
  await using server = await startAnswering([200, 403]);
  const api = createStudioApi({ baseUrl: server.url, brandId: 'acme' });
  const url = api.models.downloadUrl('signs-v1');
  await api.checkFile(url);
  await expect(api.checkFile(url)).rejects.toMatchObject({ status: 403 });
});
