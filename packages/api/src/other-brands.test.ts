import { expect, it } from 'vitest';
import { z } from 'zod';
import { allRoutes } from './routes/all-routes.ts';
import { type FilledBrand, fillBrand } from './testing/fill-brand.ts';
import { startApi } from './testing/start-api.ts';

/** What a route is asked about: by its address, and by its body where that names something too. */
interface Attempt {
  readonly path: string;
  readonly body?: unknown;
}

const named = (pick: (brand: FilledBrand) => string, path: (id: string) => string, body?: unknown) => ({
  pick,
  attempt: (id: string): Attempt => ({ path: path(id), ...(body !== undefined && { body }) }),
});
const inBody = (pick: (brand: FilledBrand) => string, path: string, body: (id: string) => unknown) => ({
  pick,
  attempt: (id: string): Attempt => ({ path, body: body(id) }),
});
type Rule = ReturnType<typeof named>;

const job = (brand: FilledBrand) => brand.completedJobId;
const failed = (brand: FilledBrand) => brand.failedJobId;
const model = (brand: FilledBrand) => brand.modelId;
const asset = (brand: FilledBrand) => brand.assetIds[0] ?? '';
const document = (brand: FilledBrand) => brand.documentId;
const generation = (brand: FilledBrand) => brand.generationId;
const image = (brand: FilledBrand) => brand.imageId;
const invitation = (brand: FilledBrand) => brand.invitationId;
const webhook = () => crypto.randomUUID();

/** How each route would be asked for something of another brand; `null` where nothing can be named. */
const rules: Readonly<Record<string, Rule | null>> = {
  uploadTrainingPictures: null,
  startTraining: inBody(asset, '/training/start', (id) => ({ imageUrls: [`/api/assets/${id}/file`] })),
  trainingProgress: named(job, (id) => `/training/progress?modelId=${id}`),
  quoteTraining: null,
  getTrainingSettings: null,
  listTrainingJobs: null,
  getTrainingJob: named(job, (id) => `/training/jobs/${id}`),
  updateTrainingJob: named(job, (id) => `/training/jobs/${id}`, { name: 'mine' }),
  deleteTrainingJob: named(job, (id) => `/training/jobs/${id}`),
  cancelTrainingJob: named(
    (brand) => brand.runningJobId,
    (id) => `/training/jobs/${id}/cancel`,
  ),
  retryTrainingJob: named(failed, (id) => `/training/jobs/${id}/retry`),
  restoreTrainingJob: named(
    (brand) => brand.deletedJobId,
    (id) => `/training/jobs/${id}/restore`,
  ),
  followTrainingJob: named(job, (id) => `/training/jobs/${id}/events`),
  explainRetraining: null,
  listLoras: null,
  createLora: inBody(asset, '/loras', (id) => ({ name: 'a', trainingAssetIds: [id] })),
  getLora: named(job, (id) => `/loras/${id}`),
  deleteLora: named(job, (id) => `/loras/${id}`),
  retryLora: named(failed, (id) => `/loras/${id}/retry`),
  shareLora: named(job, (id) => `/loras/${id}/share`),
  withdrawLora: named(job, (id) => `/loras/${id}/withdraw`),
  listModels: null,
  getModel: named(model, (id) => `/models/${id}`),
  deleteModel: named(model, (id) => `/models/${id}`),
  downloadModel: named(model, (id) => `/models/${id}/download`),
  retireModel: named(model, (id) => `/models/${id}/retire`),
  restoreModel: named(model, (id) => `/models/${id}/restore`),
  // By name, which other brands have too: each sees its own.
  setModelAlias: null,
  listAssets: null,
  prepareAssetUpload: null,
  addAsset: null,
  getAsset: named(asset, (id) => `/assets/${id}`),
  updateAsset: named(asset, (id) => `/assets/${id}`, { caption: 'mine' }),
  openAssetFile: named(asset, (id) => `/assets/${id}/file`),
  deleteAsset: named(asset, (id) => `/assets/${id}`),
  deleteAssets: inBody(asset, '/assets/delete', (id) => ({ assetIds: [id] })),
  requestCaptions: inBody(asset, '/assets/captions', (id) => ({ assetIds: [id] })),
  listCaptionRequests: null,
  checkReadiness: inBody(asset, '/assets/readiness', (id) => ({ assetIds: [id] })),
  exportDataset: named(job, (id) => `/datasets/${id}/export`),
  listDocuments: null,
  prepareDocumentUpload: null,
  addDocument: null,
  openDocument: named(document, (id) => `/documents/${id}/file`),
  deleteDocument: named(document, (id) => `/documents/${id}`),
  listGenerations: named(model, (id) => `/generations?modelId=${id}`),
  createGeneration: inBody(model, '/generations', (modelId) => ({ prompt: 'a', modelId })),
  createGenerationAsFounded: inBody(job, '/generations/create', (lora_id) => ({ prompt: 'a', lora_id })),
  quoteGeneration: inBody(model, '/generations/quote', (modelId) => ({ modelId })),
  getGeneration: named(generation, (id) => `/generations/${id}`),
  cancelGeneration: named(generation, (id) => `/generations/${id}/cancel`),
  deleteGeneration: named(generation, (id) => `/generations/${id}`),
  cleanupGenerations: null,
  explainCleanup: null,
  updateGenerationImage: named(image, (id) => `/generation-images/${id}`, { rating: 1 }),
  deleteGenerationImage: named(image, (id) => `/generation-images/${id}`),
  getPolicy: null,
  updatePolicy: null,
  getUsage: null,
  listMembers: null,
  inviteMember: null,
  updateMember: named(
    () => '00000000-0000-4000-8000-0000000000b2',
    (id) => `/members/${id}`,
    { role: 'viewer' },
  ),
  removeMember: named(
    () => '00000000-0000-4000-8000-0000000000b2',
    (id) => `/members/${id}`,
  ),
  listInvitations: null,
  withdrawInvitation: named(invitation, (id) => `/members/invitations/${id}`),
  acceptInvitation: null,
  getMe: null,
  getMyData: null,
  deleteMe: null,
  joinBrand: null,
  updateMe: null,
  getNoticePreferences: null,
  listNotices: null,
  markNoticesRead: null,
  savePushSubscription: null,
  removePushSubscription: null,
  listWebhookEndpoints: null,
  createWebhookEndpoint: null,
  updateWebhookEndpoint: named(webhook, (id) => `/notices/webhooks/${id}`, { isEnabled: false }),
  deleteWebhookEndpoint: named(webhook, (id) => `/notices/webhooks/${id}`),
  sendTestWebhook: named(webhook, (id) => `/notices/webhooks/${id}/test`),
};

const idForm = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

it('has a rule for every route', () => {
  const routes = allRoutes
    .filter(({ access }) => access === 'person')
    .map(({ config }) => config.operationId);
  expect(Object.keys(rules).sort()).toEqual([...routes].sort());
});

it("answers to another brand's ids as to those of nothing, with as many questions, and changes nothing", async () => {
  await using test = await startApi();
  const theirs = await fillBrand(test, 'acmecompany', 'acmeMember');
  await fillBrand(test, 'creativetechnologists', 'ctMember');
  const dump = () =>
    test.sql(
      `select (select jsonb_agg(t order by t.id) from public.lora_training_jobs t where brand_id = 'acmecompany') as jobs,
              (select jsonb_agg(t order by t.id) from public.brand_assets t where brand_id = 'acmecompany') as assets,
              (select jsonb_agg(t order by t.id) from public.brand_models t where brand_id = 'acmecompany') as models,
              (select jsonb_agg(t order by t.id) from public.generations t where brand_id = 'acmecompany') as generations,
              (select jsonb_agg(t order by t.id) from public.generation_images t where brand_id = 'acmecompany') as images,
              (select jsonb_agg(t order by t.id) from public.brand_documents t where brand_id = 'acmecompany') as documents,
              (select jsonb_agg(t order by t.id) from public.brand_invitations t where brand_id = 'acmecompany') as invitations,
              (select jsonb_agg(t order by t.user_id) from public.brand_users t where brand_id = 'acmecompany') as people`,
    );
  const before = await dump();

  const authorization = `Bearer ${await test.stack.tokenFor('ctAdmin')}`;
  const ask = async (operationId: string, { path, body }: Attempt) => {
    const method = routes.get(operationId)?.config.method ?? '';
    const asked = test.countRequests();
    const answer = await test.send(null, path, {
      method: method.toUpperCase(),
      headers: { authorization },
      ...(body !== undefined && { json: body }),
    });
    const text = z.object({ error: z.looseObject({}) }).parse(await answer.json());
    return {
      status: answer.status,
      text: JSON.stringify(text).replace(idForm, 'ID').replace(idForm, 'ID'),
      asked: asked(),
    };
  };
  const routes = new Map(allRoutes.map((route) => [route.config.operationId, route]));
  await test.send(null, '/me', { headers: { authorization } });
  for (const [operationId, rule] of Object.entries(rules)) {
    if (rule === null) continue;
    const [other, nothing] = [
      await ask(operationId, rule.attempt(rule.pick(theirs))),
      await ask(operationId, rule.attempt(crypto.randomUUID())),
    ];
    expect([operationId, other.status, other.text]).toEqual([operationId, 404, nothing.text]);
    expect([operationId, ...other.asked]).toEqual([operationId, ...nothing.asked]);
  }
  expect(await dump()).toEqual(before);
});
