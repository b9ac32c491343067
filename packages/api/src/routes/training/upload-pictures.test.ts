import { demoPeople } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { tinyPng } from '../../testing/pictures.ts';
import { refusalOf, startApi, type TestApi } from '../../testing/start-api.ts';
import { uploadedSchema } from './upload-pictures.ts';

const path = '/training/upload';
const picture = (name: string, number = 0) => new File([tinyPng(number)], name, { type: 'image/png' });

function formOf(fields: readonly (readonly [string, string | File])[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

const send = (test: TestApi, fields: Parameters<typeof formOf>[0], query = '') =>
  test.send('ctMember', `${path}${query}`, { method: 'POST', body: formOf(fields) });
const countAssets = async (test: TestApi) => (await test.sql('select id from public.brand_assets')).length;

it('takes the form of the founding documents and gives addresses that a training takes', async () => {
  await using test = await startApi();
  const answer = await send(test, [
    ['photos', picture('Лапа.png')],
    ['photos', picture('tail.png', 1)],
    ['fursonaName', 'Rusty'],
    ['userId', demoPeople.ctMember.id],
    ['customizationData', '{"furType":"long"}'],
    ['captions', '["photo of [brand] paw", null]'],
  ]);
  expect(answer.status).toBe(201);
  const { imageUrls, images, failed, metadata } = uploadedSchema.parse(await answer.json());
  expect(failed).toEqual([]);
  expect(metadata).toEqual({ furType: 'long', fursonaName: 'Rusty' });
  expect(images).toMatchObject([
    { name: 'Лапа.png', status: 'received', caption: 'photo of [brand] paw' },
    { name: 'tail.png', status: 'received', caption: null },
  ]);
  expect(imageUrls).toEqual(images.map(({ id }) => `http://api.test/api/assets/${id}/file`));
  const file = await test.send('ctMember', new URL(imageUrls[0] ?? '').pathname.slice('/api'.length));
  expect(file.status).toBe(302);
  const stored = await test.stack.fetch(new Request(file.headers.get('location') ?? ''));
  expect(new Uint8Array(await stored.arrayBuffer())).toEqual(tinyPng());
});

it('says of each picture why it was not taken, and takes the others', async () => {
  await using test = await startApi({ limits: { fileBytes: 1_000 } });
  const answer = await send(test, [
    ['files', new File(['<svg/>'], 'logo.svg', { type: 'image/png' })],
    ['files', picture('good.png')],
    ['files', new File([new Uint8Array(1_001)], 'large.png')],
  ]);
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({
    images: [{ name: 'good.png' }],
    failed: [
      { index: 0, name: 'logo.svg', code: 'picture_rejected' },
      { index: 2, name: 'large.png', code: 'picture_rejected' },
    ],
  });
});

it('refuses where no picture was good, or there was none', async () => {
  await using test = await startApi();
  const nothing = await send(test, [['files', new File(['hello'], 'a.png')]]);
  expect(await refusalOf(nothing)).toEqual([415, 'picture_rejected']);
  expect((await send(test, [['captions', 'x']])).status).toBe(400);
});

it.each([
  ['somebody else in userId', [['userId', demoPeople.ctAdmin.id]], 403],
  ['another brand in brandId', [['brandId', 'acmecompany']], 404],
  ['a field that is not known', [['role', 'admin']], 400],
  ['a NUL in a field', [['fursonaName', 'a\0b']], 400],
  ['broken JSON', [['customizationData', '{']], 400],
] as const)('takes the pictures back where a field behind them says %s', async (_, fields, status) => {
  await using test = await startApi();
  const answer = await send(test, [['files', picture('a.png')], ...fields]);
  expect(answer.status).toBe(status);
  expect(await countAssets(test)).toBe(0);
});

it('stops at its limits, before it has read all', async () => {
  await using test = await startApi({ limits: { files: 2, formBytes: 100_000, bodyTimeoutMs: 100 } });
  const three = await send(test, [
    ['files', picture('1.png', 1)],
    ['files', picture('2.png', 2)],
    ['files', picture('3.png', 3)],
  ]);
  expect(three.status).toBe(413);
  expect((await send(test, [['files', new File([new Uint8Array(200_000)], 'a.png')]])).status).toBe(413);

  const never = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode('--x\r\nContent-Disposition: form-')),
  });
  const slow = await test.send('ctMember', path, {
    method: 'POST',
    body: never,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  });
  expect(slow.status).toBe(408);
  expect(await countAssets(test)).toBe(0);
});

it.each([
  ['no boundary', 'multipart/form-data', 'x', 415],
  ['JSON', 'application/json', '{}', 415],
  ['nothing of a form', 'multipart/form-data; boundary=x', 'hello', 400],
  [
    'a form that breaks off',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="files"; filename="a.png"\r\n\r\nabc',
    400,
  ],
  [
    'a field without a name',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Type: a\r\n\r\nabc\r\n--x--',
    400,
  ],
])('refuses %s', async (_, type, body, status) => {
  await using test = await startApi();
  const answer = await test.send('ctMember', path, {
    method: 'POST',
    body,
    headers: { 'content-type': type },
  });
  expect(answer.status).toBe(status);
});

it('does nothing for viewers', async () => {
  await using test = await startApi();
  const answer = await test.send('ctViewer', path, {
    method: 'POST',
    body: formOf([['files', picture('a.png')]]),
  });
  expect(answer.status).toBe(403);
  expect(await countAssets(test)).toBe(0);
});
