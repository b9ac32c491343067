import type { ThemeSettings } from '@act/tenant-config';
import { toHex } from './colour.ts';
import { completePalette, type Mode, paletteTokens, parsePalette } from './palette.ts';

const controlHeights = { compact: 32, regular: 36, comfortable: 42 } as const;
const genericFamilies = new Set([
  'serif',
  'sans-serif',
  'monospace',
  'system-ui',
  'ui-serif',
  'ui-sans-serif',
]);

/**
 * The tokens of a theme as a style sheet: light, dark by the wish of the machine, and either by `data-theme`.
 * Every text in it can be read on its ground, whatever the brand chose; what is no colour is left out.
 */
export const themeToCss = (theme: ThemeSettings): string => {
  const light = colours('light', theme);
  const dark = colours('dark', theme);
  return [
    rule(':root', [...light, ...shape(theme)]),
    `@media (prefers-color-scheme: dark) {\n${rule(":root:not([data-theme='light'])", dark)}}\n`,
    rule(":root[data-theme='dark']", dark),
  ].join('');
};

const rule = (selector: string, declarations: readonly string[]) =>
  `${selector} {\n${declarations.map((declaration) => `  ${declaration};\n`).join('')}}\n`;

const colours = (mode: Mode, theme: ThemeSettings) => {
  const [own, other] = [parsePalette(theme[mode]), parsePalette(theme[mode === 'light' ? 'dark' : 'light'])];
  const palette = completePalette(mode, own, other);
  return [
    `color-scheme: ${mode}`,
    ...paletteTokens.map((token) => `--${dashed(token)}: ${toHex(palette[token])}`),
  ];
};

const dashed = (token: string) => token.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const shape = ({ radius, density, fontSans, fontDisplay }: ThemeSettings) => [
  ...(radius === undefined ? [] : [`--corner: ${Math.min(32, Math.max(0, radius))}px`]),
  ...(density === undefined ? [] : [`--control: ${controlHeights[density]}px`]),
  ...(fontSans === undefined ? [] : [`--font-text: ${families(fontSans)}`]),
  ...(fontDisplay === undefined ? [] : [`--font-headline: ${families(fontDisplay)}`]),
];

const families = (list: string) =>
  list
    .split(',')
    .map((family) => family.trim().replace(/[^\p{L}\p{N} -]/gu, ''))
    .filter((family) => family !== '')
    .map((family) => (genericFamilies.has(family) ? family : `"${family}"`))
    .join(', ');
