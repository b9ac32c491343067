import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createOutbox } from '../outbox/outbox.ts';
import { createPages } from './pages.ts';
import { readStartedParts } from './started-parts.ts';

async function startPages() {
  const folder = await mkdtemp(join(tmpdir(), 'act-pages-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const outbox = createOutbox(join(folder, 'outbox'));
  const stackFile = join(folder, 'stack.json');
  const people = [
    { email: 'admin@acmecompany.test', password: 'secret', roles: { acmecompany: 'admin' } as const },
  ];
  const pages = createPages({
    outbox,
    describe: async () => ({
      url: 'http://127.0.0.1:54321',
      publishableKey: 'sb_publishable_x',
      people,
      storefronts: [{ name: 'act-frontend', url: 'http://127.0.0.1:3000' }],
      ...(await readStartedParts(stackFile)),
    }),
  });
  const get = async (path: string, headers: Record<string, string> = {}) => {
    const response = await pages.fetch(new Request(`http://127.0.0.1:54321${path}`, { headers }));
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { outbox, pages, get, stackFile };
}

it('shows where things are and whom to sign in as, in the language of the browser', async () => {
  const { get } = await startPages();
  expect((await get('/')).text).toContain('admin@acmecompany.test');
  expect((await get('/')).text).toContain('<html lang="en">');
  const russian = await get('/', { 'accept-language': 'ru-RU,ru;q=0.9,en;q=0.8' });
  expect(russian.text).toContain('<html lang="ru">');
  expect(russian.text).toContain('acmecompany: администратор');
});

it('tells storefronts who is there, and no passwords', async () => {
  const { get } = await startPages();
  const { status, text } = await get('/people.json');
  expect([status, JSON.parse(text)]).toEqual([200, ['admin@acmecompany.test']]);
});

it('leads to the storefront, and to what started after it as soon as that is there', async () => {
  const { get, stackFile } = await startPages();
  const before = (await get('/')).text;
  expect(before).toContain('<a href="http://127.0.0.1:3000">');
  expect(before).not.toMatch(/HTTP interface|Engine/);
  const parts = { apiUrl: 'http://127.0.0.1:54324/api', workerUrl: 'http://127.0.0.1:54325' };
  await writeFile(stackFile, JSON.stringify({ ...parts, secretKey: 'sb_secret_x' }));
  const after = (await get('/')).text;
  expect(after).toContain('<a href="http://127.0.0.1:54324/api/reference">');
  expect(after).toContain('<a href="http://127.0.0.1:54325/health/ready">');
  expect(after).not.toContain('sb_secret_x');
});

it('keeps the mail, newest first, and shows each', async () => {
  const { outbox, get } = await startPages();
  expect((await get('/outbox')).text).toContain('No mail yet');
  onTestFinished(() => void vi.useRealTimers());
  vi.setSystemTime('2026-11-20T10:00:00.000Z');
  await outbox.deliver({ to: 'a@example.test', subject: 'First', text: 'one' });
  vi.setSystemTime('2026-11-20T10:00:00.001Z');
  const second = await outbox.deliver({ to: 'b@example.test', subject: 'Second', html: '<b>two</b>' });

  const list = (await get('/outbox')).text;
  expect(list.indexOf('Second')).toBeLessThan(list.indexOf('First'));
  expect((await get(`/outbox/${second.id}`)).text).toContain('&lt;b&gt;two&lt;/b&gt;');
  expect((await get('/outbox/0-0')).status).toBe(404);
  expect((await get('/outbox/..%2f..%2fsecrets')).status).toBe(404);
});

it('runs no script that a mail brings along', async () => {
  const { outbox, get } = await startPages();
  const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
  const mail = await outbox.deliver({ to: hostile, subject: hostile, html: hostile });
  const page = await get(`/outbox/${mail.id}`);
  expect(page.text).not.toMatch(/<script|<img/);
  expect(page.text).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
});

it('hides itself from a foreign site that points its name at this machine', async () => {
  const { pages } = await startPages();
  for (const path of ['/', '/outbox', '/outbox.json']) {
    const response = await pages.fetch(new Request(`http://evil.example${path}`));
    expect(response.status).toBe(403);
    expect(await response.text()).not.toContain('secret');
  }
});
