import { expect, it } from 'vitest';
import { paintPicture } from './testing/paint-picture.ts';
import { createTestProject } from './testing/test-project.ts';
import { until } from './testing/until.ts';

it('takes pictures, a training and a generation to their ends while nobody asks', {
  timeout: 60_000,
}, async () => {
  await using project = await createTestProject({ simulators: { speed: 400 } });
  await project.startWorker();
  const member = await project.member();

  const uploaded = await member.uploadTrainingImages({
    files: await Promise.all([1, 2, 3, 4].map((seed) => paintPicture(seed))),
    names: ['one', 'two', 'three', 'four'],
    captions: ['a [brand] cup', 'a [brand] bag', 'a [brand] box', 'a [brand] hat'],
  });
  await until(
    () => project.query<{ status: string }>('select distinct status from public.brand_assets'),
    (rows) => rows.length === 1 && rows[0]?.status === 'ready',
  );
  const job = await member.createTrainingJob({
    modelType: 'flux',
    subjectKind: 'product',
    trainingAssetIds: uploaded.map(({ id }) => id),
    config: { steps: 3, loraRank: 1, autocaption: false },
    trainAnyway: true,
  });
  const end = await until(
    () => member.getTrainingJob(job.id),
    ({ status }) => ['completed', 'failed', 'cancelled'].includes(status),
    { withinMs: 40_000 },
  );
  expect(end).toMatchObject({ status: 'completed', progress: 100 });
  const generation = await member.generateImage({
    modelId: 'flux-lora-v1',
    prompt: 'a [brand] cup on a table',
    megapixels: '0.25',
    inferenceSteps: 4,
  });
  expect(generation).toMatchObject({ status: 'completed' });
  expect(project.simulators.runs().filter(({ isPaid }) => isPaid)).toHaveLength(2);
});
