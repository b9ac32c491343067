// Trains a model of a brand's pictures and makes four pictures with it, on the stack that `npm start` runs.
//   npm run example            begins
//   npm run example -- <id>    goes on with a training
import { type AiModels, AiModelsError, createAiModels, createSystemSigner } from '@act/ai-models';
import { createReplicateProvider } from '@act/ai-models/providers/replicate';
import { loadStack, type Stack, StackMissingError } from './load-setting.ts';
import { paintLogos } from './paint-logos.ts';
import { createProgressLine } from './progress-line.ts';

const brandId = 'creativetechnologists';

/** What whoever opens the studio afterwards would wonder about. */
const inTheStudio =
  `\nIn the studio of ${brandId} you find the model under Models. The painted logos lie among its datasets, where\n` +
  'a search for "logo" shows them: leave them out or delete them there before you train with pictures of your own.';

/** The training has ended without a model; the row says why, and what to do. */
class TrainingFailedError extends Error {}

const stopping = new AbortController();
process.once('SIGINT', () => stopping.abort());
const { signal } = stopping;

/** As the system of one brand: what an engine is, or a script that may hold the signing key. */
function connect({ url, publishableKey, systemSigningKey, providers: { replicate } }: Stack): AiModels {
  return createAiModels({
    supabase: { url, publishableKey },
    access: { brandId, signer: createSystemSigner({ signingKey: systemSigningKey }) },
    providers: [createReplicateProvider({ apiToken: replicate.token, baseUrl: replicate.url })],
    pollIntervalMs: 1_000,
  });
}

async function begin(ai: AiModels): Promise<string> {
  const imageFiles = await paintLogos(20);
  const images = await ai.uploadTrainingImages({
    brandId,
    files: imageFiles,
    captions: imageFiles.map(() => 'photo of [brand] logo'),
    signal,
  });
  console.log(`Uploaded ${images.length} pictures to training-data/${brandId}.`);
  await ai.inspectPictures({ signal });

  const job = await ai.createTrainingJob({
    brandId,
    modelType: 'flux',
    trainingAssetIds: images.map((img) => img.id),
    config: { steps: 1000, learningRate: 0.0001, batchSize: 4 },
    signal,
  });
  return job.id;
}

/** Takes the training to its end, showing how it goes. Gives the model. */
async function finish(ai: AiModels, jobId: string): Promise<string> {
  const line = createProgressLine(process.stdout);
  for await (const job of ai.watchTrainingJob(jobId, { signal })) {
    line.show(`Training ${jobId}: ${job.status}, ${job.progress} %${job.stage ? ` (${job.stage})` : ''}`);
    // A training that was refused or broke is not thrown: it has ended, and says why.
    if (job.error) {
      line.end();
      throw new TrainingFailedError(`${job.error.message} (${job.error.code})`);
    }
  }
  line.end();
  const { items } = await ai.listBrandModels(brandId);
  const model = items.find((one) => one.jobId === jobId);
  if (!model) throw new TrainingFailedError(`Training ${jobId} was cancelled.`);
  console.log(`Model    ${model.path}`);
  return model.modelId;
}

async function main(): Promise<void> {
  const ai = connect(await loadStack());
  let jobId = process.argv[2];
  try {
    jobId ??= await begin(ai);
    const modelId = await finish(ai, jobId);
    const prompt = 'photo of [brand] logo on a billboard';
    const { images } = await ai.generateImage({ brandId, modelId, prompt, numImages: 4, signal });
    for (const image of images) console.log(`Picture  ${image.path}\n         ${image.url}`);
    console.log(inTheStudio);
  } catch (error) {
    if (!signal.aborted) throw error;
    console.log(`\nStopped.${jobId ? ` Nothing is lost: go on with \`npm run example -- ${jobId}\`.` : ''}`);
    process.exitCode = 130;
  }
}

await main().catch((error: unknown) => {
  if (AiModelsError.isInstance(error)) console.error(`${error.message} ${error.hint}`);
  else if (error instanceof StackMissingError || error instanceof TrainingFailedError)
    console.error(error.message);
  else console.error(error);
  process.exitCode = 1;
});
