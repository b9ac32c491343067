import type { RowName } from '../world/seed.ts';

/** What a request says beside its path. */
export interface RouteRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly form?: Readonly<Record<string, string>>;
}

/** What a request can name: a seeded row, a member, an open invitation. */
export type Named = RowName | 'person' | 'invitation';

export interface RouteRule {
  /** What the request names by an id; null where nothing can be named. */
  readonly names: Named | null;
  readonly request: (id: string) => RouteRequest;
  /** Whose it is to use it. Default `member`; `viewer`: whoever is in the brand. */
  readonly by: 'viewer' | 'member' | 'admin';
  /** `none`: it is about a person, whatever brand is named. */
  readonly brand: 'named' | 'none';
  /** Says of each thing what became of it: nothing done to any is a refusal too. */
  readonly isBatch: boolean;
  /** Only tried by those who must not get in: whoever else used it would be gone. */
  readonly isFinal: boolean;
  /** What its owner may be told besides. */
  readonly own: readonly number[];
}

type Rest = Partial<Pick<RouteRule, 'by' | 'brand' | 'isBatch' | 'isFinal' | 'own'>>;

const rule = (names: Named | null, request: RouteRule['request'], rest: Rest): RouteRule => ({
  ...{ names, request, by: 'member', brand: 'named', isBatch: false, isFinal: false, own: [] },
  ...rest,
});
const inPath = (names: Named, rest: Rest = {}, more: RouteRequest = {}) =>
  rule(names, (id) => ({ ...more, params: { id } }), rest);
const inBody = (names: Named, body: (id: string) => RouteRequest['body'], rest: Rest = {}) =>
  rule(names, (id) => ({ body: body(id) ?? {} }), rest);
const inQuery = (names: Named, field: string, rest: Rest = {}) =>
  rule(names, (id) => ({ query: { [field]: id } }), rest);
const unnamed = (request: RouteRequest = {}, rest: Rest = {}) => rule(null, () => request, rest);

const everybody: Rest = { by: 'viewer' };
const admins: Rest = { by: 'admin' };
const oneself: Rest = { by: 'viewer', brand: 'none' };
const list = unnamed({}, everybody);
/** Says where to; whether they may is for storage to decide. */
const uploads = (contentType: string) => unnamed({ body: { name: 'a', contentType } }, everybody);

/** Who may use each route, and how it would be asked for something that is another's. Routes for everybody have none. */
export const routeRules: Readonly<Record<string, RouteRule>> = {
  uploadTrainingPictures: unnamed({ form: { gender: 'woman' } }),
  startTraining: inBody('usedAsset', (id) => ({
    imageUrls: [`/api/assets/${id}/file`],
    subjectKind: 'product',
  })),
  trainingProgress: inQuery('endedJob', 'modelId', everybody),
  quoteTraining: unnamed({ body: { modelType: 'flux' } }, everybody),
  getTrainingSettings: list,
  listTrainingJobs: list,
  getTrainingJob: inPath('endedJob', everybody),
  updateTrainingJob: inPath('endedJob', {}, { body: { name: 'Mine' } }),
  deleteTrainingJob: inPath('endedJob'),
  cancelTrainingJob: inPath('runningJob'),
  retryTrainingJob: inPath('endedJob'),
  restoreTrainingJob: inPath('endedJob'),
  followTrainingJob: inPath('endedJob', everybody),
  explainRetraining: list,
  listLoras: list,
  createLora: inBody('usedAsset', (id) => ({ name: 'Mine', trainingAssetIds: [id], type: 'product' })),
  getLora: inPath('endedJob', everybody),
  deleteLora: inPath('runningJob'),
  retryLora: inPath('endedJob'),
  shareLora: inPath('endedJob', { own: [403, 409] }),
  withdrawLora: inPath('endedJob', { own: [409] }),
  listModels: list,
  getModel: inPath('model', everybody),
  deleteModel: inPath('unnamedModel', admins),
  downloadModel: inPath('model', everybody),
  retireModel: inPath('model', admins),
  restoreModel: inPath('model', admins),
  // By name, which other brands have too: each finds its own.
  setModelAlias: unnamed({ params: { name: 'spare', alias: 'live' }, body: { version: 1 } }),
  listAssets: list,
  addAsset: rule(null, () => ({ body: { path: 'training-data/acme/free.png', name: 'a' } }), {}),
  prepareAssetUpload: uploads('image/png'),
  getAsset: inPath('usedAsset', everybody),
  updateAsset: inPath('freeAsset', {}, { body: { caption: 'Mine' } }),
  deleteAsset: inPath('freeAsset'),
  openAssetFile: inPath('usedAsset', everybody),
  deleteAssets: inBody('otherUsedAsset', (id) => ({ assetIds: [id] }), { isBatch: true }),
  requestCaptions: inBody('usedAsset', (id) => ({ assetIds: [id] }), { isBatch: true }),
  listCaptionRequests: list,
  checkReadiness: inBody('usedAsset', (id) => ({ assetIds: [id] }), everybody),
  // The seed's pictures were looked into by nobody.
  exportDataset: inPath('endedJob', { ...everybody, own: [404] }),
  listDocuments: list,
  addDocument: unnamed({ body: { path: 'brand-documents/acme/guide.pdf', name: 'a' } }),
  prepareDocumentUpload: uploads('application/pdf'),
  openDocument: inPath('document', everybody),
  deleteDocument: inPath('document', admins),
  listGenerations: inQuery('model', 'modelId', everybody),
  createGeneration: inBody('model', (modelId) => ({ prompt: 'a', modelId })),
  createGenerationAsFounded: inBody('endedJob', (id) => ({ prompt: 'a', lora_id: id })),
  quoteGeneration: inBody('model', (modelId) => ({ modelId }), everybody),
  getGeneration: inPath('endedGeneration', everybody),
  cancelGeneration: inPath('runningGeneration'),
  deleteGeneration: inPath('runningGeneration'),
  cleanupGenerations: unnamed({ query: { olderThanDays: '3650', dryRun: 'true' } }, { isBatch: true }),
  explainCleanup: unnamed({}, admins),
  updateGenerationImage: inPath('image', {}, { body: { rating: 1 } }),
  // A model that was deleted before has taken it along.
  deleteGenerationImage: inPath('image', { own: [404] }),
  getPolicy: list,
  updatePolicy: unnamed({ body: { language: 'en' } }, admins),
  getUsage: list,
  listMembers: list,
  inviteMember: unnamed({ body: { email: 'guest@isolation.test' } }, admins),
  updateMember: rule('person', (userId) => ({ params: { userId }, body: { role: 'viewer' } }), admins),
  removeMember: rule('person', (userId) => ({ params: { userId } }), admins),
  listInvitations: unnamed({}, { ...admins, isBatch: true }),
  withdrawInvitation: inPath('invitation', admins),
  acceptInvitation: unnamed({ body: { code: 'nobody-has-this-code' } }, { ...oneself, own: [404] }),
  getMe: unnamed({}, oneself),
  getMyData: unnamed({}, oneself),
  deleteMe: unnamed({}, { ...oneself, isFinal: true }),
  updateMe: unnamed({ body: { notices: {} } }, everybody),
  joinBrand: unnamed({ body: { join: 'acme2' } }, { ...oneself, own: [404] }),
  listNotices: list,
  markNoticesRead: inBody('notice', (id) => ({ ids: [id] }), { ...everybody, isBatch: true }),
  getNoticePreferences: list,
  savePushSubscription: unnamed(
    {
      body: {
        endpoint: 'https://push.example.com/a',
        keys: { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) },
      },
    },
    everybody,
  ),
  removePushSubscription: unnamed({ query: { endpoint: 'https://push.example.com/a' } }, everybody),
  listWebhookEndpoints: unnamed({}, admins),
  createWebhookEndpoint: unnamed({ body: { address: 'https://hooks.example.com/mine' } }, admins),
  updateWebhookEndpoint: inPath('endpoint', admins, { body: { isEnabled: true } }),
  deleteWebhookEndpoint: inPath('endpoint', admins),
  sendTestWebhook: inPath('endpoint', admins),
};
