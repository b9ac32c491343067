import { expect, it } from 'vitest';
import { sampleLora } from '../testing/samples.ts';
import { filterLoras, isFiltered, type LoraFilter, noFilter } from './lora-filter.ts';

const loras = [
  sampleLora('Осенние сумки', { type: 'product' }),
  sampleLora('Тушь', { status: 'training', description: 'Сухая кисть' }),
  sampleLora('Лис', { type: 'character', status: 'failed' }),
  sampleLora('Акварель', { status: 'pending' }),
];
const names = (changes: Partial<LoraFilter>) =>
  filterLoras(loras, { ...noFilter, ...changes }).map(({ name }) => name);

it.each([
  [{}, ['Осенние сумки', 'Тушь', 'Лис', 'Акварель']],
  [{ shelf: 'ready' }, ['Осенние сумки']],
  [{ shelf: 'training' }, ['Тушь', 'Акварель']],
  [{ shelf: 'failed' }, ['Лис']],
  [{ kind: 'style' }, ['Тушь', 'Акварель']],
  [{ kind: 'style', shelf: 'failed' }, []],
  [{ text: 'СУМКИ осенние' }, ['Осенние сумки']],
  [{ text: 'кисть' }, ['Тушь']],
  [{ text: 'лисword' }, ['Лис']],
] as const)('shows by %j', (filter, expected) => {
  expect(names(filter)).toEqual(expected);
});

it('knows whether anything is held back', () => {
  expect(isFiltered(noFilter)).toBe(false);
  expect(isFiltered({ ...noFilter, text: '  ' })).toBe(false);
  expect(isFiltered({ ...noFilter, kind: 'style' })).toBe(true);
});
