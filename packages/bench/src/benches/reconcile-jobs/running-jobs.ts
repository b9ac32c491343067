import { createReplicateProvider } from '@act/ai-models/providers/replicate';
import { connect, type ProviderSimulators, startStack, type TestStack } from '@act/local-stack/testing';
import JSZip from 'jszip';
import type pg from 'pg';
import sharp from 'sharp';

const brandId = 'creativetechnologists';

/** The zip that all runs train with. */
export async function makeArchive(): Promise<Blob> {
  const zip = new JSZip();
  for (const number of [1, 2, 3, 4]) {
    const background = { r: 40 * number, g: 90, b: 160 };
    const picture = await sharp({ create: { width: 640, height: 512, channels: 3, background } })
      .jpeg()
      .toBuffer();
    zip.file(`picture-${number}.jpg`, picture);
    zip.file(`picture-${number}.txt`, 'a TOK cup');
  }
  return new Blob([await zip.generateAsync({ type: 'arraybuffer' })], { type: 'application/zip' });
}

/** Starts runs at the account, which go on until they are ended. */
export async function startRuns(
  { replicate, fetch }: ProviderSimulators,
  count: number,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const { training } = createReplicateProvider({ apiToken: replicate.token, baseUrl: replicate.url, fetch });
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    signal?.throwIfAborted();
    const started = await training.startTraining({
      runKey: `training-${crypto.randomUUID()}-1`,
      brandId,
      modelType: 'flux',
      archiveUrl: `https://archives.example.com/${number}.zip`,
      triggerWord: 'TOK',
      config: {
        steps: 1_000,
        learningRate: 4e-4,
        batchSize: 1,
        loraRank: 16,
        resolution: '512',
        optimizer: 'adamw8bit',
        autocaption: false,
        captionDropout: 0,
        numRepeats: 1,
        seed: 1,
      },
      deadlineMs: 3_600_000,
    });
    if (started.outcome !== 'accepted') throw started.error;
    ids.push(started.handle.providerJobId);
  }
  return ids;
}

/** A project with a training for each run. */
export async function openProject(cleanup: AsyncDisposableStack, runIds: readonly string[]) {
  const stack: TestStack = cleanup.use(await startStack());
  const superuser: pg.Client = cleanup.use(await connect(stack.database.superuser));
  await superuser.query(`update public.brands set settings = $1`, [
    { training: { maximumRunningJobs: 10_000, maximumJobsPerDay: 10_000 } },
  ]);
  await superuser.query(
    `insert into public.brand_assets (brand_id, name, file_url, status)
     select $1, 'picture', 'training-data/' || $1 || '/picture-' || number || '.jpg', 'ready' from generate_series(1, 12) as number`,
    [brandId],
  );
  await superuser.query(
    `insert into public.lora_training_jobs (brand_id, name, model_type, subject_kind, training_asset_ids, trigger_word, readiness_override)
     select $1, run, 'flux', 'style', (select array_agg(id) from public.brand_assets where brand_id = $1), 'TOK', true
     from unnest($2::text[]) as run`,
    [brandId, runIds],
  );
  await superuser.query(
    `update public.lora_training_jobs set status = 'training', progress = 40, provider = 'replicate', provider_job_id = name,
       deadline_at = now() + interval '1 day', due_at = null`,
  );
  await superuser.query('analyze');
  return { stack, superuser };
}
