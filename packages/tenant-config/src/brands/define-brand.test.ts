import { expect, it } from 'vitest';
import { parseBrandSettings } from '../settings/brand-settings.ts';
import { catchError } from '../testing/catch-error.ts';
import { defineBrand, toBrandRow } from './define-brand.ts';

const lora = { id: 'lora-studio', name: 'Студия', settings: { language: 'ru' } } as const;

it('fills in what is left out', () => {
  expect(defineBrand(lora)).toEqual({
    id: 'lora-studio',
    name: 'Студия',
    defaultVisibility: 'brand',
    settings: parseBrandSettings({ language: 'ru' }, { brandId: 'lora-studio' }),
  });
});

it('is frozen all the way down', () => {
  const brand = defineBrand(lora);
  expect(Reflect.set(brand, 'name', 'x')).toBe(false);
  expect(Reflect.set(brand.settings.training.subjects.style, 'minimumImages', 1)).toBe(false);
});

it('leaves what it was given as it was', () => {
  const hosts = ['a.example'];
  defineBrand({ id: 'acme', name: 'Acme', settings: { hosts } });
  hosts.push('b.example');
  expect(hosts).toEqual(['a.example', 'b.example']);
});

it('names every problem with its path in the definition', () => {
  const value: unknown = { id: 'Lora', name: '', settings: { language: 'de' }, colour: 'red' };
  expect(catchError(() => Reflect.apply(defineBrand, null, [value]))).toMatchObject({
    code: 'brand_config_invalid',
    brandId: 'Lora',
    problems: [{ path: 'id' }, { path: 'name' }, { path: 'settings.language' }, { path: 'colour' }],
  });
});

it.each([[undefined], [null], [{ id: 7 }]])('explains that %j is no definition', (value) => {
  expect(catchError(() => Reflect.apply(defineBrand, null, [value]))).toMatchObject({
    code: 'brand_config_invalid',
    message: expect.stringMatching(/^The configuration of brand ".*" cannot be used:\n- /),
  });
});

it('gives the row, with plain settings that a client may change', () => {
  const row = toBrandRow(defineBrand({ ...lora, defaultVisibility: 'owner' }));
  expect(row).toMatchObject({ id: 'lora-studio', name: 'Студия', default_visibility: 'owner' });
  expect(row.settings).toEqual(parseBrandSettings({ language: 'ru' }, { brandId: 'lora-studio' }));
  expect(Reflect.set(row.settings, 'language', 'en')).toBe(true);
});
