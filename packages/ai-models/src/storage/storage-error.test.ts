import { startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { AiModelsError } from '../errors/index.ts';
import { toStorageError } from './storage-error.ts';

const picture = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xe0])], { type: 'image/jpeg' });

it('reads what the real storage says through supabase-js', async () => {
  await using stack = await startStack();
  const storage = (await stack.as('ctMember')).storage.from('training-data');
  const put = (key: string, body: Blob = picture) => storage.upload(key, body, { contentType: body.type });
  expect((await put('creativetechnologists/a.jpg')).error).toBeNull();
  const refusals = {
    conflict: await put('creativetechnologists/a.jpg'),
    not_allowed: await put('acmecompany/a.jpg'),
    input_invalid: await put('creativetechnologists/a.txt', new Blob(['x'], { type: 'text/plain' })),
    path_invalid: await put('creativetechnologists/ключ.jpg'),
    limit_reached: await put(
      'creativetechnologists/big.jpg',
      new Blob([new Uint8Array(21 * 2 ** 20)], { type: 'image/jpeg' }),
    ),
    file_not_found: await storage.createSignedUrl('creativetechnologists/none.jpg', 60),
  };
  for (const [code, { error }] of Object.entries(refusals)) {
    const ours = toStorageError(error);
    expect(ours, code).toMatchObject({ code, retryable: false, cause: error });
    expect(ours.message).not.toMatch(/creativetechnologists|acme|policy/);
  }
});

it('reads the body of an answer, which may mean another status than it has', async () => {
  await using stack = await startStack();
  const url = `${stack.url}/storage/v1/object/authenticated/training-data/acmecompany/a.jpg`;
  const response = await stack.fetch(new Request(url, { headers: await stack.headersFor('ctMember') }));
  expect(response.status).toBe(400);
  expect(toStorageError(await response.json(), response.status)).toMatchObject({ code: 'file_not_found' });
});

it.each([500, 503, 429, 408, 423])('may be tried again after a %i', (status) => {
  expect(toStorageError({}, status)).toMatchObject({ code: 'storage_failed', retryable: true });
});

it('reads supabase-js where nothing answered', async () => {
  await using stack = await startStack();
  const broken = await stack.as('ctMember');
  Object.assign(broken.storage, { fetch: () => Promise.reject(new TypeError('fetch failed')) });
  const { error } = await broken.storage.from('training-data').upload('creativetechnologists/a.jpg', picture);
  expect(error).not.toBeNull();
  expect(toStorageError(error)).toMatchObject({ code: 'storage_failed', retryable: true });
  expect(toStorageError(new DOMException('stopped', 'AbortError'))).toMatchObject({ code: 'aborted' });
});

it('leaves our own errors, and survives anything else', () => {
  const own = new AiModelsError({ code: 'weights_invalid', message: 'x' });
  expect(toStorageError(own)).toBe(own);
  for (const odd of [null, 'text', 5, { originalError: 5 }, { status: 'x' }]) {
    expect(toStorageError(odd)).toMatchObject({ code: 'storage_failed' });
  }
  expect(toStorageError({ message: 'odd' }, 400)).toMatchObject({ code: 'storage_failed', retryable: false });
});
