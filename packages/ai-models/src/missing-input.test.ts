import { startStack, type TestStack } from '@act/local-stack/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AiModels } from './ai-models.ts';
import { AiModelsError, InputError } from './errors/index.ts';
import { createAiModels } from './lazy-client.ts';
import { createSystemSigner } from './shared/access/system-signer.ts';

let stack: TestStack;
let ai: AiModels;
let member: AiModels;
beforeAll(async () => {
  stack = await startStack({ listen: true });
  const supabase = { url: stack.url, publishableKey: stack.secrets.publishableKey };
  const signer = createSystemSigner({ signingKey: stack.secrets.jwtSecret });
  ai = createAiModels({ supabase, access: { brandId: 'creativetechnologists', signer } });
  member = createAiModels({ supabase, access: { accessToken: () => stack.tokenFor('ctMember') } });
});
afterAll(() => stack[Symbol.asyncDispose]());

/** As a script without types calls. */
async function call(client: AiModels, name: string, ...given: unknown[]): Promise<unknown> {
  const method: unknown = Reflect.get(client, name);
  if (typeof method !== 'function') throw new TypeError(`There is no ${name}.`);
  const result: unknown = method(...given);
  if (name !== 'watchTrainingJob') return result;
  for await (const job of method(...given)) return job;
}

const thrownBy = (called: Promise<unknown>): Promise<unknown> =>
  called.then(
    () => null,
    (error: unknown) => error,
  );

const id = '3f2c8a54-6a1e-4a0b-9c57-0d1f6d1f2a77';
const wish = { modelType: 'flux', trainingAssetIds: [id] };
const picture = new Uint8Array([1]);

describe('names what is wrong', () => {
  it.each<[name: keyof AiModels, path: string, given: unknown[]]>([
    ['quoteTraining', 'modelType', [{ modelType: 'flx' }]],
    ['quoteTraining', 'confg', [{ modelType: 'flux', confg: {} }]],
    ['checkReadiness', 'subjectKind', [{ assetIds: [id], subjectKind: 'cat' }]],
    ['checkReadiness', 'assetIds[0]', [{ assetIds: ['abc'] }]],
    ['startTraining', 'autoDetectFromAsset', [{ autoDetectFromAsset: true }]],
    ['startTraining', 'subjectKind', [{ autoDetectFromAssets: true, subjectKind: 'cat' }]],
    ['startTraining', 'trainingAssetIds', [{}]],
    ['startTraining', 'trainingAssetIds[0]', [{ trainingAssetIds: ['abc'] }]],
    ['createTrainingJob', 'nme', [{ ...wish, nme: 'x' }]],
    ['updateTrainingJob', 'name', [id, { name: '' }]],
    ['updateTrainingJob', 'description', [id, { description: 'x'.repeat(2_001) }]],
    ['updateTrainingJob', 'status', [id, { status: 'completed' }]],
    ['tidyUp', 'strayHours', [{ strayHours: 1 }]],
    ['tidyUp', 'limit', [{ limit: 0 }]],
    ['inspectPictures', 'concurrency', [{ concurrency: 0 }]],
    ['watchTrainingJob', 'intervalMs', [id, { intervalMs: Number.NaN }]],
    ['listTrainingJobs', 'limit', [{ limit: 1_000 }]],
    ['listTrainingJobs', 'statuses[0]', [{ statuses: ['done'] }]],
    ['listTrainingJobs', 'modelType', [{ modelType: 'flx' }]],
    ['listGenerations', 'limit', [{ limit: 0 }]],
    ['listGenerations', 'createdFrom', [{ createdFrom: '2026-11-20' }]],
    ['listGenerations', 'createdBefore', [{ createdBefore: '1969-12-31T23:59:59Z' }]],
    ['quoteGeneration', 'promt', [{ modelId: 'flux-lora', promt: 'a cup' }]],
    ['listBrandModels', 'limit', [undefined, { limit: 0 }]],
    ['generateImage', 'promt', [{ modelId: 'flux-lora', promt: 'a cup' }]],
    ['work', 'kind', [{ kind: 'cleaning', workId: id, fence: 1 }]],
    ['work', 'workId', [{ kind: 'training', workId: 'abc', fence: 1 }]],
    ['work', 'fence', [{ kind: 'generation', workId: id, fence: '1' }]],
    ['workOnCaption', 'requestId', [{ requestId: 'abc', fence: 1 }]],
    ['requestCaptions', 'assetIds', [{ assetIds: [] }]],
    ['listCaptionRequests', 'limit', [{ limit: 0 }]],
    ['ringDoorbell', 'url', [{ method: 'POST' }]],
    ['uploadTrainingImages', 'captions', [{ files: [picture], captions: ['one', 'two'] }]],
    ['uploadTrainingImages', 'names', [{ files: picture, names: ['one', 'two'] }]],
  ])('%s: %s', async (name, path, given) => {
    const error = await thrownBy(call(ai, name, ...given));
    expect(InputError.isInstance(error) && error.problems.map((one) => one.path)).toContain(path);
  });

  it('gives an id as an example', async () => {
    const error = await thrownBy(call(ai, 'checkReadiness', { assetIds: ['abc'] }));
    expect(error).toMatchObject({ hint: expect.stringMatching(/^Use an id, such as "[0-9a-f-]{36}"\.$/) });
  });
});

it.each<[name: keyof AiModels, path: string]>([
  ['uploadTrainingImages', 'files'],
  ['checkReadiness', 'assetIds'],
  ['importDataset', 'archive'],
  ['getBrandModel', 'modelId'],
  ['captionAssets', 'assetIds'],
  ['requestCaptions', 'assetIds'],
  ['createTrainingJob', 'modelType'],
  ['startTraining', 'trainingAssetIds'],
  ['quoteTraining', 'modelType'],
  ['quoteGeneration', 'modelId'],
  ['generateImage', 'prompt'],
  ['work', 'it'],
  ['ringDoorbell', 'it'],
])('%s() names %s', async (name, path) => {
  for (const given of [[], [null]]) {
    const error = await thrownBy(call(ai, name, ...given));
    expect(InputError.isInstance(error) && error.problems.map((one) => one.path)).toContain(path);
  }
});

it('throws errors of its own only, whatever is called without anything', async () => {
  const foreign: string[] = [];
  for (const name of Object.keys(ai)) {
    const error = await thrownBy(call(ai, name));
    if (error !== null && !AiModelsError.isInstance(error)) foreign.push(`${name}: ${error}`);
  }
  expect(foreign).toEqual([]);
});

it.each<[name: keyof AiModels, given: object | string]>([
  ['inspectPictures', {}],
  ['captionAssets', { assetIds: [id] }],
  ['tidyUp', {}],
  ['moveModel', id],
])('%s is for the system alone', async (name, given) => {
  await expect(call(member, name, given)).rejects.toMatchObject({ code: 'not_allowed' });
});
