import { expect, it } from 'vitest';
import { z } from 'zod';
import { parseBrandSettings } from './brand-settings.ts';
import { brandSettingsJsonSchema } from './json-schema.ts';

/** Every object in a schema, with its path. */
function* listObjects(schema: unknown, path = ''): Generator<[path: string, schema: object]> {
  if (typeof schema !== 'object' || schema === null) return;
  if ('type' in schema && schema.type === 'object') yield [path, schema];
  for (const [key, value] of Object.entries(schema)) yield* listObjects(value, `${path}/${key}`);
}

it('shows the defaults that the parser fills in', () => {
  const { generation, language } = parseBrandSettings({}, { brandId: 'acme' });
  expect(brandSettingsJsonSchema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    properties: {
      generation: { properties: { maximumPerDay: { default: generation.maximumPerDay, minimum: 0 } } },
      language: { default: language, enum: ['en', 'ru'] },
    },
  });
});

it('lets nothing unknown into any object, and asks for nothing but what a field needs', () => {
  const objects = [...listObjects(brandSettingsJsonSchema)];
  expect(objects.length).toBeGreaterThan(20);
  for (const [path, schema] of objects) {
    if (!path.includes('/words/')) expect(schema, path).toHaveProperty('additionalProperties', false);
    if (!path.includes('/metadata/')) expect(schema, path).not.toHaveProperty('required');
  }
});

it.each([
  [{}, true],
  [{ hosts: ['a.example'], training: { subjects: { style: { minimumImages: 3 } } } }, true],
  [{ hosts: ['A.example'] }, false],
  [{ training: { subjects: { style: { minimumImages: 0 } } } }, false],
  [{ surprise: 1 }, false],
])('judges %j as the parser does', (value, valid) => {
  const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(brandSettingsJsonSchema)));
  expect(schema.safeParse(value).success).toBe(valid);
});
