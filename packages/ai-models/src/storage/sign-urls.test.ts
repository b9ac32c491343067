import { startStack, type TestStack } from '@act/local-stack/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { brand, contextFor, otherBrand } from '../node/testing/brand-context.ts';
import { paintPicture, toBytes } from '../node/testing/paint-picture.ts';
import { uploadTrainingImages } from '../training/upload-training-images.ts';
import { signLora } from './lora/sign-lora.ts';
import { putObject } from './object-files.ts';
import { signPath, signPaths } from './sign-urls.ts';
import { modelKey, parseRowPath, toRowPath } from './storage-paths.ts';

let stack: TestStack;
let paths: string[];
let picture: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  stack = await startStack({ listen: true });
  picture = await toBytes(paintPicture({ width: 300, height: 300 }).png());
  const images = await uploadTrainingImages(await contextFor(stack, 'ctMember'), {
    files: [picture, picture],
  });
  paths = images.map(({ fileUrl }) => fileUrl);
});
afterAll(() => stack[Symbol.asyncDispose]());

const missing = `training-data/${brand}/nothing.png`;

it('signs many at once, each once, and leaves out what is not there', async () => {
  const member = await contextFor(stack, 'ctMember');
  const urls = await signPaths(member, [...paths, ...paths, missing]);
  expect([...urls.keys()].sort()).toEqual(paths.toSorted());
  for (const url of urls.values()) {
    expect(Buffer.from(await (await fetch(url)).arrayBuffer()).equals(picture)).toBe(true);
  }
  expect(await signPaths(member, [])).toEqual(new Map());
});

it('signs one for five minutes, to be saved under a name', async () => {
  const member = await contextFor(stack, 'ctMember');
  const path = parseRowPath(paths[0] ?? '');
  const url = new URL(await signPath(member, path, { download: 'logo.png' }));
  const [, claims = ''] = url.searchParams.get('token')?.split('.') ?? [];
  const { iat, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString());
  expect(exp - iat).toBe(300);
  const answer = await fetch(url);
  expect(answer.headers.get('content-disposition')).toContain('logo.png');
  expect((await answer.arrayBuffer()).byteLength).toBe(picture.length);
});

it('says that there is no such file, also to whom it is not to be seen', async () => {
  const stranger = await contextFor(stack, 'acmeMember', { brandId: brand });
  const missingFile = { code: 'file_not_found' };
  await expect(signPath(stranger, parseRowPath(paths[0] ?? ''))).rejects.toMatchObject(missingFile);
  const member = await contextFor(stack, 'ctMember');
  await expect(signPath(member, parseRowPath(missing))).rejects.toMatchObject(missingFile);
  expect(await signPaths(stranger, paths)).toEqual(new Map());
});

it.each([
  ['another brand', `training-data/${otherBrand}/a.png`],
  ['a brand whose name begins alike', `training-data/${brand}2/a.png`],
  ['no brand', 'training-data/a.png'],
  ['a place above', `training-data/${brand}/../${otherBrand}/a.png`],
  ['no bucket of ours', `secrets/${brand}/a.png`],
])('asks nobody for a file of %s', async (_whose, path) => {
  let asked = 0;
  const counting: typeof fetch = (input, init) => {
    asked += 1;
    return fetch(input, init);
  };
  const context = await contextFor(stack, 'freelancer', { fetch: counting });
  await expect(signPaths(context, [...paths, path])).rejects.toMatchObject({ code: 'path_invalid' });
  expect(asked).toBe(0);
});

it('gives a provider one address for a model, until little of its day is left', async () => {
  let time = Date.parse('2026-01-02T00:00:00Z');
  const system = await contextFor(stack, { system: brand }, { now: () => new Date(time) });
  const key = modelKey({ brandId: brand, ownerId: null, name: 'flux-lora', version: 7 });
  const body = new Blob(['weights']);
  await putObject(system.files, { bucket: 'models', key, contentType: 'application/octet-stream', body });
  const model = { path: toRowPath('models', key) };
  const first = await signLora(system, model);
  expect(await (await fetch(first)).text()).toBe('weights');
  const after = (hours: number) => {
    time = Date.parse('2026-01-02T00:00:00Z') + hours * 3_600_000;
    return signLora(system, model);
  };
  expect(await after(20)).toBe(first);
  expect(system.loraUrls.get(model.path)).toEqual({
    url: first,
    until: Date.parse('2026-01-03T00:00:00Z'),
  });
  await after(21);
  expect(system.loraUrls.get(model.path)?.until).toBe(Date.parse('2026-01-03T21:00:00Z'));
  const theirs = { path: `models/${otherBrand}/flux-lora-v1.safetensors` };
  await expect(signLora(system, theirs)).rejects.toMatchObject({ code: 'path_invalid' });
});
