import { startStack } from '@act/local-stack/testing';
import { expect, it } from 'vitest';
import { parseBrandSettings } from '../settings/brand-settings.ts';
import { brandIdSchema } from './brand-id.ts';
import { defineBrand, toBrandRow } from './define-brand.ts';

it('is a row that the database takes and gives back', async () => {
  await using stack = await startStack();
  const operator = await stack.as('secretKey');
  const brand = defineBrand({ id: 'flurrty', name: 'Flurrty', defaultVisibility: 'owner' });
  const { error } = await operator.from('brands').insert(toBrandRow(brand));
  expect(error).toBeNull();

  const { data } = await operator.from('brands').select('*').eq('id', 'flurrty').single();
  expect(data).toMatchObject({ name: 'Flurrty', default_visibility: 'owner' });
  expect(parseBrandSettings(data?.settings, { brandId: 'flurrty' })).toEqual(brand.settings);
});

it('agrees with the database about ids', async () => {
  await using stack = await startStack();
  const operator = await stack.as('secretKey');
  const taken: string[] = [];
  const ids = [
    'ab',
    '0-',
    `a${'b'.repeat(62)}`,
    'a',
    `a${'b'.repeat(63)}`,
    'A-b',
    '-ab',
    'a_b',
    'ab\n',
    'аb',
    '',
  ];
  for (const id of ids) {
    const { error } = await operator.from('brands').insert({ id, name: 'Any' });
    if (!error) taken.push(id);
  }
  expect(taken).toEqual(['ab', '0-', `a${'b'.repeat(62)}`]);
  expect(ids.filter((id) => brandIdSchema.safeParse(id).success)).toEqual(taken);
});
