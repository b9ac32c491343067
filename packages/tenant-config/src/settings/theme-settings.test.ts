import { expect, it } from 'vitest';
import { parseBrandSettings } from './brand-settings.ts';

const parse = (theme: unknown) => parseBrandSettings({ theme }, { brandId: 'acme' }).theme;

it.each([
  '#fff',
  '#FFFA',
  '#1f6feb',
  '#1f6feb80',
  'oklch(0.62 0.19 41)',
  'oklch(62% 0.19 41 / 0.5)',
  'oklch(62.5% 0.19 41.25 / 50%)',
])('takes the colour %s', (accent) => {
  expect(parse({ light: { accent }, dark: { accent } })).toEqual({ light: { accent }, dark: { accent } });
});

it.each([
  'red; background: url(https://evil.example/x)',
  'url(https://evil.example/x)',
  'var(--secret)',
  '#fff"onmouseover="alert(1)',
  '#fff</style><script>',
  '#fff\n',
  '#fffff',
  'oklch(0.62 0.19 41);}',
  'oklch(0.62 0.19 41/**/)',
  'expression(alert(1))',
  'inherit',
  '',
])('refuses the colour %j', (accent) => {
  expect(() => parse({ light: { accent } })).toThrow(/theme\.light\.accent is .* Use a colour such as/);
});

it.each(['Inter Variable, system-ui, sans-serif', 'PT Serif', 'Source Sans 3,serif'])(
  'takes the font %s',
  (fontSans) => {
    expect(parse({ fontSans, fontDisplay: fontSans })).toMatchObject({ fontSans, fontDisplay: fontSans });
  },
);

it.each([
  '"Inter"',
  "'Inter'",
  'Inter; color: red',
  'Inter}',
  'url(x)',
  'Inter\\22',
  'Inter,',
  ',',
  '3D',
  'Inter\n',
  '',
])('refuses the font %j', (fontDisplay) => {
  expect(() => parse({ fontDisplay })).toThrow(/theme\.fontDisplay is .* no quotes/);
});

it('decides on a long font list in no time', () => {
  const startedAt = performance.now();
  expect(() => parse({ fontSans: `${'a '.repeat(99)}!` })).toThrow(/theme\.fontSans/);
  expect(performance.now() - startedAt).toBeLessThan(1000);
});

it.each([
  [{ radius: '4px' }, 'theme.radius'],
  [{ radius: 33 }, 'theme.radius'],
  [{ density: 'dense' }, 'theme.density'],
  [{ light: { shadow: '#000' } }, 'theme.light.shadow'],
])('refuses %j', (theme, path) => {
  expect(() => parse(theme)).toThrow(`- ${path} `);
});
