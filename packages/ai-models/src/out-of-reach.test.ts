import { startProviderSimulators, startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { createAiModels } from './client.ts';
import { paintPicture, toBytes } from './node/testing/paint-picture.ts';
import { createReplicateProvider } from './providers/replicate/index.ts';
import { createSystemSigner } from './shared/access/system-signer.ts';

const brandId = 'creativetechnologists';

it('trains, and paints with what it trained, on a machine that nobody can reach', async () => {
  await using stack = await startStack({ listen: true });
  const refused: string[] = [];
  await using simulators = await startProviderSimulators({
    speed: 500,
    fetch: (input) => {
      refused.push(input instanceof Request ? input.url : String(input));
      return Promise.reject(new TypeError('fetch failed'));
    },
  });
  const { token, url } = simulators.replicate;
  const ai = createAiModels({
    supabase: { url: stack.url, publishableKey: stack.secrets.publishableKey },
    access: { brandId, signer: createSystemSigner({ signingKey: stack.secrets.jwtSecret }) },
    providers: [
      createReplicateProvider({
        apiToken: token,
        baseUrl: url,
        reach: 'files',
        captionPollIntervalMs: 50,
      }),
    ],
    webhookUrl: 'http://127.0.0.1:3000/api/webhooks',
    pollIntervalMs: 50,
  });
  const paint = (index: number) => toBytes(paintPicture({ seed: index + 1 }).jpeg());
  const images = await ai.uploadTrainingImages({
    files: await Promise.all(Array.from({ length: 10 }, (_, index) => paint(index))),
  });
  await ai.inspectPictures();
  const assetIds = images.map(({ id }) => id);
  const { captioned, failed } = await ai.captionAssets({ assetIds, prefix: 'photo of [brand], ' });
  expect([captioned.length, failed]).toEqual([10, []]);
  const job = await ai.createTrainingJob({
    modelType: 'flux',
    trainingAssetIds: assetIds,
    trainAnyway: true,
  });
  for await (const state of ai.watchTrainingJob(job.id)) expect(state.error).toBeNull();
  expect(await ai.getTrainingJob(job.id)).toMatchObject({ status: 'completed' });
  const { images: pictures } = await ai.generateImage({
    modelId: 'flux-lora-v1',
    prompt: 'photo of [brand] on a billboard',
    numImages: 2,
  });
  expect(pictures).toHaveLength(2);
  expect(refused).toEqual([]);
});
