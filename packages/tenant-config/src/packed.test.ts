import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ConsumerProject, createConsumerProject } from './testing/packed-package.ts';

const publicNames = [
  'BrandConfigError',
  'BrandRequiredError',
  'MetadataError',
  'TenantConfigError',
  'brandIdSchema',
  'brandSettingsJsonSchema',
  'brandSettingsSchema',
  'chooseBrand',
  'configureTenantConfig',
  'defineBrand',
  'findBrandByHost',
  'getBrandFromHost',
  'getBrandFromUser',
  'getUserBrand',
  'languages',
  'listUserBrands',
  'modelTypes',
  'parseBrandId',
  'parseBrandSettings',
  'parseMetadata',
  'subjectKinds',
  'toBrandRow',
  'toMetadataSchema',
];

let project: ConsumerProject;
beforeAll(async () => {
  project = await createConsumerProject();
});
afterAll(() => project[Symbol.asyncDispose]());

it('packs the build, the README and nothing else', () => {
  expect(project.files).toEqual([
    'package/README.md',
    'package/dist/index.cjs',
    'package/dist/index.d.cts',
    'package/dist/index.d.ts',
    'package/dist/index.js',
    'package/package.json',
  ]);
});

it('is published with versions that npm understands', () => {
  expect(project.manifest).toMatchObject({
    dependencies: { zod: expect.stringMatching(/^\d/) },
    peerDependenciesMeta: { '@supabase/supabase-js': { optional: true } },
  });
  expect(project.manifest).not.toHaveProperty('private');
});

it('can be imported', async () => {
  const printed = await project.runNode(
    'consumer.mjs',
    `import * as tenantConfig from '@act/tenant-config';
     const brand = tenantConfig.defineBrand({ id: 'acme', name: 'Acme' });
     console.log(brand.settings.training.maximumRunningJobs, Object.keys(tenantConfig).join(' '));`,
  );
  expect(printed.trim().split(' ')).toEqual(['3', ...publicNames]);
});

it('can be required', async () => {
  const printed = await project.runNode(
    'consumer.cjs',
    `const { getBrandFromHost } = require('@act/tenant-config');
     console.log(getBrandFromHost('acme.com:3000', [{ id: 'acme', settings: { hosts: ['acme.com'] } }]).id);`,
  );
  expect(printed).toBe('acme\n');
});

it('knows its errors and its configuration when it is loaded twice', async () => {
  const printed = await project.runNode(
    'both.mjs',
    `import { createRequire } from 'node:module';
     import * as first from '@act/tenant-config';
     const second = createRequire(import.meta.url)('@act/tenant-config');
     const error = await first.getBrandFromUser().catch((error) => error);
     console.log(error.code, error instanceof second.TenantConfigError, second.TenantConfigError.isInstance(error));
     try {
       first.parseBrandSettings({ language: 'de' }, { brandId: 'acme' });
     } catch (error) {
       console.log(second.BrandConfigError.isInstance(error), second.MetadataError.isInstance(error));
     }
     first.configureTenantConfig({ getSupabase: () => null });
     console.log((await second.getBrandFromUser().catch((error) => error)).code);`,
  );
  expect(printed).toBe('not_configured false true\ntrue false\nnot_signed_in\n');
});

it('has types of its own for both module systems', async () => {
  const source = `
    import { type BrandId, BrandConfigError, defineBrand } from '@act/tenant-config';

    export const brand = defineBrand({
      id: 'lora-studio',
      name: 'LoRA Studio',
      settings: { language: 'ru', training: { subjects: { style: { minimumImages: 4 } } }, hosts: ['a.example'] },
    });
    export const id: BrandId = brand.id;
    export const fix = (error: unknown) => (BrandConfigError.isInstance(error) ? error.problems[0]?.fix : null);

    // @ts-expect-error
    export const text: BrandId = 'lora-studio';
    // @ts-expect-error
    defineBrand({ id: 'acme', name: 'Acme', settings: { language: 'de' } });
    // @ts-expect-error
    defineBrand({ id: 'acme', name: 'Acme', settings: { surprise: 1 } });
    // @ts-expect-error
    defineBrand({ id: 'acme', name: 'Acme', defaultVisibility: 'everybody' });
    // @ts-expect-error
    brand.settings.hosts.push('b.example');`;
  expect(await project.checkTypes({ 'own.mts': source, 'own.cts': source })).toBe('');
});

it('has types that take the real supabase-js', async () => {
  const source = `
    import { createClient } from '@supabase/supabase-js';
    import { getBrandFromUser, getUserBrand } from '@act/tenant-config';

    export async function load(userId: string): Promise<string> {
      const supabase = createClient('https://project.example', 'key');
      const { role } = await getUserBrand(userId, { supabase });
      return role === 'admin' ? (await getBrandFromUser({ supabase })).name : role;
    }`;
  // The types of supabase-js itself have errors under strict options.
  const problems = await project.checkTypes({ 'load.mts': source, 'load.cts': source }, ['--skipLibCheck']);
  expect(problems).toBe('');
});
