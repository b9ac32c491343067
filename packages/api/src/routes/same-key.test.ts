import { expect, it } from 'vitest';
import { z } from 'zod';
import { fillBrand } from '../testing/fill-brand.ts';
import { type PersonName, refusalOf, startApi } from '../testing/start-api.ts';

async function prepare() {
  const test = await startApi();
  const own = await fillBrand(test, 'creativetechnologists', 'ctMember');
  const post = (path: string, key: string, json: unknown, person: PersonName = 'ctMember') =>
    test.send(person, path, { method: 'POST', json, headers: { 'idempotency-key': key } });
  const [first = '', ...others] = own.assetIds;
  const training = { gender: 'man', trainAnyway: true, trainingAssetIds: own.assetIds };
  return { test, own, post, first, others, training };
}

const count = async (test: Awaited<ReturnType<typeof startApi>>, table: string) =>
  (await test.sql(`select from public.${table}`)).length;
const idOf = async (answer: Response) => z.looseObject({ id: z.guid() }).parse(await answer.json()).id;

it('answers the same request under the same key as before, and refuses another one, wherever it costs', async () => {
  const { test, own, post, first, others, training } = await prepare();
  await using _ = test;
  const lora = { name: 'bags', type: 'product', trainingAssetIds: own.assetIds, trainAnyway: true };
  const picture = { prompt: 'photo of [brand]', modelId: 'flux-lora', seed: 1 };
  const requests: [path: string, table: string, body: object, ...others: object[]][] = [
    [
      '/training/start',
      'lora_training_jobs',
      training,
      { ...training, gender: 'woman' },
      { ...training, trainingAssetIds: others },
      { ...training, config: { steps: 500 } },
      { ...training, metadata: { voice: 'warm' } },
    ],
    ['/loras', 'lora_training_jobs', lora, { ...lora, name: 'shoes' }],
    ['/generations', 'generations', picture, { ...picture, prompt: 'a' }, { ...picture, seed: 2 }],
    ['/generations/create', 'generations', picture, { ...picture, modelId: 'flux-lora-v1' }],
    [
      '/assets/captions',
      'caption_requests',
      { assetIds: [first], overwrite: true },
      { assetIds: others, overwrite: true },
      { assetIds: [first], prefix: 'photo of ', overwrite: true },
    ],
  ];
  for (const [path, table, body, ...different] of requests) {
    const key = `key of ${path}`.replaceAll(' ', '-');
    const asked = await post(path, key, body);
    const answer = await asked.json();
    expect([path, asked.status < 300 ? '' : answer]).toEqual([path, '']);
    const before = await count(test, table);
    for (const other of different) {
      const refused = await post(path, key, other);
      expect([path, ...(await refusalOf(refused))]).toEqual([path, 409, 'key_reused']);
    }
    const again = await post(path, key, Object.fromEntries(Object.entries(body).reverse()));
    expect([path, again.status, await again.json()]).toEqual([path, asked.status, answer]);
    expect([path, await count(test, table)]).toEqual([path, before]);
  }
  // Somebody else's key is another one.
  expect(
    (await post('/training/start', 'key-of-/training/start', { ...training, gender: 'woman' }, 'ctAdmin'))
      .status,
  ).toBe(201);
});

it('keeps to one request for a key where several come at once', async () => {
  const { test, post, first, others, training } = await prepare();
  await using _ = test;
  for (const [path, table, one, other] of [
    ['/training/start', 'lora_training_jobs', training, { ...training, gender: 'woman' }],
    [
      '/generations',
      'generations',
      { prompt: 'a', modelId: 'flux-lora' },
      { prompt: 'b', modelId: 'flux-lora' },
    ],
    [
      '/assets/captions',
      'caption_requests',
      { assetIds: [first], overwrite: true },
      { assetIds: others.slice(0, 1), overwrite: true },
    ],
  ] as const) {
    const before = await count(test, table);
    const answers = await Promise.all([one, other, one, other, one].map((body) => post(path, 'click', body)));
    const done = answers.filter(({ status }) => status < 300);
    const texts = new Set(await Promise.all(done.map((answer) => answer.text())));
    expect([path, texts.size, (await count(test, table)) - before]).toEqual([path, 1, 1]);
    expect(done.length).toBeOneOf([2, 3]);
    for (const answer of answers.filter(({ status }) => status >= 300)) {
      expect([path, ...(await refusalOf(answer))]).toEqual([path, 409, 'key_reused']);
    }
  }
});

it('gives the first answer also where the same request would be refused by now', async () => {
  const { test, own, post, training } = await prepare();
  await using _ = test;
  const started = await (await post('/training/start', 'click', training)).json();
  await test.sql(`update public.brand_assets set status = 'rejected', rejection_reason = 'x' where id = $1`, [
    own.assetIds[0],
  ]);
  expect(await (await post('/training/start', 'click', training)).json()).toEqual(started);
  expect((await post('/training/start', 'another', training)).status).toBe(422);
});

it('tries a training again once for each key, and each key for one training', async () => {
  const { test, own, post } = await prepare();
  await using _ = test;
  const { failedJobId, completedJobId } = own;
  const retry = (id: string, key: string, kind = 'training/jobs') =>
    post(`/${kind}/${id}/retry`, key, undefined);
  const first = await idOf(await retry(failedJobId, 'click-1'));
  expect(await idOf(await retry(failedJobId, 'click-1'))).toBe(first);
  expect(await idOf(await retry(failedJobId, 'click-2', 'loras'))).toBe(first);
  await test.sql(
    `update public.lora_training_jobs set status = 'failed', error_code = 'x', due_at = null where id = any ($1)`,
    [[first, completedJobId]],
  );
  expect(await refusalOf(await retry(completedJobId, 'click-1'))).toEqual([409, 'key_reused']);
  expect(await idOf(await retry(failedJobId, 'click-1'))).toBe(first);
  expect(await idOf(await retry(failedJobId, 'click-3'))).not.toBe(first);
});
