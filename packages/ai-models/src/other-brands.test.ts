import { demoPeople, signToken } from '@act/local-stack/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AiModels, InBrand } from './ai-models.ts';
import { createAiModels } from './client.ts';
import { beginEpisode, type Episode } from './jobs/testing/episode.ts';
import { createJobWorld, type JobWorld } from './jobs/testing/job-world.ts';
import { finishTask, generationTask, trainingTask } from './jobs/testing/task.ts';
import { brand, otherBrand } from './node/testing/brand-context.ts';
import { createReplicateProvider } from './providers/replicate/index.ts';
import { createSystemSigner } from './shared/access/system-signer.ts';

/** What lies in the brand that the caller has no business with. */
interface Theirs {
  readonly jobId: string;
  readonly modelId: string;
  readonly generationId: string;
  readonly assetIds: readonly string[];
  readonly filename: string;
  readonly webhookId: string;
}

let world: JobWorld;
let episode: Episode;
let theirs: Theirs;

beforeAll(async () => {
  world = await createJobWorld();
  episode = await beginEpisode(world);
  const worker = await episode.openWorker();
  const training = trainingTask(world);
  const jobId = await training.ask(worker);
  await finishTask(episode, worker, training, jobId);
  const painting = generationTask('flux-lora-v1', { numImages: 1 });
  const generationId = await painting.ask(worker);
  await finishTask(episode, worker, painting, generationId);
  const [model] = await world.query<{ id: string }>('select id from public.brand_models');
  const [asset] = await world.query<{ file_url: string }>('select file_url from public.brand_assets limit 1');
  const [webhook] = await world.query<{ id: string }>(
    `insert into public.webhook_endpoints (brand_id, address, secret, kinds)
     values ('${brand}', 'https://hooks.example.com/', 'whsec_${'A'.repeat(32)}', '{training.failed}') returning id`,
  );
  theirs = {
    webhookId: webhook?.id ?? '',
    jobId,
    generationId,
    modelId: model?.id ?? '',
    assetIds: world.assetIds,
    filename: asset?.file_url ?? '',
  };
  await world.query('grant all on all tables in schema public to service_role');
  await world.query('grant execute on all functions in schema public to service_role');
});
afterAll(async () => {
  await episode[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

type Attempt = (ai: AiModels, where: InBrand) => unknown;
const wish = () =>
  ({ modelType: 'flux', subjectKind: 'product', trainingAssetIds: theirs.assetIds }) as const;

/** One for each way to name something of theirs. */
const attempts: Record<Exclude<keyof AiModels, (typeof withoutNames)[number]>, readonly Attempt[]> = {
  getTrainingDataUrl: [
    (ai, { brandId = otherBrand }) => ai.getTrainingDataUrl(brandId, theirs.filename),
    (ai, { brandId = otherBrand }) =>
      ai.getTrainingDataUrl(brandId, theirs.filename.replace('training-data/', '')),
    (ai, { brandId = otherBrand }) =>
      ai.getTrainingDataUrl(brandId, `../${theirs.filename.replace('training-data/', '')}`),
  ],
  checkReadiness: [(ai, where) => ai.checkReadiness({ ...where, assetIds: theirs.assetIds })],
  captionAssets: [(ai, where) => ai.captionAssets({ ...where, assetIds: theirs.assetIds })],
  requestCaptions: [(ai, where) => ai.requestCaptions({ ...where, assetIds: theirs.assetIds })],
  deletePicture: [(ai, where) => ai.deletePicture(theirs.assetIds[0] ?? '', where)],
  deleteAssets: [(ai, where) => ai.deleteAssets({ ...where, assetIds: theirs.assetIds })],
  exportDataset: [(ai, where) => ai.exportDataset({ ...where, assetIds: theirs.assetIds })],
  createTrainingJob: [(ai, where) => ai.createTrainingJob({ ...where, ...wish(), trainAnyway: true })],
  startTraining: [(ai, where) => ai.startTraining({ ...where, ...wish(), trainAnyway: true })],
  getTrainingJob: [(ai, where) => ai.getTrainingJob(theirs.jobId, where)],
  watchTrainingJob: [(ai, where) => ai.watchTrainingJob(theirs.jobId, where)[Symbol.asyncIterator]().next()],
  syncTrainingJob: [(ai, where) => ai.syncTrainingJob(theirs.jobId, where)],
  cancelTrainingJob: [(ai, where) => ai.cancelTrainingJob(theirs.jobId, where)],
  retryTrainingJob: [(ai, where) => ai.retryTrainingJob(theirs.jobId, where)],
  deleteTrainingJob: [
    (ai, where) => ai.deleteTrainingJob(theirs.jobId, where),
    (ai, where) => ai.deleteTrainingJob(theirs.jobId, { ...where, forever: true }),
  ],
  restoreTrainingJob: [(ai, where) => ai.restoreTrainingJob(theirs.jobId, where)],
  shareTrainingJob: [(ai, where) => ai.shareTrainingJob(theirs.jobId, where)],
  withdrawTrainingJob: [(ai, where) => ai.withdrawTrainingJob(theirs.jobId, where)],
  moveModel: [(ai, where) => ai.moveModel(theirs.modelId, where)],
  updateTrainingJob: [(ai, where) => ai.updateTrainingJob(theirs.jobId, { ...where, name: 'ours' })],
  getBrandModel: [
    (ai, where) => ai.getBrandModel(theirs.modelId, where),
    (ai, where) => ai.getBrandModel('flux-lora-v1', where),
    (ai, where) => ai.getBrandModel('flux-lora', where),
  ],
  setModelAlias: [(ai, where) => ai.setModelAlias({ ...where, name: 'flux-lora', version: 1 })],
  retireModel: [(ai, where) => ai.retireModel(theirs.modelId, where)],
  restoreModel: [(ai, where) => ai.restoreModel(theirs.modelId, where)],
  deleteModel: [(ai, where) => ai.deleteModel(theirs.modelId, where)],
  getModelUrl: [
    (ai, { brandId = otherBrand }) => ai.getModelUrl(brandId, theirs.modelId),
    (ai, { brandId = otherBrand }) => ai.getModelUrl(brandId, 'flux-lora'),
  ],
  downloadModel: [(ai, where) => ai.downloadModel(theirs.modelId, where)],
  generateImage: [
    (ai, where) => ai.generateImage({ ...where, modelId: theirs.modelId, prompt: 'a cup', waitMs: 0 }),
    (ai, where) => ai.generateImage({ ...where, modelId: 'flux-lora', prompt: 'a cup', waitMs: 0 }),
  ],
  quoteGeneration: [
    (ai, where) => ai.quoteGeneration({ ...where, modelId: theirs.modelId }),
    (ai, where) => ai.quoteGeneration({ ...where, modelId: 'flux-lora' }),
  ],
  getGeneration: [(ai, where) => ai.getGeneration(theirs.generationId, where)],
  listGenerations: [
    (ai, where) => ai.listGenerations({ ...where, modelId: theirs.modelId }),
    (ai, where) => ai.listGenerations({ ...where, modelId: 'flux-lora-v1' }),
  ],
  syncGeneration: [(ai, where) => ai.syncGeneration(theirs.generationId, where)],
  cancelGeneration: [(ai, where) => ai.cancelGeneration(theirs.generationId, where)],
  updateWebhookEndpoint: [
    (ai, where) => ai.updateWebhookEndpoint(theirs.webhookId, { ...where, isEnabled: false }),
    (ai, where) => ai.updateWebhookEndpoint(theirs.webhookId, where),
  ],
  deleteWebhookEndpoint: [(ai, where) => ai.deleteWebhookEndpoint(theirs.webhookId, where)],
  sendTestWebhook: [(ai, where) => ai.sendTestWebhook(theirs.webhookId, where)],
};

/** They name nothing but the brand. */
const withoutNames = [
  'uploadTrainingImages',
  'inspectPictures',
  'importDataset',
  'quoteTraining',
  'listTrainingJobs',
  'listBrandModels',
  'cleanupOldGenerations',
  'tidyUp',
  'explainRetraining',
  'retrain',
  'deleteMyData',
  'explainCleanup',
  'cleanUp',
  'ringDoorbell',
  'listNotices',
  'markNoticesRead',
  'getNoticePreferences',
  'setNoticePreferences',
  'savePushSubscription',
  'removePushSubscription',
  'listWebhookEndpoints',
  'createWebhookEndpoint',
  // Whoever holds a signed link.
  'unsubscribeFromNotices',
  'listCaptionRequests',
  // Below: they are told of work by whoever may ask for all brands.
  'work',
  'workOnCaption',
] as const;

const lists: readonly Attempt[] = [
  (ai, where) => ai.listTrainingJobs(where),
  (ai, where) => ai.listTrainingJobs({ ...where, onlyDeleted: true }),
  (ai, { brandId = otherBrand }) => ai.listBrandModels(brandId, { includeRetired: true }),
  (ai, where) => ai.listGenerations(where),
  (ai, where) => ai.listGenerations({ ...where, search: 'a' }),
  (ai, where) => ai.listTrainingJobs({ ...where, name: 'a', modelType: 'flux' }),
  (ai, where) => ai.listCaptionRequests(where),
  (ai, { brandId = otherBrand }) => ai.cleanupOldGenerations(brandId, 1, { dryRun: true }),
];

const open = (access: Parameters<typeof createAiModels>[0]['access']) =>
  createAiModels({
    supabase: { url: world.stack.url, publishableKey: world.stack.secrets.publishableKey },
    access,
    fetch: episode.fetch,
    providers: [
      createReplicateProvider({
        apiToken: episode.simulators.replicate.token,
        baseUrl: episode.simulators.replicate.url,
        fetch: episode.fetch,
      }),
    ],
  });

const person = (name: keyof typeof demoPeople, role: 'authenticated' | 'service_role') => () => {
  const { id, email } = demoPeople[name];
  const claims = { sub: id, email, role, aud: 'authenticated' };
  return open({ accessToken: () => signToken({ jwtSecret: world.stack.secrets.jwtSecret, claims }) });
};
const system = () =>
  open({ brandId: otherBrand, signer: createSystemSigner({ signingKey: world.stack.secrets.jwtSecret }) });

const callers: Record<string, { ai: () => AiModels; where: InBrand }> = {
  'an admin of another brand': { ai: person('acmeAdmin', 'authenticated'), where: {} },
  'an admin who names their own brand': {
    ai: person('acmeAdmin', 'authenticated'),
    where: { brandId: otherBrand },
  },
  'a member of both, for the other one': {
    ai: person('freelancer', 'authenticated'),
    where: { brandId: otherBrand },
  },
  'an admin whom no policy holds back': { ai: person('acmeAdmin', 'service_role'), where: {} },
  'a member of both whom no policy holds back': {
    ai: person('freelancer', 'service_role'),
    where: { brandId: otherBrand },
  },
  'the system of another brand': { ai: system, where: {} },
};

const missing =
  /^(job_not_found|model_not_found|generation_not_found|asset_not_found|file_not_found|not_ready|lease_lost|webhook_not_found)$/;
/** What people may not do at all, whosever it is. */
const systemOnly = ['syncTrainingJob', 'syncGeneration', 'captionAssets', 'moveModel'];
/** What the system may not do at all. */
const peopleOnly = ['requestCaptions', 'updateWebhookEndpoint', 'deleteWebhookEndpoint', 'sendTestWebhook'];

describe.each(Object.entries(callers))('%s', (name, { ai, where }) => {
  it.each(Object.entries(attempts))('finds nothing of a brand by %s', async (method, ways) => {
    const before = await readAll();
    for (const attempt of ways) {
      const error = await Promise.resolve(attempt(ai(), where)).then(
        (found) => new Error(`It found ${JSON.stringify(found)}.`),
        (refused: unknown) => refused,
      );
      const isRefused = (name === 'the system of another brand' ? peopleOnly : systemOnly).includes(method);
      expect(error).toMatchObject({ code: isRefused ? 'not_allowed' : expect.stringMatching(missing) });
      expect(String(error)).not.toContain(brand);
    }
    expect(await readAll()).toEqual(before);
  });

  it('lists nothing of a brand', async () => {
    for (const list of lists) {
      const found = JSON.stringify(await list(ai(), where));
      for (const id of [theirs.jobId, theirs.modelId, theirs.generationId, brand])
        expect(found).not.toContain(id);
    }
  });
});

it.each([person('acmeAdmin', 'authenticated'), person('acmeAdmin', 'service_role'), system])(
  'who names a brand that is not theirs is told that there is none',
  async (ai) => {
    for (const attempt of [...Object.values(attempts).flat(), ...lists]) {
      await expect((async () => attempt(ai(), { brandId: brand }))()).rejects.toMatchObject({
        code: 'brand_not_allowed',
      });
    }
  },
);

it.each(['training', 'generation'] as const)('a claimed %s of another brand is left alone', async (kind) => {
  const before = await readAll();
  const workId = kind === 'training' ? theirs.jobId : theirs.generationId;
  const [row] = await world.query<{ fence: string }>(
    'select fence from public.lora_training_jobs where id = $1 union all select fence from public.generations where id = $1',
    [workId],
  );
  expect(await system().work({ kind, workId, fence: Number(row?.fence) })).toEqual({ nextLook: null });
  await expect(person('acmeAdmin', 'service_role')().work({ kind, workId, fence: 1 })).rejects.toMatchObject({
    code: 'not_allowed',
  });
  expect(await readAll()).toEqual(before);
});

it('is tried with every method', () => {
  const tried = [...Object.keys(attempts), ...withoutNames].sort();
  expect(tried).toEqual(Object.keys(system()).sort());
});

/** Everything that anybody could have changed. */
async function readAll(): Promise<unknown> {
  const tables = [
    'lora_training_jobs',
    'brand_models',
    'model_aliases',
    'generations',
    'generation_images',
    'brand_assets',
  ];
  const rows = await Promise.all(
    tables.map((table) => world.query(`select * from public.${table} order by 1, 2, 3`)),
  );
  const files = await world.query('select bucket_id, name from storage.objects order by 1, 2');
  return { rows, files };
}
