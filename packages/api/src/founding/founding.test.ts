import { createServer } from 'node:http';
import { demoPeople } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { type FilledBrand, fillBrand } from '../testing/fill-brand.ts';
import { refusalOf, startApi, type TestApi } from '../testing/start-api.ts';

async function prepare() {
  const test = await startApi();
  const own = await fillBrand(test, 'creativetechnologists', 'ctMember');
  const others = await fillBrand(test, 'acmecompany', 'acmeMember');
  const post = (path: string, json: unknown, headers: Record<string, string> = {}) =>
    test.send('ctMember', path, { method: 'POST', json, headers });
  return { test, own, others, post };
}

const addressesOf = ({ assetIds }: FilledBrand) => assetIds.map((id) => `/api/assets/${id}/file`);
const startedSchema = z.object({
  modelId: z.guid(),
  trainingId: z.guid(),
  jobId: z.guid(),
  triggerWord: z.string(),
});
const countJobs = async (test: TestApi) =>
  (await test.sql('select id from public.lora_training_jobs')).length;

it('trains a selfie model as the founding document writes it, and tells how far it is', async () => {
  const { test, own, post } = await prepare();
  await using _ = test;
  const answer = await post('/training/start', {
    modelName: 'my-selfies',
    modelType: 'flux',
    gender: 'woman',
    imageUrls: addressesOf(own),
    trainAnyway: true,
  });
  expect(answer.status).toBe(201);
  const { modelId, trainingId, jobId, triggerWord } = startedSchema.parse(await answer.json());
  expect([trainingId, jobId]).toEqual([modelId, modelId]);
  expect(triggerWord).toMatch(/^user\d{8}$/);
  const job = await test.send('ctMember', `/training/jobs/${modelId}`);
  expect(await job.json()).toMatchObject({
    name: 'my-selfies',
    subjectKind: 'person',
    metadata: { gender: 'woman' },
    status: 'pending',
    trainingAssetIds: own.assetIds,
  });

  const progress = async () => (await test.send('ctMember', `/training/progress?modelId=${modelId}`)).json();
  const become = (columns: string) =>
    test.sql(`update public.lora_training_jobs set ${columns} where id = $1`, [modelId]);
  const words = [
    [`status = 'pending'`, 'pending'],
    [`status = 'uploading', progress = 10`, 'starting'],
    [`status = 'queued', progress = 25`, 'starting'],
    [`status = 'training', progress = 45`, 'training'],
    [`status = 'saving', progress = 96`, 'training'],
    [`status = 'completed', progress = 100`, 'completed'],
  ];
  for (const [columns = '', status] of words) {
    await become(columns);
    expect(await progress()).toMatchObject({ modelId, status, error: null });
  }
  await become(`status = 'cancelled'`);
  expect(await progress()).toMatchObject({ status: 'failed', error: { code: 'cancelled' } });
  await become(`status = 'failed', error_code = 'out_of_memory', error_message = 'Too little memory.'`);
  expect(await progress()).toMatchObject({ status: 'failed', errorMessage: 'Too little memory.' });
});

it('tells of a finished model by the id of its training and by its name', async () => {
  const { test, own } = await prepare();
  await using _ = test;
  for (const modelId of [own.completedJobId, own.modelId, 'flux-lora', 'flux-lora-v1']) {
    const answer = await test.send('ctMember', `/training/progress?modelId=${modelId}`);
    expect(await answer.json()).toMatchObject({
      status: 'completed',
      modelVersion: 'flux-lora-v1',
      trainingId: own.completedJobId,
      model: { modelId: 'flux-lora-v1', triggerWord: 'user42585527' },
    });
  }
});

it('tells of the newest where a training made two models', async () => {
  const { test, own, post } = await prepare();
  await using _ = test;
  await test.sql(
    `insert into public.brand_models
       (brand_id, user_id, visibility, name, version, base_model, job_id, path, sha256, size_bytes, created_at)
     select brand_id, user_id, visibility, name, 2, base_model, job_id, replace(path, '-v1', '-v2'), sha256, 1, now() + interval '1 s'
     from public.brand_models where id = $1`,
    [own.modelId],
  );
  const progress = await test.send('ctMember', `/training/progress?modelId=${own.completedJobId}`);
  expect([progress.status, await progress.json()]).toMatchObject([200, { modelVersion: 'flux-lora-v2' }]);
  const painted = await post('/generations', { prompt: 'a', lora_id: own.completedJobId });
  expect([painted.status, await painted.json()]).toMatchObject([202, { modelId: 'flux-lora-v2' }]);
});

it('shows that a training or a generation is being cancelled, wherever it is seen', async () => {
  const { test, own, post } = await prepare();
  await using _ = test;
  const wish = z.looseObject({
    id: z.string().optional(),
    cancelRequestedAt: z.iso.datetime({ offset: true }).nullish(),
    cancel_requested_at: z.iso.datetime({ offset: true }).nullish(),
  });
  const read = async (answer: Response | Promise<Response>) => wish.parse(await (await answer).json());
  const see = (path: string) => read(test.send('ctMember', path));
  const id = own.runningJobId;
  const cancelled = await read(post(`/training/jobs/${id}/cancel`, undefined));
  expect(cancelled).toMatchObject({ status: 'training', cancelRequestedAt: expect.any(String) });
  const at = cancelled.cancelRequestedAt;
  expect(await see(`/training/jobs/${id}`)).toMatchObject({ cancelRequestedAt: at });
  expect(await see(`/training/progress?modelId=${id}`)).toMatchObject({ cancelRequestedAt: at });
  expect(await see(`/loras/${id}`)).toMatchObject({ cancel_requested_at: at });
  const other = await see(`/training/progress?modelId=${own.completedJobId}`);
  expect(other).toMatchObject({ cancelRequestedAt: null });

  const asked = await read(post('/generations', { prompt: 'a', modelId: 'flux-lora' }));
  expect(asked.cancelRequestedAt).toBeNull();
  const ended = await read(post(`/generations/${asked.id}/cancel`, undefined));
  expect(ended.cancelRequestedAt).toEqual(expect.any(String));
  expect(await see(`/generations/${asked.id}`)).toMatchObject({ cancelRequestedAt: ended.cancelRequestedAt });
});

it('keeps what a twin is like, under each name that the founding document has for its name', async () => {
  const { test, own, post } = await prepare();
  await using _ = test;
  for (const field of ['fursonaName', 'furrsona_name']) {
    const answer = await post('/training/start', {
      [field]: 'Rusty',
      customizationData: { furType: 'long', voice: 'warm' },
      userId: demoPeople.ctMember.id,
      trainingAssetIds: own.assetIds,
      trainAnyway: true,
    });
    const { jobId } = startedSchema.parse(await answer.json());
    expect(await (await test.send('ctMember', `/training/jobs/${jobId}`)).json()).toMatchObject({
      name: 'Rusty',
      subjectKind: 'character',
      metadata: { fursonaName: 'Rusty', furType: 'long', voice: 'warm' },
    });
  }
});

it('makes, lists, deletes and tries again LoRAs as their studio knows them', async () => {
  const { test, own, post } = await prepare();
  await using _ = test;
  const made = await post('/loras', {
    name: 'Autumn bags',
    description: 'All of them',
    type: 'product',
    trigger_word: 'acmebag7',
    image_urls: addressesOf(own),
    trainAnyway: true,
  });
  expect(made.status).toBe(201);
  expect(await made.json()).toMatchObject({
    name: 'Autumn bags',
    type: 'product',
    model_type: 'flux',
    trigger_word: 'acmebag7',
    image_ids: own.assetIds,
    status: 'pending',
    lora_url: null,
    error_code: null,
    deleted_at: null,
  });
  const done = await test.send('ctMember', '/loras?status=completed');
  expect(await done.json()).toMatchObject({
    items: [{ id: own.completedJobId, lora_url: 'models/creativetechnologists/flux-lora-v1.safetensors' }],
  });
  const again = [
    await post(`/loras/${own.failedJobId}/retry`, undefined),
    await post(`/loras/${own.failedJobId}/retry`, undefined),
  ];
  const ids = await Promise.all(
    again.map(async (answer) => z.object({ id: z.guid() }).parse(await answer.json()).id),
  );
  expect(ids[0]).toBe(ids[1]);
  expect(ids[0]).not.toBe(own.failedJobId);
  expect(await refusalOf(await post(`/loras/${own.completedJobId}/retry`, undefined))).toEqual([
    409,
    'conflict',
  ]);
  expect((await test.send('ctMember', `/loras/${own.failedJobId}`, { method: 'DELETE' })).status).toBe(204);
  const deleted = await test.send('ctMember', '/loras?deleted=true');
  expect(await deleted.text()).toContain(own.failedJobId);
});

it('paints with a LoRA by its id and its own address, under the names of providers', async () => {
  const { test, own, others, post } = await prepare();
  await using _ = test;
  const lora = {
    lora_id: own.completedJobId,
    lora_url: 'models/creativetechnologists/flux-lora-v1.safetensors',
  };
  const wish = {
    prompt: 'photo of [brand]',
    num_outputs: 2,
    aspect_ratio: '16:9',
    output_format: 'png',
    guidance_scale: 3.5,
  };
  const asked = await post('/generations/create', {
    ...wish,
    ...lora,
    model: 'black-forest-labs/flux-dev-lora',
  });
  expect([asked.status, await asked.json()]).toMatchObject([
    202,
    { modelId: 'flux-lora-v1', requestedImages: 2, settings: { aspectRatio: '16:9', guidance: 3.5 } },
  ]);
  expect((await post('/generations', { ...wish, model: `lora:${own.completedJobId}` })).status).toBe(202);

  for (const lora_url of [
    'models/acmecompany/flux-lora-v1.safetensors',
    'models/creativetechnologists/flux-lora-v2.safetensors',
    'https://evil.test/lora.safetensors',
    'fofr/flux-pixar',
  ]) {
    expect(await refusalOf(await post('/generations', { ...wish, ...lora, lora_url }))).toEqual([
      400,
      'input_invalid',
    ]);
  }
  expect(await refusalOf(await post('/generations', { ...wish, lora_id: others.completedJobId }))).toEqual([
    404,
    'model_not_found',
  ]);
  for (const field of ['lora_weights', 'extra_lora', 'hf_api_token', 'model_url']) {
    expect((await post('/generations', { ...wish, ...lora, [field]: 'x' })).status).toBe(400);
  }
  expect((await post('/generations', { ...wish, ...lora, modelId: 'sdxl-lora' })).status).toBe(400);
  expect((await post('/generations', wish)).status).toBe(400);
});

it('trains in nobody else’s name, with nobody else’s pictures, and opens no address', async () => {
  const { test, own, others, post } = await prepare();
  await using _ = test;
  let opened = 0;
  await using server = await new Promise<AsyncDisposable & { url: string }>((resolve) => {
    const listening = createServer((_request, response) => {
      opened += 1;
      response.end();
    }).listen(0, '127.0.0.1', () => {
      const address = listening.address();
      const port = typeof address === 'object' ? address?.port : 0;
      resolve({
        url: `http://127.0.0.1:${port}`,
        [Symbol.asyncDispose]: async () => void listening.close(),
      });
    });
  });
  const before = await countJobs(test);
  const start = (more: Record<string, unknown>) =>
    post('/training/start', { trainAnyway: true, imageUrls: addressesOf(own), ...more });

  expect(await refusalOf(await start({ userId: demoPeople.ctAdmin.id }))).toEqual([403, 'not_allowed']);
  const [id = ''] = own.assetIds;
  const [othersId = ''] = others.assetIds;
  const foreign = [
    `${server.url}/api/assets/${id}/file`,
    `${server.url}/picture.jpg`,
    'https://evil.test/picture.jpg',
    `http://api.test.evil.test/api/assets/${id}/file`,
    `http://user:secret@api.test/api/assets/${id}/file`,
    `//evil.test/api/assets/${id}/file`,
    `http://api.test/apiassets/${id}/file`,
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'training-data/creativetechnologists/../acmecompany/picture-1.jpg',
    'models/creativetechnologists/flux-lora-v1.safetensors',
    'http://localhost/storage/v1/object/sign/models/creativetechnologists/flux-lora-v1.safetensors',
    'http://169.254.169.254/latest/meta-data',
  ];
  for (const url of foreign) {
    const answer = await start({ imageUrls: [...addressesOf(own), url] });
    expect([url, ...(await refusalOf(answer))]).toEqual([url, 400, 'url_refused']);
  }
  const theirs = [
    `/api/assets/${othersId}/file`,
    'training-data/acmecompany/picture-1.jpg',
    'training-data/creativetechnologists/no-such-picture.jpg',
    'http://localhost/storage/v1/object/sign/training-data/acmecompany/picture-1.jpg?token=x',
  ];
  for (const url of theirs) {
    const answer = await start({ imageUrls: [...addressesOf(own), url] });
    expect([url, ...(await refusalOf(answer))]).toEqual([url, 404, 'asset_not_found']);
  }
  expect((await start({ imageUrls: [], trainingAssetIds: [othersId] })).status).toBe(400);
  expect(await refusalOf(await post('/training/start', { trainingAssetIds: [othersId] }))).toEqual([
    404,
    'asset_not_found',
  ]);
  expect(await refusalOf(await start({ brandId: 'acmecompany' }))).toEqual([404, 'brand_not_allowed']);
  expect([opened, await countJobs(test)]).toEqual([0, before]);
});

it('costs once for the same key, and takes no key that is none', async () => {
  const { test, own, post } = await prepare();
  await using _ = test;
  const start = (key: string) =>
    post(
      '/training/start',
      { gender: 'man', trainAnyway: true, imageUrls: addressesOf(own) },
      { 'idempotency-key': key },
    );
  const before = await countJobs(test);
  const answers = await Promise.all([start('click-1'), start('click-1'), start('click-1')]);
  const bodies = await Promise.all(answers.map((answer) => answer.json()));
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(bodies[1]).toEqual(bodies[0]);
  expect(bodies[2]).toEqual(bodies[0]);
  expect(await countJobs(test)).toBe(before + 1);
  for (const key of ['x'.repeat(201), 'a b']) {
    expect(await refusalOf(await start(key))).toEqual([400, 'input_invalid']);
  }
  const paint = () =>
    post('/generations', { prompt: 'a', modelId: 'flux-lora' }, { 'idempotency-key': 'click-2' });
  const ids = [await paint(), await paint()].map(
    async (answer) => z.object({ id: z.guid() }).parse(await answer.json()).id,
  );
  expect(await ids[0]).toBe(await ids[1]);
});

it('says what speaks against a training', async () => {
  const { test, own, post } = await prepare();
  await using _ = test;
  const few = await post('/training/start', { gender: 'man', trainingAssetIds: own.assetIds.slice(0, 2) });
  expect(few.status).toBe(422);
  expect(await few.json()).toMatchObject({
    error: {
      code: 'not_ready',
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'too_few' })]),
    },
  });
  // Whoever may only look is told so first: more pictures would not help them.
  for (const trainingAssetIds of [own.assetIds.slice(0, 2), own.assetIds]) {
    const json = { name: 'a', trainingAssetIds, trainAnyway: true };
    for (const path of ['/training/start', '/loras']) {
      const viewer = await test.send('ctViewer', path, { method: 'POST', json });
      expect([path, ...(await refusalOf(viewer))]).toEqual([path, 403, 'not_allowed']);
    }
  }
});
