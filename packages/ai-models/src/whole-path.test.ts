import {
  type ProviderSimulators,
  startProviderSimulators,
  startStack,
  type TestStack,
} from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import type { AiModels } from './ai-models.ts';
import { createAiModels } from './client.ts';
import { paintPicture, toBytes } from './node/testing/paint-picture.ts';
import { createReplicateProvider } from './providers/replicate/index.ts';
import { createRunpodProvider } from './providers/runpod/index.ts';
import { createSystemSigner } from './shared/access/system-signer.ts';

const brand = 'creativetechnologists';

const projectOf = ({ url, secrets }: TestStack) => ({ url, publishableKey: secrets.publishableKey });

const asSystem = (stack: TestStack, { replicate, runpod }: ProviderSimulators): AiModels =>
  createAiModels({
    supabase: projectOf(stack),
    access: { brandId: brand, signer: createSystemSigner({ signingKey: stack.secrets.jwtSecret }) },
    providers: [
      createReplicateProvider({
        apiToken: replicate.token,
        baseUrl: replicate.url,
        captionPollIntervalMs: 50,
      }),
      createRunpodProvider({
        apiKey: runpod.apiKey,
        baseUrl: runpod.url,
        endpoints: { training: runpod.endpointId, images: runpod.endpointId },
      }),
    ],
    pollIntervalMs: 50,
  });

const asPerson = (stack: TestStack, name: 'ctMember' | 'ctAdmin'): AiModels =>
  createAiModels({
    supabase: projectOf(stack),
    access: { accessToken: () => stack.tokenFor(name) },
    pollIntervalMs: 50,
  });

const paint = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => toBytes(paintPicture({ seed: index + 1 }).jpeg())));

it('goes from pictures to a model to pictures, as the founding documents write it', async () => {
  await using stack = await startStack({ listen: true });
  await using providers = await startProviderSimulators({ speed: 500 });
  const ai = asSystem(stack, providers);
  const images = await ai.uploadTrainingImages({
    brandId: brand,
    files: await paint(10),
    captions: ['photo of [brand] logo', 'photo of [brand] product'],
  });
  await ai.inspectPictures();
  const job = await ai.createTrainingJob({
    brandId: brand,
    modelType: 'flux',
    trainingAssetIds: images.map((img) => img.id),
    config: { steps: 1000, learningRate: 0.0001, batchSize: 4 },
    trainAnyway: true,
  });
  const seen: string[] = [];
  let progress = 0;
  for await (const state of ai.watchTrainingJob(job.id)) {
    if (seen.at(-1) !== state.status) seen.push(state.status);
    expect(state.progress).toBeGreaterThanOrEqual(progress);
    progress = state.progress;
  }
  expect(seen.at(-1)).toBe('completed');
  expect(await ai.getTrainingJob(job.id)).toMatchObject({
    progress: 100,
    modelUrl: `models/${brand}/flux-lora-v1.safetensors`,
    error: null,
  });
  const { images: pictures } = await ai.generateImage({
    brandId: brand,
    modelId: 'flux-lora-v1',
    prompt: 'photo of [brand] logo on a billboard',
    numImages: 4,
  });
  expect(pictures).toHaveLength(4);
  for (const { path, url, contentType, sizeBytes } of pictures) {
    expect(path).toMatch(
      new RegExp(`^generated-content/${brand}/\\d{4}-\\d\\d-\\d\\d-\\d{6}-[0-9a-f-]{36}\\.png$`),
    );
    const file = await fetch(url);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, contentType]);
    expect((await file.arrayBuffer()).byteLength).toBe(sizeBytes);
  }
  // Two paid requests: the training, and the pictures.
  expect(providers.runs().map(({ kind }) => kind)).toEqual(['training', 'prediction']);
});

it('asks as a person, works as the system: sdxl on RunPod, with captions, samples and a negative prompt', async () => {
  await using stack = await startStack({ listen: true });
  await using providers = await startProviderSimulators({ speed: 500 });
  const [person, system] = [asPerson(stack, 'ctMember'), asSystem(stack, providers)];
  const images = await person.uploadTrainingImages({ files: await paint(5) });
  const ids = images.map(({ id }) => id);
  await system.inspectPictures();
  const captions = await system.captionAssets({ assetIds: ids, prefix: 'photo of [brand], ' });
  expect(captions.captioned).toHaveLength(5);
  const wish = {
    modelType: 'sdxl',
    trainingAssetIds: ids,
    subjectKind: 'product',
    trainAnyway: true,
  } as const;
  const once = { ...wish, config: { steps: 200 }, idempotencyKey: 'once' };
  const asked = await person.createTrainingJob(once);
  expect(asked.status).toBe('pending');
  expect((await person.createTrainingJob(once)).id).toBe(asked.id);
  for await (const _ of system.watchTrainingJob(asked.id)) expect(_.error).toBeNull();
  const done = await person.getTrainingJob(asked.id);
  expect(done).toMatchObject({ status: 'completed', provider: 'runpod' });
  expect(done.sampleImageUrls.length).toBeGreaterThan(0);
  expect((await person.listBrandModels()).items).toMatchObject([
    { modelId: 'sdxl-lora-v1', modelType: 'sdxl', aliases: ['live'], triggerWord: asked.triggerWord },
  ]);

  const pictures = person.generateImage({
    modelId: 'sdxl-lora',
    prompt: '[brand] on a table',
    negativePrompt: 'people',
    numImages: 2,
    waitMs: 20_000,
  });
  let wished: string | undefined;
  while (wished === undefined) wished = (await person.listGenerations()).items[0]?.id;
  // The engine's part.
  while ((await system.syncGeneration(wished)).status !== 'completed');
  expect((await pictures).images).toHaveLength(2);
  // What was delivered is gone; locks stay until nobody can deliver any more.
  const left = await (await stack.as({ system: brand })).storage.from('archives').list(`${brand}/incoming`);
  expect(left.data?.length).toBeGreaterThan(0);
});
