import { expect, it } from 'vitest';
import { z } from 'zod';
import { fillBrand } from '../../testing/fill-brand.ts';
import { refusalOf, startApi } from '../../testing/start-api.ts';

const range = z.object({ minimum: z.number(), maximum: z.number() });
const settingsSchema = z.object({
  items: z.array(
    z.object({
      modelType: z.string(),
      presets: z.record(z.string(), z.looseObject({ steps: z.number(), optimizer: z.string() })),
      bounds: z.looseObject({ steps: range, loraRank: range, optimizers: z.array(z.string()) }),
    }),
  ),
  prodigyLearningRate: z.looseObject({ usual: z.number() }),
});

it('says what is filled in where a training says less, and what is refused', async () => {
  await using test = await startApi();
  const { assetIds } = await fillBrand(test, 'creativetechnologists', 'ctMember');
  const answer = await test.send('ctViewer', '/training/settings');
  const { items, prodigyLearningRate } = settingsSchema.parse(await answer.json());
  expect(items.map(({ modelType }) => modelType)).toEqual(['flux', 'sdxl', 'sd15']);

  const start = (modelType: string, config: object) =>
    test.send('ctMember', '/training/start', {
      method: 'POST',
      json: { gender: 'man', modelType, config, trainingAssetIds: assetIds, trainAnyway: true },
    });
  const configOf = async (started: Response) => {
    const { trainingId } = z.object({ trainingId: z.string() }).parse(await started.json());
    const job = await test.send('ctMember', `/training/jobs/${trainingId}`);
    return z.object({ config: z.unknown() }).parse(await job.json()).config;
  };
  for (const { modelType, presets, bounds } of items) {
    // The others are made of the same parts: each costs two requests.
    for (const preset of ['quick', 'best'])
      expect(await configOf(await start(modelType, { preset }))).toEqual(presets[preset]);
    const { steps, loraRank, optimizers } = bounds;
    const widest = { steps: steps.maximum, loraRank: loraRank.maximum, optimizer: optimizers.at(-1) };
    expect((await start(modelType, widest)).status).toBeLessThan(300);
    for (const beyond of [{ steps: steps.maximum + 1 }, { loraRank: loraRank.maximum + 1 }])
      expect((await refusalOf(await start(modelType, beyond)))[0]).toBe(400);
    expect(await configOf(await start(modelType, { optimizer: 'prodigy' }))).toMatchObject({
      learningRate: prodigyLearningRate.usual,
    });
  }
});
