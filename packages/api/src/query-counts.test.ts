import { expect, it } from 'vitest';
import { allRoutes } from './routes/all-routes.ts';
import { type FilledBrand, fillBrand } from './testing/fill-brand.ts';
import { startApi, type TestApi } from './testing/start-api.ts';

/** One usual request of each kind, by somebody with one brand whose session was seen before. */
const requestsOf = (
  brand: FilledBrand,
): readonly (readonly [operationId: string, path: string, body?: unknown])[] => {
  const [assetId = ''] = brand.assetIds;
  const addresses = brand.assetIds.map((id) => `/api/assets/${id}/file`);
  return [
    ['listTrainingJobs', '/training/jobs'],
    ['getTrainingJob', `/training/jobs/${brand.completedJobId}`],
    ['trainingProgress', `/training/progress?modelId=${brand.runningJobId}`],
    ['trainingProgress', `/training/progress?modelId=${brand.completedJobId}`],
    ['trainingProgress', '/training/progress?modelId=flux-lora'],
    ['quoteTraining', '/training/quote', { modelType: 'flux' }],
    ['getTrainingSettings', '/training/settings'],
    ['explainRetraining', '/training/retraining'],
    ['startTraining', '/training/start', { gender: 'man', imageUrls: addresses, trainAnyway: true }],
    [
      'startTraining',
      '/training/start',
      { gender: 'man', trainingAssetIds: brand.assetIds, trainAnyway: true },
    ],
    ['updateTrainingJob', `/training/jobs/${brand.completedJobId}`, { name: 'bags' }],
    ['cancelTrainingJob', `/training/jobs/${brand.runningJobId}/cancel`],
    ['retryTrainingJob', `/training/jobs/${brand.failedJobId}/retry`],
    ['restoreTrainingJob', `/training/jobs/${brand.deletedJobId}/restore`],
    ['listLoras', '/loras'],
    ['getLora', `/loras/${brand.completedJobId}`],
    ['listLoras', '/loras?shared=true'],
    ['createLora', '/loras', { name: 'a', type: 'product', image_urls: addresses, trainAnyway: true }],
    ['listModels', '/models'],
    ['getModel', '/models/flux-lora-v1'],
    ['listAssets', '/assets'],
    ['prepareAssetUpload', '/assets/uploads', { name: 'a.jpg', contentType: 'image/jpeg' }],
    ['getAsset', `/assets/${assetId}`],
    ['updateAsset', `/assets/${assetId}`, { caption: 'photo of [brand]' }],
    ['checkReadiness', '/assets/readiness', { assetIds: brand.assetIds }],
    ['requestCaptions', '/assets/captions', { assetIds: [assetId], overwrite: true }],
    ['listCaptionRequests', '/assets/captions'],
    ['listDocuments', '/documents'],
    ['listGenerations', '/generations'],
    ['listGenerations', '/generations?search=photo'],
    ['quoteGeneration', '/generations/quote', { modelId: 'flux-lora' }],
    ['getGeneration', `/generations/${brand.generationId}`],
    ['createGeneration', '/generations', { prompt: 'a', modelId: 'flux-lora' }],
    ['createGenerationAsFounded', '/generations/create', { prompt: 'a', lora_id: brand.completedJobId }],
    ['updateGenerationImage', `/generation-images/${brand.imageId}`, { isStarred: true }],
    ['getPolicy', '/brand/settings'],
    ['updatePolicy', '/brand/settings', { language: 'en' }],
    ['getUsage', '/usage'],
    ['listMembers', '/members'],
    ['inviteMember', '/members', { email: 'new@example.test' }],
    ['listInvitations', '/members/invitations'],
    ['getMe', '/me'],
    ['getMyData', '/me/data'],
    ['getNoticePreferences', '/me/notices'],
    ['listNotices', '/notices'],
    ['listWebhookEndpoints', '/notices/webhooks'],
    ['explainCleanup', '/cleanup'],
    ['deleteAsset', `/assets/${brand.receivedAssetId}`],
    ['deleteGenerationImage', `/generation-images/${brand.imageId}`],
    ['deleteGeneration', `/generations/${brand.generationId}`],
  ];
};

async function countEach(test: TestApi): Promise<string[]> {
  const brand = await fillBrand(test, 'creativetechnologists', 'ctMember');
  const headers = { authorization: `Bearer ${await test.stack.tokenFor('ctAdmin')}` };
  const methods = new Map<string, string>(allRoutes.map(({ config }) => [config.operationId, config.method]));
  await test.send(null, '/me', { headers });
  const counts: string[] = [];
  for (const [operationId, path, json] of requestsOf(brand)) {
    const asked = test.countRequests();
    const method = methods.get(operationId)?.toUpperCase() ?? '';
    const answer = await test.send(null, path, { method, headers, ...(json !== undefined && { json }) });
    expect([operationId, answer.status < 300 ? '' : await answer.text()]).toEqual([operationId, '']);
    const tables = asked().map((one) => one.split('/v1/').at(1)?.split('/').slice(0, 2).join('/'));
    counts.push(`${operationId} ${tables.length}: ${tables.join(', ')}`);
  }
  return counts;
}

it('asks the project this often, and for this, in each route', async () => {
  await using test = await startApi();
  await expect(`${(await countEach(test)).join('\n')}\n`).toMatchFileSnapshot(
    '__fixtures__/query-counts.txt',
  );
});
