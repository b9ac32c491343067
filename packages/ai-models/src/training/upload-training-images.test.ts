import { demoPeople, startStack } from '@act/local-stack/testing';
import { beforeAll, expect, it } from 'vitest';
import {
  asSuperuser,
  brand,
  contextFor,
  listKeys,
  makePrivate,
  otherBrand,
} from '../node/testing/brand-context.ts';
import { paintPicture, toBytes } from '../node/testing/paint-picture.ts';
import type { PictureInput } from '../storage/picture-input.ts';
import { UploadError } from './upload-error.ts';
import { uploadTrainingImages } from './upload-training-images.ts';

let jpeg: Uint8Array<ArrayBuffer>;
let png: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  jpeg = await toBytes(paintPicture({ width: 640, height: 640 }).jpeg());
  png = await toBytes(paintPicture({ width: 300, height: 300 }).png());
});

const rowsOf = (stack: Parameters<typeof asSuperuser>[0]) =>
  asSuperuser(
    stack,
    'select name, file_url, training_caption, user_id, status from public.brand_assets order by name',
  );

it('takes every form of a picture, and gives the rows in the order of the files', async () => {
  await using stack = await startStack({ listen: true });
  const context = await contextFor(stack, 'ctMember');
  const files: PictureInput[] = [
    new File([jpeg], 'Логотип (1).JPG', { type: 'text/plain' }),
    new Blob([png]),
    Buffer.from(jpeg),
    png.buffer.slice(0),
    new Blob([jpeg]).stream(),
    { name: 'later.png', open: async () => png },
  ];
  const done: number[] = [];
  const images = await uploadTrainingImages(context, {
    files,
    captions: ['photo of [brand] logo', ' ', null],
    names: [null, null, 'third'],
    onProgress: (progress) => done.push(progress.done),
  });

  expect(images.map(({ name, caption, status }) => [name, caption, status])).toEqual([
    ['Логотип (1).JPG', 'photo of [brand] logo', 'received'],
    ['image-002', null, 'received'],
    ['third', null, 'received'],
    ['image-004', null, 'received'],
    ['image-005', null, 'received'],
    ['later.png', null, 'received'],
  ]);
  expect(images[0]?.fileUrl).toMatch(/^training-data\/creativetechnologists\/logotip-1-[0-9a-f-]{36}\.jpg$/);
  expect(images[1]?.fileUrl).toMatch(/\/image-002-[0-9a-f-]{36}\.png$/);
  expect(done).toEqual([1, 2, 3, 4, 5, 6]);
  expect(await listKeys(stack)).toEqual(
    images.map(({ fileUrl }) => fileUrl.replace('training-data/', '')).sort(),
  );
  const stored = await context.database.storage
    .from('training-data')
    .download(images[0]?.fileUrl.slice(14) ?? '');
  expect(Buffer.from((await stored.data?.arrayBuffer()) ?? new ArrayBuffer()).equals(jpeg)).toBe(true);
  expect(stored.data?.type).toBe('image/jpeg');
});

it('says of each file what became of it', async () => {
  await using stack = await startStack({ listen: true });
  const context = await contextFor(stack, 'ctMember');
  const heic = new TextEncoder().encode('\0\0\0\x20ftypheic\0\0\0\0mif1heic');
  const files = [
    heic,
    new File([jpeg], 'good.jpg'),
    new Uint8Array(),
    new Blob([jpeg, new Uint8Array(11e6)]),
  ];
  const error = await uploadTrainingImages(context, { files }).catch((error: unknown) => error);
  if (!UploadError.isInstance(error)) throw error;
  expect(error).toMatchObject({ code: 'picture_rejected', uploaded: [{ name: 'good.jpg' }] });
  expect(error.failed.map(({ index, error: { message } }) => [index, message])).toEqual([
    [0, 'This is HEIC.'],
    [2, 'The file is empty.'],
    [3, 'The picture is larger than the 10 MB that this brand takes.'],
  ]);
  expect(error.message).toMatch(/^3 of 4 pictures were not uploaded\. image-001: This is HEIC\./);
  expect(error.hint).toBe(
    'image-001, image-003: Use jpg, png, webp. ' +
      'image-004: Save it smaller: 2,048 pixels on the longer side are more than training uses.',
  );
  expect(await rowsOf(stack)).toMatchObject([{ name: 'good.jpg' }]);
});

it('stops reading a stream that is too long', async () => {
  await using stack = await startStack({ listen: true });
  const context = await contextFor(stack, 'ctMember');
  let [sent, isCancelled] = [0, false];
  const endless = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      sent += 1_000_000;
      controller.enqueue(new Uint8Array(1_000_000));
    },
    cancel: () => {
      isCancelled = true;
    },
  });
  await expect(uploadTrainingImages(context, { files: endless })).rejects.toMatchObject({
    code: 'picture_rejected',
  });
  expect(isCancelled).toBe(true);
  expect(sent).toBeLessThan(14e6);
});

it('opens no path and no address by itself', async () => {
  await using stack = await startStack({ listen: true });
  const context = await contextFor(stack, 'ctMember');
  for (const input of [{ path: '/etc/passwd' }, { url: 'https://example.com/a.png' }, 'a.png', null]) {
    const upload = Reflect.apply(uploadTrainingImages, null, [context, { files: [input] }]);
    await expect(upload).rejects.toMatchObject({
      code: 'input_invalid',
      hint: expect.stringContaining('pictureFromPath'),
    });
  }
});

it('takes a large picture, too', async () => {
  await using stack = await startStack({ listen: true });
  const context = await contextFor(stack, 'ctMember');
  const large = Buffer.concat([jpeg, Buffer.alloc(8_000_000, 7)]);
  const [image] = await uploadTrainingImages(context, { files: large });
  const size = `select (metadata ->> 'size')::int as size from storage.objects`;
  expect(await asSuperuser(stack, size)).toEqual([{ size: large.length }]);
  expect(image?.status).toBe('received');
});

it('leaves neither file nor row of a picture whose row is refused', async () => {
  await using stack = await startStack({ listen: true });
  const context = await contextFor(stack, 'ctMember');
  await asSuperuser(
    stack,
    `update public.brands set settings = '{"uploads": {"maximumAssets": 2}}' where id = $1`,
    [brand],
  );
  const upload = uploadTrainingImages(context, { files: [jpeg, png, jpeg], concurrency: 1 });
  await expect(upload).rejects.toMatchObject({
    code: 'conflict',
    uploaded: { length: 2 },
    failed: [{ index: 2 }],
  });
  expect(await listKeys(stack)).toHaveLength(2);
  expect(await rowsOf(stack)).toHaveLength(2);
});

it('leaves nothing of a picture that is stopped, wherever that is', async () => {
  await using stack = await startStack({ listen: true });
  const moments: string[] = [];
  const watch =
    (onMoment: (moment: string) => void): typeof fetch =>
    async (input, init) => {
      const { method, url } = new Request(input, init);
      const request = `${method} ${new URL(url).pathname.split('/').slice(1, 4).join('/')}`;
      onMoment(`${request} sent`);
      const answer = fetch(input, init);
      onMoment(`${request} on its way`);
      await answer;
      onMoment(`${request} answered`);
      return answer;
    };
  const note = await contextFor(stack, 'ctMember', { fetch: watch((moment) => void moments.push(moment)) });
  await uploadTrainingImages(note, { files: jpeg });
  expect(moments.filter((moment) => moment.endsWith('answered'))).toEqual([
    'POST rest/v1/rpc answered',
    'POST storage/v1/object answered',
    'POST rest/v1/brand_assets answered',
  ]);
  const before = await listKeys(stack);
  for (const moment of moments) {
    const stopping = new AbortController();
    const stop = watch((seen) => seen === moment && stopping.abort());
    const context = await contextFor(stack, 'ctMember', { fetch: stop });
    const upload = uploadTrainingImages(context, { files: png, signal: stopping.signal });
    await expect(upload, moment).rejects.toMatchObject({
      code: 'aborted',
      uploaded: [],
      failed: [{ index: 0 }],
    });
    expect(await listKeys(stack), moment).toEqual(before);
    expect(await rowsOf(stack), moment).toHaveLength(1);
  }
});

it('puts private pictures into the folder of their owner', async () => {
  await using stack = await startStack({ listen: true });
  await makePrivate(stack);
  const [image] = await uploadTrainingImages(await contextFor(stack, 'ctMember'), { files: png });
  expect(image?.fileUrl).toMatch(`training-data/${brand}/${demoPeople.ctMember.id}/image-001-`);
  const system = await contextFor(stack, { system: brand });
  await expect(uploadTrainingImages(system, { files: png })).rejects.toMatchObject({ code: 'input_invalid' });
  const ownerId = demoPeople.ctMember.id;
  const [given] = await uploadTrainingImages(system, { files: png, ownerId });
  expect(given?.fileUrl).toContain(ownerId);
  expect((await rowsOf(stack)).map(({ user_id }) => user_id)).toEqual([ownerId, ownerId]);
});

it('lets nobody add to a brand that is not theirs, nor viewers to their own, and says which', async () => {
  await using stack = await startStack({ listen: true });
  const stranger = await contextFor(stack, 'acmeMember');
  await expect(uploadTrainingImages(stranger, { files: png })).rejects.toMatchObject({
    code: 'brand_not_allowed',
  });
  const viewer = await contextFor(stack, 'ctViewer');
  await expect(uploadTrainingImages(viewer, { files: png })).rejects.toMatchObject({ code: 'not_allowed' });
  const system = await contextFor(stack, { system: otherBrand }, { brandId: brand });
  await expect(uploadTrainingImages(system, { files: png })).rejects.toMatchObject({
    code: 'brand_not_allowed',
  });
  const member = await contextFor(stack, 'ctMember');
  const asSomebody = uploadTrainingImages(member, { files: png, ownerId: demoPeople.ctAdmin.id });
  await expect(asSomebody).rejects.toMatchObject({ code: 'not_allowed' });
  expect(await listKeys(stack)).toEqual([]);
});
