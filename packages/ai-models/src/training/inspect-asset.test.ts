import { demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { AiModelsContext } from '../context.ts';
import {
  asSuperuser,
  brand,
  contextFor,
  listKeys,
  makePrivate,
  otherBrand,
} from '../node/testing/brand-context.ts';
import { paintPicture, toBytes } from '../node/testing/paint-picture.ts';
import { inspectAsset } from './inspect-asset.ts';
import { inspectReceivedPictures } from './inspect-received-pictures.ts';
import { uploadTrainingImages } from './upload-training-images.ts';

/** Lying on its side, with a place in its metadata. */
const phonePicture = () =>
  toBytes(
    paintPicture({ width: 900, height: 700 })
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 12/1 30/1' } })
      .jpeg(),
  );

async function upload(stack: TestStack, picture: Uint8Array<ArrayBuffer>): Promise<string> {
  const [image] = await uploadTrainingImages(await contextFor(stack, 'ctMember'), {
    files: new File([picture], 'my cat.jpg'),
  });
  return image?.id ?? '';
}

const read = async (stack: TestStack, id: string) => {
  const [row] = await asSuperuser<Record<string, string>>(
    stack,
    'select * from public.brand_assets where id = $1',
    [id],
  );
  return row;
};

async function download({ database }: AiModelsContext, path = ''): Promise<Uint8Array> {
  const { data, error } = await database.storage
    .from('training-data')
    .download(path.replace('training-data/', ''));
  if (error) throw error;
  return new Uint8Array(await data.arrayBuffer());
}

it('makes a clean picture ready where it lies, with a thumbnail', async () => {
  await using stack = await startStack({ listen: true });
  const bytes = await toBytes(paintPicture().jpeg());
  const id = await upload(stack, bytes);
  const before = await read(stack, id);
  const system = await contextFor(stack, { system: brand });
  expect(await inspectAsset(system, id)).toEqual({
    assetId: id,
    status: 'ready',
    rejectionReason: null,
    wasDone: false,
  });

  const row = await read(stack, id);
  expect(row).toMatchObject({
    status: 'ready',
    file_url: before?.file_url,
    thumbnail_url: `training-data/${brand}/thumbnails/${id}.webp`,
    content_type: 'image/jpeg',
    size_bytes: String(bytes.length),
    width: 1200,
    height: 900,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    perceptual_hash: expect.stringMatching(/^[0-9a-f]{16}$/),
    inspection: { findings: [], changes: [], replaced: null },
  });
  expect(await sharp(await download(system, row?.thumbnail_url)).metadata()).toMatchObject({
    format: 'webp',
    width: 480,
  });
  expect(await listKeys(stack)).toHaveLength(2);
});

it('replaces a picture that lies on its side and says where it was taken', async () => {
  await using stack = await startStack({ listen: true });
  const id = await upload(stack, await phonePicture());
  const before = await read(stack, id);
  const system = await contextFor(stack, { system: brand });
  await inspectAsset(system, id);

  const row = await read(stack, id);
  expect(row).toMatchObject({
    width: 700,
    height: 900,
    inspection: { changes: ['turned', 'metadata_removed'], replaced: null },
  });
  expect(row?.file_url).toMatch(
    /^training-data\/creativetechnologists\/my-cat-[0-9a-f]{8}-[0-9a-f]{24}\.jpg$/,
  );
  const clean = await sharp(await download(system, row?.file_url)).metadata();
  expect(clean).toMatchObject({ width: 700, height: 900 });
  expect([clean.exif, clean.orientation]).toEqual([undefined, undefined]);
  const keys = await listKeys(stack);
  expect(keys).toHaveLength(2);
  expect(keys).not.toContain(before?.file_url?.replace('training-data/', ''));
});

it('rejects what cannot be trained with, and says why', async () => {
  await using stack = await startStack({ listen: true });
  const tiny = await upload(stack, await toBytes(paintPicture({ width: 200, height: 300 }).png()));
  const whole = await toBytes(paintPicture().jpeg());
  const broken = await upload(stack, whole.slice(0, whole.length / 2));
  const gone = await upload(stack, whole);
  const person = await contextFor(stack, 'ctMember');
  await person.database.storage
    .from('training-data')
    .remove([((await read(stack, gone))?.file_url ?? '').slice(14)]);
  const system = await contextFor(stack, { system: brand });
  const { inspected, failed } = await inspectReceivedPictures(system);
  expect(failed).toEqual([]);
  const reasonOf = (id: string) => inspected.find(({ assetId }) => assetId === id)?.rejectionReason;
  expect(reasonOf(tiny)).toMatch('200 × 300 pixels');
  expect(reasonOf(broken)).toBe('The file is damaged or incomplete.');
  expect(reasonOf(gone)).toBe('The file is not there.');
  expect(await read(stack, tiny)).toMatchObject({
    status: 'rejected',
    inspection: { rejection: 'too_small' },
    thumbnail_url: null,
  });
});

it('comes to one end, and leaves nothing over, when several do it at once', async () => {
  await using stack = await startStack({ listen: true });
  const id = await upload(stack, await phonePicture());
  const system = await contextFor(stack, { system: brand });
  const all = await Promise.allSettled([1, 2, 3, 4].map(() => inspectAsset(system, id)));
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(all.filter((one) => one.status === 'fulfilled' && !one.value.wasDone)).toHaveLength(1);
  expect(await read(stack, id)).toMatchObject({ status: 'ready', inspection: { replaced: null } });
  expect(await listKeys(stack)).toHaveLength(2);
});

it('is finished by the next call, wherever the one before was broken off', { timeout: 60_000 }, async () => {
  await using stack = await startStack({ listen: true });
  const picture = await phonePicture();
  let requests = 0;
  const counting: typeof fetch = (input, init) => {
    requests += 1;
    return fetch(input, init);
  };
  await inspectAsset(
    await contextFor(stack, { system: brand }, { fetch: counting }),
    await upload(stack, picture),
  );
  expect(requests).toBeGreaterThan(5);

  for (let last = 1; last < requests; last += 1) {
    for (const isAnswered of [true, false]) {
      const before = (await listKeys(stack)).length;
      const id = await upload(stack, picture);
      let sent = 0;
      // Killed before or after its request was served: nothing more is sent by it.
      const killed: typeof fetch = async (input, init) => {
        sent += 1;
        if (sent === last && isAnswered) await fetch(input, init);
        if (sent >= last) throw new DOMException('killed', 'AbortError');
        return fetch(input, init);
      };
      const dying = await contextFor(stack, { system: brand }, { fetch: killed });
      await expect(inspectAsset(dying, id)).rejects.toBeDefined();
      await inspectReceivedPictures(await contextFor(stack, { system: brand }));
      expect(await read(stack, id), `${last} ${isAnswered}`).toMatchObject({
        status: 'ready',
        inspection: { replaced: null },
      });
      expect(await listKeys(stack), `${last} ${isAnswered}`).toHaveLength(before + 2);
    }
  }
});

it('leaves nothing of a picture that is deleted while it is inspected', async () => {
  await using stack = await startStack({ listen: true });
  const id = await upload(stack, await phonePicture());
  const deleting: typeof fetch = async (input, init) => {
    if (init?.method === 'PATCH')
      await asSuperuser(stack, 'delete from public.brand_assets where id = $1', [id]);
    return fetch(input, init);
  };
  const system = await contextFor(stack, { system: brand }, { fetch: deleting });
  await expect(inspectAsset(system, id)).rejects.toMatchObject({ code: 'asset_not_found' });
  const noted = await asSuperuser<{ name: string }>(stack, 'select name from public.deleted_files');
  expect(await listKeys(stack)).toEqual(noted.map(({ name }) => name));
});

it('keeps private pictures, their copies and thumbnails in the folder of their owner', async () => {
  await using stack = await startStack({ listen: true });
  await makePrivate(stack);
  const id = await upload(stack, await phonePicture());
  await inspectAsset(await contextFor(stack, { system: brand }), id);
  const folder = `${brand}/${demoPeople.ctMember.id}/`;
  expect((await listKeys(stack)).every((key) => key.startsWith(folder))).toBe(true);
  expect(await read(stack, id)).toMatchObject({ status: 'ready' });
});

it('finds no picture of another brand', async () => {
  await using stack = await startStack({ listen: true });
  const id = await upload(stack, await phonePicture());
  const other = await contextFor(stack, { system: otherBrand });
  await expect(inspectAsset(other, id)).rejects.toMatchObject({ code: 'asset_not_found' });
  const claiming = await contextFor(stack, { system: otherBrand }, { brandId: brand });
  await expect(inspectAsset(claiming, id)).rejects.toMatchObject({ code: 'asset_not_found' });
});
