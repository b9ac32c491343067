import { readFile } from 'node:fs/promises';
import { demoPeople, startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { asSuperuser, brand, contextFor } from '../../node/testing/brand-context.ts';
import { paintPicture, toBytes } from '../../node/testing/paint-picture.ts';
import { inspectReceivedPictures } from '../../training/inspect-received-pictures.ts';
import { uploadTrainingImages } from '../../training/upload-training-images.ts';
import { ensureTrainingArchive } from './ensure-training-archive.ts';
import { deadlinePassed } from './sync-job.ts';

it('says why no archive can be made in the words that the troubleshooting page has for it', async () => {
  await using stack = await startStack({ listen: true });
  const paint = (seed: number) => toBytes(paintPicture({ seed, width: 512, height: 512 }).jpeg());
  const files = await Promise.all([1, 2, 3, 4].map(paint));
  const images = await uploadTrainingImages(await contextFor(stack, 'ctMember'), { files });
  const system = await contextFor(stack, { system: brand });
  await inspectReceivedPictures(system);
  const ids = images.map(({ id }) => id);
  const [job] = await asSuperuser<{ id: string }>(
    stack,
    `insert into public.lora_training_jobs (brand_id, user_id, name, model_type, subject_kind, training_asset_ids, readiness_override)
     values ($1, $2, 'job', 'flux', 'product', $3::uuid[], true) returning id`,
    [brand, demoPeople.ctMember.id, ids],
  );
  await asSuperuser(stack, 'delete from public.brand_assets where id = $1', [ids[0]]);
  const refusal = await ensureTrainingArchive(system, { jobId: job?.id ?? '' }).catch((error) => error);
  expect(refusal).toMatchObject({ code: 'not_ready', reasons: [{ message: expect.any(String) }] });
  const entry = await readEntry('Error: "Failed to create training ZIP"');
  expect(entry).toContain(`\n> ${refusal.reasons[0].message}\n`);
});

it('ends what never begins in the words that the troubleshooting page has for it', async () => {
  const { code, message } = deadlinePassed('queued');
  const entry = await readEntry('Training stuck at 0%');
  expect(entry).toContain(`\`${code}\`:\n\n> ${message}\n`);
});

async function readEntry(title: string): Promise<string> {
  const page = await readFile(new URL('../../../../../docs/troubleshooting.md', import.meta.url), 'utf8');
  return page.split('\n## ').find((entry) => entry.startsWith(`${title}\n`)) ?? '';
}
