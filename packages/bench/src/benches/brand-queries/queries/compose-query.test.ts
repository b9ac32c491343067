import { expect, it } from 'vitest';
import type { BrandQuery } from './brand-query.ts';
import { composeAsked, composeFloor } from './compose-query.ts';

const query: BrandQuery = {
  name: 'one',
  table: 'public.lora_training_jobs',
  columns: 'id',
  where: 'id = :job and :job <> id',
  tail: 'limit 1',
  clientFilters: ['brand', 'none'],
  visible: 'row',
};
const member = { id: 'me', brandIds: ['brand-1', 'brand-7'] };
const samples = new Map([['job', { value: 'j', type: 'uuid' }]]);

it('leaves to policies what a client does not say', () => {
  expect(composeAsked({ query, clientFilter: 'none', person: member, samples })).toEqual({
    text: 'select id from public.lora_training_jobs where id = $1::uuid and $1::uuid <> id limit 1',
    values: ['j'],
  });
});

it('spells the same out for the floor', () => {
  const visible = (person: number) => `(visibility = 'brand' or user_id = $${person}::uuid)`;
  expect(composeFloor({ query, clientFilter: 'none', person: member, samples })).toEqual({
    text: `select id from public.lora_training_jobs where brand_id = any ($1::text[]) and id = $2::uuid and $2::uuid <> id and ${visible(3)} limit 1`,
    values: ['{brand-1,brand-7}', 'j', 'me'],
  });
  expect(composeFloor({ query, clientFilter: 'brand', person: member, samples }).text).toContain(
    'where brand_id = $1::text and',
  );
});

it('finds nothing at the floor for who is not in the brand', () => {
  const stranger = { id: 'me', brandIds: ['brand-7'] };
  expect(composeFloor({ query, clientFilter: 'brand', person: stranger, samples }).text).toContain(
    'where false and',
  );
});

it('names a sample that is not there', () => {
  expect(() => composeAsked({ query, clientFilter: 'none', person: member, samples: new Map() })).toThrow(
    'The query "one" asks for :job, of which there is no sample.',
  );
});
