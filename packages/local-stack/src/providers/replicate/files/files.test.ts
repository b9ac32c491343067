import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { useReplicate, zipPictures } from '../testing/use-replicate.ts';
import { signDownload } from './file-routes.ts';

it('keeps a file for the published client until it expires or is deleted', async () => {
  await using world = await useReplicate();
  const bytes = Buffer.from('hello');
  const file = await world.client.files.create(new File([bytes], 'hello.txt', { type: 'text/plain' }), {
    brand: 'acme',
  });
  expect(file).toMatchObject({
    content_type: 'text/plain',
    size: 5,
    metadata: { brand: 'acme' },
    checksums: { sha256: createHash('sha256').update(bytes).digest('hex') },
  });
  expect(await world.client.files.get(file.id)).toEqual(file);
  expect((await world.client.files.list()).results).toEqual([file]);
  const other = await world.client.files.create(bytes);
  expect(await world.client.files.delete(other.id)).toBe(true);
  expect((await world.request(`/files/${other.id}`)).status).toBe(404);
  await world.clock.advance(60 * 60_000);
  expect(await (await world.request(`/files/${file.id}`)).json()).toEqual({ detail: 'File not found' });
});

it('trains from a file of the account, and from nobody else’s', async () => {
  const accounts = [
    { token: 'r8_one', username: 'one' },
    { token: 'r8_two', username: 'two' },
  ];
  await using world = await useReplicate({ replicate: { accounts } });
  const zip = new Blob([new Uint8Array(await zipPictures({ colour: '#c02040', count: 2, captioned: true }))]);
  const own = await world.client.files.create(zip);
  const form = new FormData();
  form.append('content', zip, 'x.zip');
  const foreign: unknown = await (
    await world.request('/files', { method: 'POST', body: form, headers: { authorization: 'Bearer r8_two' } })
  ).json();
  const foreignUrl = own.urls.get.replace(own.id, String(Object.assign({ id: '' }, foreign).id));
  const good = await world.startTraining({ input: { input_images: own.urls.get, steps: 10 } });
  const bad = await world.startTraining({ input: { input_images: foreignUrl, steps: 10 } });
  await world.clock.advance(120_000);
  expect(await world.client.trainings.get(good)).toMatchObject({ status: 'succeeded' });
  expect(await world.client.trainings.get(bad)).toMatchObject({ status: 'failed' });
});

it('refuses what is larger than 100 MB, or no form', async () => {
  await using world = await useReplicate();
  const form = new FormData();
  form.append('content', new Blob([new Uint8Array(100 * 1024 * 1024 + 1)]), 'large.zip');
  const response = await world.request('/files', { method: 'POST', body: form });
  expect(response.status).toBe(413);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toEqual({ detail: 'Files must be less than 100MB in size' });
  expect((await world.request('/files', { method: 'POST', body: 'x' })).status).toBe(422);
  const tooMuch = JSON.stringify({ input: { prompt: 'x'.repeat(11 * 1024 * 1024) } });
  expect((await world.request('/predictions', { method: 'POST', body: tooMuch })).status).toBe(413);
});

it('hands a file to whoever shows its owner’s signature', async () => {
  await using world = await useReplicate();
  const { username, webhookSecret } = world.simulators.replicate;
  const { id } = await world.client.files.create(Buffer.from('hello'));
  const expiry = String(Math.floor(world.clock.now() / 1000) + 60);
  const download = (signature: string) =>
    world.simulators.fetch(
      `${world.simulators.replicate.url}/files/${id}/download?${new URLSearchParams({ owner: username, expiry, signature })}`,
    );
  expect(await (await download(signDownload(`${username} ${id} ${expiry}`, webhookSecret))).text()).toBe(
    'hello',
  );
  expect((await download('forged')).status).toBe(404);
});
