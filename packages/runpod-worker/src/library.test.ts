import { type AiModels, createAiModels, createSystemSigner } from '@act/ai-models';
import { createRunpodProvider } from '@act/ai-models/providers/runpod';
import { startStack, type TestStack } from '@act/local-stack/testing';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { type RunpodFront, startRunpodFront } from './testing/runpod-front.ts';
import { describeHandler } from './testing/use-handler.ts';

const brandId = 'creativetechnologists';

const asSystem = (stack: TestStack, front: RunpodFront): AiModels =>
  createAiModels({
    supabase: { url: stack.url, publishableKey: stack.secrets.publishableKey },
    access: { brandId, signer: createSystemSigner({ signingKey: stack.secrets.jwtSecret }) },
    providers: [
      createRunpodProvider({
        apiKey: front.apiKey,
        baseUrl: front.url,
        endpoints: { training: front.endpointId },
      }),
    ],
    pollIntervalMs: 100,
  });

async function addPictures(ai: AiModels): Promise<string[]> {
  const files = await Promise.all([1, 2, 3, 4].map(paint));
  const captions = files.map((_, index) => `a [brand] cup, number ${index}`);
  const pictures = await ai.uploadTrainingImages({ files, captions });
  await ai.inspectPictures();
  return pictures.map(({ id }) => id);
}

async function paint(seed: number): Promise<Blob> {
  const noise = { type: 'gaussian', mean: 60 + 40 * seed, sigma: 40 } as const;
  const create = { width: 640, height: 512, channels: 3, background: '#808080', noise } as const;
  return new Blob([new Uint8Array(await sharp({ create }).jpeg().toBuffer())], { type: 'image/jpeg' });
}

describeHandler('the library and the handler', () => {
  it.each(['flux', 'sdxl', 'sd15'] as const)(
    'train a model of %s together, on a real storage',
    async (modelType) => {
      await using stack = await startStack({ listen: true });
      await using front = await startRunpodFront();
      const ai = asSystem(stack, front);
      const job = await ai.createTrainingJob({
        modelType,
        trainingAssetIds: await addPictures(ai),
        subjectKind: 'product',
        config: { steps: 60, loraRank: 8 },
        trainAnyway: true,
      });
      const stages = new Set<string | null>();
      for await (const state of ai.watchTrainingJob(job.id)) stages.add(state.stage);
      const done = await ai.getTrainingJob(job.id);
      expect(done).toMatchObject({ status: 'completed', provider: 'runpod', error: null, progress: 100 });
      expect(stages).toContain('training');
      expect(done.sampleImageUrls).toHaveLength(4);
      expect((await ai.listBrandModels()).items).toMatchObject([{ modelType, jobId: job.id, rank: 8 }]);
      expect(front.runs()).toHaveLength(1);
      const [run] = front.runs();
      expect(Object.values(run?.seen()?.dataset.files ?? {})).toContain(
        `a ${job.triggerWord} cup, number 0\n`,
      );
    },
    90_000,
  );
});
