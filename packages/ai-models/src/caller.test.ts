import { demoPeople, startStack, type TestStack } from '@act/local-stack/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AiModelsOptions, createCaller } from './caller.ts';
import { addJobRows } from './database/testing/brand-rows.ts';
import { BrandRequiredError } from './errors/index.ts';
import { brand, otherBrand } from './node/testing/brand-context.ts';
import { createSystemSigner } from './shared/access/system-signer.ts';

let stack: TestStack;
beforeAll(async () => {
  stack = await startStack({ listen: true });
});
afterAll(() => stack[Symbol.asyncDispose]());

const open = (access: AiModelsOptions['access'], changes: Partial<AiModelsOptions> = {}) =>
  createCaller({
    supabase: { url: `${stack.url}/`, publishableKey: stack.secrets.publishableKey },
    access,
    ...changes,
  });
const person = (name: keyof typeof demoPeople) => open({ accessToken: () => stack.tokenFor(name) });
const system = (brandId: string) =>
  open({ brandId, signer: createSystemSigner({ signingKey: stack.secrets.jwtSecret }) });

it('takes the only brand of a person, and says who they are', async () => {
  const context = await person('ctMember').contextFor();
  expect(context).toMatchObject({ brandId: brand, userId: demoPeople.ctMember.id, actor: 'person' });
  expect(context.providers.isEmpty).toBe(true);
  expect(context.files.url).toBe(`${stack.url}/storage/v1`);
});

it('asks for which of several brands, and takes one that is named', async () => {
  const error = await person('freelancer')
    .contextFor()
    .catch((error: unknown) => error);
  expect(BrandRequiredError.isInstance(error) && error.choices).toEqual([otherBrand, brand]);
  expect(await person('freelancer').contextFor(otherBrand)).toMatchObject({ brandId: otherBrand });
});

it('finds the brand of a row that is named by its id alone', async () => {
  const [ours = ''] = await addJobRows(stack, 1);
  const [theirs = ''] = await addJobRows(stack, 1, { brandId: otherBrand });
  const brandOf = async (name: keyof typeof demoPeople, id: string) =>
    (await person(name).contextOf('lora_training_jobs', id)).brandId;
  expect([await brandOf('freelancer', ours), await brandOf('freelancer', theirs)]).toEqual([
    brand,
    otherBrand,
  ]);
  // Who has one brand is in that one: whether the row is there, its own table says.
  expect(await brandOf('ctMember', theirs)).toBe(brand);
  expect(await brandOf('freelancer', 'abc')).toBe(otherBrand);
});

it.each([
  ['a brand that they are not in', otherBrand],
  ['a brand that is not there', 'nobody'],
  ['a brand whose name begins alike', `${brand}2`],
  ['nothing', ''],
])('tells a person who names %s that there is none', async (_what, brandId) => {
  const refused = { code: 'brand_not_allowed', message: `There is no brand ${brandId} for you.` };
  await expect(person('ctMember').contextFor(brandId)).rejects.toMatchObject(refused);
  await expect(system(brand).contextFor(brandId)).rejects.toMatchObject(refused);
});

it('is the system for the brand that it was made for', async () => {
  const context = await system(brand).contextFor();
  expect(context).toMatchObject({ brandId: brand, userId: null, actor: 'system' });
  expect(await system(brand).contextOf('generations', 'abc')).toMatchObject({ brandId: brand });
});

it.each([
  ['nobody is signed in', () => null],
  ['what is there is no token', () => 'abc'],
])('says that %s', async (_what, accessToken) => {
  await expect(open({ accessToken }).contextFor()).rejects.toMatchObject({ code: 'not_signed_in' });
});

it('asks for the token with every call, and forgets who called before', async () => {
  let name: keyof typeof demoPeople = 'ctMember';
  const caller = open({ accessToken: () => stack.tokenFor(name) });
  expect((await caller.contextFor()).userId).toBe(demoPeople.ctMember.id);
  name = 'acmeMember';
  expect(await caller.contextFor()).toMatchObject({ brandId: otherBrand, userId: demoPeople.acmeMember.id });
});

it('lets nothing that looks like a secret into the log', async () => {
  const said: unknown[] = [];
  const say = (...line: unknown[]) => said.push(line);
  const logger = { debug: say, info: say, warn: say, error: say };
  const caller = open({ accessToken: () => stack.tokenFor('ctMember') }, { logger });
  const { logger: given } = await caller.contextFor();
  given.warn('asked', { authorization: 'Bearer r8_abcdefgh1234' });
  expect(JSON.stringify(said)).not.toContain('abcdefgh');
  expect(said).toHaveLength(1);
});
