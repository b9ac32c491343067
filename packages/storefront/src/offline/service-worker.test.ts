import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import { expect, it } from 'vitest';

const file = new URL('./service-worker.js', import.meta.url);
const site = 'https://studio.example';

/** The service worker as a browser runs it, and what it did there. */
function startWorker(open: readonly string[] = []) {
  const listeners = new Map<string, ((event: object) => void)[]>();
  const done: unknown[][] = [];
  const self = {
    addEventListener: (name: string, listener: (event: object) => void) =>
      listeners.set(name, [...(listeners.get(name) ?? []), listener]),
    location: new URL(site),
    registration: {
      showNotification: async (title: string, { data }: { data: object }) => done.push(['show', title, data]),
    },
    clients: {
      matchAll: async () => open.map((url) => ({ url, focus: async () => done.push(['focus', url]) })),
      openWindow: async (url: string) => done.push(['open', url]),
    },
  };
  new Script(readFileSync(file, 'utf8')).runInContext(createContext({ self, URL }));
  const send = async (name: string, event: object) => {
    const waited: Promise<unknown>[] = [];
    for (const listener of listeners.get(name) ?? []) {
      listener({ ...event, waitUntil: (work: Promise<unknown>) => waited.push(work) });
    }
    await Promise.all(waited);
    return structuredClone(done);
  };
  const push = (sent: object | null) => send('push', { data: sent && { json: () => sent } });
  const click = (data: object | null) =>
    send('notificationclick', { notification: { data, close: () => undefined } });
  return { push, click };
}

it('shows one notice for what is pushed once, and none for a push without one', async () => {
  const link = `${site}/open/acmecompany`;
  expect(await startWorker().push({ title: 'A training is done', link })).toEqual([
    ['show', 'A training is done', { link }],
  ]);
  expect(await startWorker().push(null)).toEqual([]);
  expect(await startWorker().push({ link })).toEqual([]);
});

it('opens the page that a notice is about, or goes to where it is open', async () => {
  const link = `${site}/training/jobs`;
  expect(await startWorker().click({ link })).toEqual([['open', link]]);
  expect(await startWorker([`${site}/`, link]).click({ link })).toEqual([['focus', link]]);
});

it.each([
  [{ link: 'https://evil.example/training/jobs' }],
  [{ link: `${site}.evil.example/` }],
  [{ link: 'javascript:alert(1)' }],
  [{}],
  [null],
])('goes nowhere from a notice that holds %j', async (data) => {
  expect(await startWorker().click(data)).toEqual([]);
});
