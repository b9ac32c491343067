import { demoPeople, startStack } from '@act/local-stack/testing';
import JSZip from 'jszip';
import { expect, it } from 'vitest';
import { ensureTrainingArchive } from '../jobs/training/ensure-training-archive.ts';
import { asSuperuser, brand, contextFor, listKeys, otherBrand } from '../node/testing/brand-context.ts';
import { paintPicture, toBytes } from '../node/testing/paint-picture.ts';
import { makeZip } from '../storage/testing/make-zip.ts';
import { exportDataset } from './export-dataset.ts';
import { importDataset } from './import-dataset.ts';
import { inspectReceivedPictures } from './inspect-received-pictures.ts';

const paint = (seed: number) => toBytes(paintPicture({ seed, width: 512, height: 512 }).jpeg());

async function readZip(stream: ReadableStream<Uint8Array>) {
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return { bytes, zip: await JSZip.loadAsync(bytes, { checkCRC32: true }) };
}

it('brings a dataset in and out again as it was', async () => {
  await using stack = await startStack({ listen: true });
  const member = await contextFor(stack, 'ctMember');
  const system = await contextFor(stack, { system: brand });
  const archive = makeZip({
    entries: [
      { name: 'cats/one.jpg', content: await paint(1) },
      { name: 'cats/one.txt', content: 'a [brand] cat' },
      { name: 'cats/two.jpg', content: await paint(2), method: 8 },
      { name: 'cats/heic.heic', content: '\0\0\0\x20ftypheic\0\0\0\0mif1' },
      { name: 'notes.pdf', content: '%PDF' },
    ],
  });
  const report = await importDataset(member, { archive });
  expect(report).toMatchObject({
    uploaded: [
      { name: 'one.jpg', caption: 'a [brand] cat' },
      { name: 'two.jpg', caption: null },
    ],
    failed: [{ name: 'heic.heic', error: { message: 'This is HEIC.' } }],
    skipped: [{ name: 'notes.pdf' }],
  });
  await expect(exportDataset(member)).rejects.toMatchObject({ code: 'asset_not_found' });
  await inspectReceivedPictures(system);

  const { stream, fileName, sizeBytes, imageCount } = await exportDataset(member);
  expect([fileName, imageCount]).toEqual([
    expect.stringMatching(/^creativetechnologists-dataset-\d{4}-\d\d-\d\d\.zip$/),
    2,
  ]);
  const { bytes, zip } = await readZip(stream);
  expect(bytes.length).toBe(sizeBytes);
  const again = await importDataset(member, {
    archive: new Uint8Array(await zip.generateAsync({ type: 'arraybuffer' })),
  });
  expect(again.uploaded.map(({ caption }) => caption).sort()).toEqual(['a [brand] cat', null].sort());
  await inspectReceivedPictures(system);
  const hashes = await asSuperuser(
    stack,
    'select sha256, count(*)::int from public.brand_assets group by sha256',
  );
  expect(hashes.map(({ count }) => count)).toEqual([2, 2]);
});

it('uploads nothing of an archive that is refused', async () => {
  await using stack = await startStack({ listen: true });
  const member = await contextFor(stack, 'ctMember');
  const archive = makeZip({
    entries: [
      { name: 'good.jpg', content: await paint(1) },
      { name: '../evil.jpg', content: 'x' },
    ],
  });
  await expect(importDataset(member, { archive })).rejects.toMatchObject({ code: 'archive_refused' });
  await expect(
    importDataset(member, { archive: makeZip({ entries: [{ name: 'a.md' }] }) }),
  ).rejects.toMatchObject({ code: 'archive_refused' });
  expect(await listKeys(stack)).toEqual([]);
});

it('gives out what a job has trained on, and nothing of others', async () => {
  await using stack = await startStack({ listen: true });
  const member = await contextFor(stack, 'ctMember');
  const system = await contextFor(stack, { system: brand });
  const entries = await Promise.all(
    Array.from({ length: 10 }, async (_, seed) => ({ name: `${seed}.jpg`, content: await paint(seed) })),
  );
  const { uploaded } = await importDataset(member, { archive: makeZip({ entries }) });
  await inspectReceivedPictures(system);
  const ids = uploaded.map(({ id }) => id);
  const [job] = await asSuperuser<{ id: string }>(
    stack,
    `insert into public.lora_training_jobs (brand_id, user_id, name, model_type, training_asset_ids, readiness_override)
     values ($1, $2, 'job', 'flux', $3::uuid[], true) returning id`,
    [brand, demoPeople.ctMember.id, ids],
  );
  const jobId = job?.id ?? '';
  const { datasetId } = await ensureTrainingArchive(system, { jobId, caption: () => 'as trained' });
  await asSuperuser(stack, 'update public.lora_training_jobs set dataset_id = $1', [datasetId]);
  const { zip } = await readZip((await exportDataset(member, { jobId })).stream);
  expect(Object.keys(zip.files)).toHaveLength(20);
  expect(await zip.file('0001.txt')?.async('string')).toBe('as trained');

  const stranger = await contextFor(stack, 'acmeMember', { brandId: otherBrand });
  for (const context of [stranger, { ...stranger, brandId: brand }]) {
    await expect(exportDataset(context, { jobId })).rejects.toMatchObject({ code: 'job_not_found' });
    await expect(exportDataset(context, { assetIds: ids })).rejects.toMatchObject({ code: 'not_ready' });
    await expect(exportDataset(context)).rejects.toMatchObject({ code: 'asset_not_found' });
  }
});

it('stops fetching when nobody reads on', async () => {
  await using stack = await startStack({ listen: true });
  const member = await contextFor(stack, 'ctMember');
  const entries = await Promise.all(
    Array.from({ length: 12 }, async (_, seed) => ({
      name: `${seed}.jpg`,
      content: Buffer.concat([await paint(seed), Buffer.alloc(3e6)]),
    })),
  );
  await importDataset(member, { archive: makeZip({ entries }) });
  await asSuperuser(
    stack,
    `update public.brand_assets set status = 'ready', sha256 = repeat('0', 64), content_type = 'image/jpeg',
       size_bytes = (select (metadata ->> 'size')::bigint from storage.objects where 'training-data/' || name = file_url)`,
  );
  let fetched = 0;
  const counting = await contextFor(stack, 'ctMember', {
    fetch: (input, init) => {
      if (`${input}`.includes('/authenticated/training-data')) fetched += 1;
      return fetch(input, init);
    },
  });
  const { stream } = await exportDataset(counting);
  const reader = stream.getReader();
  await reader.read().catch(() => undefined);
  await reader.cancel().catch(() => undefined);
  expect(fetched).toBeLessThan(7);
});
