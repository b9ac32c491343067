import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConsumerProject, createConsumerProject } from './testing/consumer-project.ts';

let project: ConsumerProject;
beforeAll(async () => {
  project = await createConsumerProject();
});
afterAll(() => project?.[Symbol.asyncDispose]());

const calls = `
  import { createAiModels, createSystemSigner, generateImage, startTraining, uploadTrainingImages } from '@act/ai-models';
  import { environmentSchema } from '@act/ai-models/environment';
  import { inspectPicture, pictureFromPath, pictureFromUrl } from '@act/ai-models/node';
  import { explainFailure } from '@act/ai-models/providers';
  import { createReplicateProvider } from '@act/ai-models/providers/replicate';
  import { createRunpodProvider } from '@act/ai-models/providers/runpod';
  import { signTestWebhook } from '@act/ai-models/testing';

  export const replicate = createReplicateProvider({ apiToken: 'r8', username: 'act' });
  export const ai = createAiModels({
    supabase: { url: 'https://project.example', publishableKey: 'key' },
    access: { brandId: 'acme', signer: createSystemSigner({ signingKey: 'secret' }) },
    providers: [replicate, createRunpodProvider({ apiKey: 'key', endpoints: { training: 'abc' } })],
  });
  export async function run() {
    const files = [await pictureFromPath('logo.png'), new Blob([]), new Uint8Array(3)];
    const pictures = await uploadTrainingImages({ files, captions: ['photo of [brand] logo', null] });
    const report = await ai.inspectPictures();
    const job = await ai.createTrainingJob({
      brandId: 'acme',
      modelType: 'flux',
      trainingAssetIds: pictures.map(({ id }) => id),
      config: { steps: 1000, learningRate: 0.0001, batchSize: 4 },
    });
    for await (const state of ai.watchTrainingJob(job.id)) if (state.status === 'failed') break;
    const generation = await generateImage({ modelId: 'flux-lora-v1', prompt: '[brand]', numImages: 4 });
    const [first] = generation.images;
    return { report, job, url: first?.url, weights: await ai.downloadModel('flux-lora-v1') };
  }
  export const quote = () => ai.quoteTraining({ modelType: 'flux', config: { preset: 'quick' } });
  export const ready = () => ai.checkReadiness({ assetIds: [] });
  export const lists = () => Promise.all([ai.listTrainingJobs(), ai.listBrandModels(), ai.listGenerations()]);
  export const tidied = () => Promise.all([ai.tidyUp(), ai.cleanupOldGenerations('acme', 30)]);
  export const others = { environmentSchema, inspectPicture, pictureFromUrl, explainFailure, signTestWebhook, startTraining };`;

const mistakes = `
  import { type AiModelsErrorCode, type TrainingJob, createAiModels, generateImage, startTraining } from '@act/ai-models';

  export const isOver = (job: TrainingJob) => job.status === 'completed';
  // @ts-expect-error
  export const isDone = (job: TrainingJob) => job.status === 'done';
  // @ts-expect-error
  export const code: AiModelsErrorCode = 'surprise';
  // @ts-expect-error
  startTraining({ modelType: 'sd3' });
  // @ts-expect-error
  generateImage({ modelId: 'flux-lora-v1' });
  // @ts-expect-error
  createAiModels({ access: { accessToken: () => null } });`;

// What is inferred has to be written down too: no type may be private that a public one needs.
const declaring = ['--declaration', '--emitDeclarationOnly', '--outDir', 'written'];

const resolutions: readonly [string, readonly string[], readonly string[]][] = [
  ['Node', ['mts', 'cts'], ['--module', 'nodenext']],
  ['bundlers', ['ts'], ['--module', 'preserve', '--moduleResolution', 'bundler', '--skipLibCheck']],
];

describe.each(resolutions)('for %s', { timeout: 120_000 }, (_name, endings, options) => {
  it('has types for every call, and refuses what cannot be meant', async () => {
    const files = endings.flatMap((ending) => [
      [`calls.${ending}`, calls],
      [`mistakes.${ending}`, mistakes],
    ]);
    expect(await project.checkTypes(Object.fromEntries(files), [...options, ...declaring])).toBe('');
  });
});
