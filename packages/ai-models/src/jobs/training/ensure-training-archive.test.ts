import { demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import JSZip from 'jszip';
import { expect, it } from 'vitest';
import type { AiModelsContext } from '../../context.ts';
import { asSuperuser, brand, contextFor, listKeys, otherBrand } from '../../node/testing/brand-context.ts';
import { paintPicture, toBytes } from '../../node/testing/paint-picture.ts';
import { inspectReceivedPictures } from '../../training/inspect-received-pictures.ts';
import { uploadTrainingImages } from '../../training/upload-training-images.ts';
import { ensureTrainingArchive } from './ensure-training-archive.ts';

const count = 10;

async function readyPictures(stack: TestStack): Promise<string[]> {
  const files = await Promise.all(
    Array.from({ length: count }, (_, seed) =>
      toBytes(paintPicture({ seed, width: 512, height: 512 }).jpeg()),
    ),
  );
  const captions = ['a [brand] cat', '', ...files.slice(2).map((_, index) => `picture ${index}`)];
  const images = await uploadTrainingImages(await contextFor(stack, 'ctMember'), { files, captions });
  const { failed } = await inspectReceivedPictures(await contextFor(stack, { system: brand }));
  expect(failed).toEqual([]);
  return images.map(({ id }) => id);
}

async function addJob(stack: TestStack, ids: string[]): Promise<string> {
  const [row] = await asSuperuser<{ id: string }>(
    stack,
    `insert into public.lora_training_jobs (brand_id, user_id, name, model_type, training_asset_ids, readiness_override)
     values ($1, $2, 'job', 'flux', $3::uuid[], true) returning id`,
    [brand, demoPeople.ctMember.id, ids],
  );
  return row?.id ?? '';
}

/** Counts what is read of pictures. */
async function countingReads(stack: TestStack): Promise<{ system: AiModelsContext; reads: () => number }> {
  let reads = 0;
  const system = await contextFor(
    stack,
    { system: brand },
    {
      fetch: (input, init) => {
        if (
          `${input instanceof Request ? input.url : input}`.includes('/object/authenticated/training-data/')
        )
          reads += 1;
        return fetch(input, init);
      },
    },
  );
  return { system, reads: () => reads };
}

async function openArchive({ database }: AiModelsContext, key: string): Promise<JSZip> {
  const { data, error } = await database.storage.from('archives').download(key);
  if (error) throw error;
  return JSZip.loadAsync(await data.arrayBuffer(), { checkCRC32: true });
}

it('zips what a job trains on, once, with captions beside the pictures', async () => {
  await using stack = await startStack({ listen: true });
  const ids = await readyPictures(stack);
  const { system, reads } = await countingReads(stack);
  const caption = (text: string | null) => text?.replace('[brand]', 'TOK') ?? null;
  const jobId = await addJob(stack, ids);
  const first = await ensureTrainingArchive(system, { jobId, caption });
  expect(first).toMatchObject({
    archiveKey: expect.stringMatching(/^creativetechnologists\/[0-9a-f]{64}\.zip$/),
  });
  expect(reads()).toBe(count);

  const zip = await openArchive(system, first.archiveKey);
  const names = Object.keys(zip.files);
  expect(names.filter((name) => name.endsWith('.jpg'))).toHaveLength(count);
  expect(names.filter((name) => name.endsWith('.txt'))).toHaveLength(count - 1);
  expect(names.every((name) => /^\d{4}\.(jpg|txt)$/.test(name))).toBe(true);
  const texts = await Promise.all(
    names.filter((name) => name.endsWith('.txt')).map((name) => zip.file(name)?.async('string')),
  );
  expect(texts).toContain('a TOK cat');

  const [dataset] = await asSuperuser(stack, 'select * from public.training_datasets');
  expect(dataset).toMatchObject({
    id: first.datasetId,
    image_count: count,
    archive_path: `archives/${first.archiveKey}`,
    user_id: demoPeople.ctMember.id,
  });

  // Another job of the same pictures, named in another order.
  const again = await ensureTrainingArchive(system, {
    jobId: await addJob(stack, ids.toReversed()),
    caption,
  });
  expect(again).toEqual(first);
  expect(reads()).toBe(count);
});

it('makes another archive when a caption has another text, and keeps to the snapshot of a job that has one', async () => {
  await using stack = await startStack({ listen: true });
  const ids = await readyPictures(stack);
  const { system, reads } = await countingReads(stack);
  const jobId = await addJob(stack, ids);
  const first = await ensureTrainingArchive(system, { jobId });
  await asSuperuser(stack, 'update public.lora_training_jobs set dataset_id = $1 where id = $2', [
    first.datasetId,
    jobId,
  ]);
  await asSuperuser(stack, `update public.brand_assets set training_caption = 'changed' where id = $1`, [
    ids[0],
  ]);
  expect(await ensureTrainingArchive(system, { jobId })).toEqual(first);
  expect(reads()).toBe(count);
  const other = await ensureTrainingArchive(system, { jobId: await addJob(stack, ids) });
  expect(other.datasetId).not.toBe(first.datasetId);
  expect(reads()).toBe(2 * count);

  // Gone, it is made again as it was.
  await system.database.storage.from('archives').remove([first.archiveKey]);
  expect(await ensureTrainingArchive(system, { jobId })).toEqual(first);
  expect(reads()).toBe(3 * count);
  const zip = await openArchive(system, first.archiveKey);
  const texts = await Promise.all(Object.values(zip.files).map((file) => file.async('string')));
  expect(texts).toContain('a [brand] cat');
  expect(texts).not.toContain('changed');
});

it('is one row and one file when two make it at once', async () => {
  await using stack = await startStack({ listen: true });
  const ids = await readyPictures(stack);
  const system = await contextFor(stack, { system: brand });
  const jobs = [await addJob(stack, ids), await addJob(stack, ids)];
  const [one, other] = await Promise.all(jobs.map((jobId) => ensureTrainingArchive(system, { jobId })));
  expect(one?.archiveKey).toBe(other?.archiveKey);
  expect(one?.datasetId).toBe(other?.datasetId);
  expect(await asSuperuser(stack, 'select id from public.training_datasets')).toHaveLength(1);
  expect(await listKeys(stack, 'archives')).toEqual([one?.archiveKey]);
});

it('goes on where it was killed, and reads nothing again once the file is there', async () => {
  await using stack = await startStack({ listen: true });
  const ids = await readyPictures(stack);
  const jobId = await addJob(stack, ids);
  const { system, reads } = await countingReads(stack);
  const stop = new AbortController();
  const killed = await contextFor(
    stack,
    { system: brand },
    {
      fetch: async (input, init) => {
        const answer = await fetch(input, init);
        if (!`${input}`.includes('/object/archives/')) return answer;
        stop.abort();
        throw new Error('killed');
      },
    },
  );
  await expect(ensureTrainingArchive(killed, { jobId, signal: stop.signal })).rejects.toMatchObject({
    code: 'aborted',
  });
  expect(await listKeys(stack, 'archives')).toHaveLength(1);
  await ensureTrainingArchive(system, { jobId });
  expect(reads()).toBe(0);
});

it('leaves no archive of a picture that is deleted while it is zipped', async () => {
  await using stack = await startStack({ listen: true });
  const ids = await readyPictures(stack);
  const jobId = await addJob(stack, ids);
  const system = await contextFor(
    stack,
    { system: brand },
    {
      fetch: async (input, init) => {
        const answer = await fetch(input, init);
        if (`${input}`.includes('/object/archives/'))
          await asSuperuser(stack, 'delete from public.brand_assets where id = $1', [ids[0]]);
        return answer;
      },
    },
  );
  await expect(ensureTrainingArchive(system, { jobId })).rejects.toMatchObject({ code: 'not_ready' });
  expect(await listKeys(stack, 'archives')).toEqual([]);
});

it('refuses what is not ready, what was exchanged, and what is not of this brand', async () => {
  await using stack = await startStack({ listen: true });
  const ids = await readyPictures(stack);
  const jobId = await addJob(stack, ids);
  const system = await contextFor(stack, { system: brand });
  const [asset] = await asSuperuser<{ sha256: string }>(
    stack,
    'select sha256 from public.brand_assets where id = $1',
    [ids[3]],
  );
  await asSuperuser(stack, 'update public.brand_assets set sha256 = $2 where id = $1', [
    ids[3],
    'a'.repeat(64),
  ]);
  await expect(ensureTrainingArchive(system, { jobId })).rejects.toMatchObject({
    message: expect.stringContaining(ids[3] ?? ''),
  });
  expect(await listKeys(stack, 'archives')).toEqual([]);
  await asSuperuser(stack, `update public.brand_assets set sha256 = $2, status = 'received' where id = $1`, [
    ids[3],
    asset?.sha256,
  ]);
  await expect(ensureTrainingArchive(system, { jobId })).rejects.toMatchObject({ code: 'not_ready' });
  const other = await contextFor(stack, { system: otherBrand });
  await expect(ensureTrainingArchive(other, { jobId })).rejects.toMatchObject({ code: 'job_not_found' });
  await expect(ensureTrainingArchive({ ...other, brandId: brand }, { jobId })).rejects.toMatchObject({
    code: 'job_not_found',
  });
});
