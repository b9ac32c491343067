import { expect, it, vi } from 'vitest';
import { createFetchInput, readBytes } from './fetch-input.ts';

it.each([
  'http://10.0.0.1/x',
  'http://169.254.169.254/latest',
  'http://localhost.evil.example/',
  'file:///etc/passwd',
  'ftp://127.0.0.1/x',
  'x.zip',
])('asks nobody for %s', async (url) => {
  const fetch = vi.fn();
  await expect(createFetchInput({ fetch })(url)).rejects.toThrow(/No scheme or host|Invalid URL/);
  expect(fetch).not.toHaveBeenCalled();
});

it.each([
  'http://127.0.0.1:5/x',
  'http://[::1]:5/x',
  'http://stack.localhost/x',
  'https://project.example/x',
])('asks for %s, and follows no redirect', async (url) => {
  const fetch = vi.fn(async () => new Response('x'));
  await createFetchInput({ fetch })(url);
  expect(fetch).toHaveBeenCalledWith(new URL(url), expect.objectContaining({ redirect: 'error' }));
});

it('waits for nobody for ever', async () => {
  const fetch: typeof globalThis.fetch = (_, init) =>
    new Promise((_resolve, reject) =>
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
    );
  await expect(createFetchInput({ fetch, timeoutMs: 20 })('https://project.example/x')).rejects.toThrow(
    'timeout',
  );
});

it('reads no more than it means to', async () => {
  await expect(readBytes(new Response('x'.repeat(11)), 10)).rejects.toThrow('More than 10 bytes');
  expect((await readBytes(new Response('x'.repeat(10)), 10)).byteLength).toBe(10);
});
