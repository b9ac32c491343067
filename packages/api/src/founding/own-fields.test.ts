import { parseBrandSettings, parseMetadata } from '@act/tenant-config';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { fillBrand } from '../testing/fill-brand.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';

const label = { en: 'Field', ru: 'Поле' };
const choices = ['short', 'long'].map((value) => ({ value, label }));
const fields = [
  { name: 'fursonaName', kind: 'text', label, required: true, maximumLength: 20 },
  { name: 'personality', kind: 'text', label },
  { name: 'furType', kind: 'choice', label, choices },
  { name: 'styles', kind: 'choices', label, choices },
  { name: 'needs', kind: 'choices', label, choices, required: false },
  { name: 'furColour', kind: 'colour', label },
  { name: 'age', kind: 'number', label, minimum: 0, maximum: 120 },
  { name: 'weight', kind: 'number', label },
  { name: 'adult', kind: 'boolean', label },
];
const name = { fursonaName: 'Rusty' };

const setFields = (test: TestApi, metadata: unknown) =>
  test.sql(
    `update public.brands set settings = settings || jsonb_build_object('metadata', $1::jsonb) where id = 'creativetechnologists'`,
    [JSON.stringify(metadata)],
  );

it('holds what is said of a subject to the fields that the brand asks for, and names each that is wrong', async () => {
  await using test = await startApi();
  const { assetIds: trainingAssetIds } = await fillBrand(test, 'creativetechnologists', 'ctMember');
  await setFields(test, fields);
  const start = (more: object) =>
    test.send('ctMember', '/training/start', {
      method: 'POST',
      json: { trainingAssetIds, trainAnyway: true, subjectKind: 'product', ...more },
    });
  const wrong = await start({ customizationData: { furType: 'curly', voice: 'warm' } });
  expect([wrong.status, await wrong.json()]).toMatchObject([
    400,
    {
      error: {
        code: 'metadata_invalid',
        problems: [
          { path: 'fursonaName', message: 'is missing' },
          { path: 'furType', message: 'is "curly"', fix: 'Use one of "short", "long".' },
          { path: 'voice', message: 'is not known here' },
        ],
      },
    },
  ]);
  const right = await start({ fursonaName: 'Rusty', customizationData: { furType: 'long' } });
  expect(right.status).toBe(201);

  // By another way, where only the database is asked.
  const lora = { name: 'Rusty', type: 'character', trainingAssetIds, trainAnyway: true };
  const refused = await test.send('ctMember', '/loras', { method: 'POST', json: lora });
  expect([refused.status, await refused.json()]).toMatchObject([
    400,
    { error: { message: 'The metadata cannot be used: fursonaName is missing.' } },
  ]);
});

it('lets a training be tried again whose brand asks for other fields by now', async () => {
  await using test = await startApi();
  const { failedJobId } = await fillBrand(test, 'creativetechnologists', 'ctMember');
  await setFields(test, fields);
  const again = await test.send('ctMember', `/training/jobs/${failedJobId}/retry`, { method: 'POST' });
  expect(again.status).toBe(201);
});

it('takes any fields where a brand asks for none, as long as they are few', async () => {
  await using test = await startApi();
  const { assetIds: training_asset_ids } = await fillBrand(test, 'creativetechnologists', 'ctMember');
  const insert = async (metadata: unknown) =>
    test.stack.fetch(
      new Request(`${test.stack.url}/rest/v1/lora_training_jobs`, {
        method: 'POST',
        headers: {
          apikey: test.stack.secrets.publishableKey,
          authorization: `Bearer ${await test.stack.tokenFor('ctMember')}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({
          brand_id: 'creativetechnologists',
          name: 'mine',
          model_type: 'flux',
          subject_kind: 'product',
          readiness_override: true,
          training_asset_ids,
          metadata,
        }),
      }),
    );
  expect((await insert({ gender: 'woman', whatever: [1] })).status).toBe(201);
  expect((await insert({ text: 'x'.repeat(9_000) })).status).toBe(400);
  const start = await test.send('ctMember', '/training/start', {
    method: 'POST',
    json: {
      trainingAssetIds: training_asset_ids,
      trainAnyway: true,
      subjectKind: 'product',
      metadata: { text: 'x'.repeat(9_000) },
    },
  });
  expect([start.status, await start.json()]).toMatchObject([
    400,
    { error: { code: 'input_invalid', problems: [{ path: 'metadata', fix: 'Keep it under 8 kB.' }] } },
  ]);
  await setFields(test, fields);
  expect((await insert({ gender: 'woman' })).status).toBe(422);
});

it('has the same rules in the database as in @act/tenant-config', async () => {
  await using test = await startApi();
  const settings = parseBrandSettings({ metadata: fields }, { brandId: 'acme' });
  const cases: unknown[] = [
    {},
    name,
    { fursonaName: ' \n' },
    { fursonaName: 'x'.repeat(20) },
    { fursonaName: 'x'.repeat(21) },
    { fursonaName: 'a\u0007' },
    { fursonaName: 'a\u0085' },
    { fursonaName: 'a\tb' },
    { fursonaName: 'a\nб' },
    { fursonaName: 1 },
    { ...name, personality: '' },
    { ...name, personality: 'x'.repeat(200) },
    { ...name, personality: 'x'.repeat(201) },
    { ...name, personality: null },
    { ...name, furType: 'long' },
    { ...name, furType: 'curly' },
    { ...name, furType: ['long'] },
    { ...name, styles: [] },
    { ...name, styles: ['short', 'long'] },
    { ...name, styles: ['long', 'long'] },
    { ...name, styles: ['long', 'curly'] },
    { ...name, styles: 'long' },
    { ...name, furColour: '#D97706' },
    { ...name, furColour: 'orange' },
    { ...name, furColour: '#d97706\n' },
    { ...name, age: 0 },
    { ...name, age: 120.5 },
    { ...name, age: -1 },
    { ...name, age: '7' },
    { ...name, weight: -4 },
    { ...name, adult: false },
    { ...name, adult: 'yes' },
    { ...name, hasOwnProperty: 1 },
  ];
  const rows = await test.sql(
    `select one, private.wrong_fields($1::jsonb, one) is null as "isRight"
     from jsonb_array_elements($2::jsonb) with ordinality as given (one, place) order by place`,
    [JSON.stringify(settings.metadata), JSON.stringify(cases)],
  );
  const found = z.array(z.object({ one: z.unknown(), isRight: z.boolean() })).parse(rows);
  const isRight = (value: unknown) => {
    try {
      parseMetadata(settings, value);
      return true;
    } catch {
      return false;
    }
  };
  expect(found).toEqual(cases.map((one) => ({ one, isRight: isRight(one) })));
  expect(found.filter((one) => one.isRight).length).toBeGreaterThan(10);
});
