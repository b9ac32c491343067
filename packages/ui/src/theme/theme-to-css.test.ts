import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseColour, toHex } from './colour.ts';
import { contrast } from './contrast.ts';
import { completePalette, type Mode, type PaletteToken, parsePalette } from './palette.ts';
import { themeToCss } from './theme-to-css.ts';

const nothing = { light: {}, dark: {} };

const shown = (mode: Mode, light = {}, dark = {}) => {
  const [own, other] = mode === 'light' ? [light, dark] : [dark, light];
  const palette = completePalette(mode, parsePalette(own), parsePalette(other));
  // Judged as it is written, rounded to eight bits.
  return (token: PaletteToken) => {
    const written = parseColour(toHex(palette[token]));
    if (!written) throw new Error(`${token} is not written as a colour`);
    return written;
  };
};

const brands = [
  ['no brand', {}, {}],
  ['graphite with one signal colour', { surface: '#fafafa', accent: '#ff4f00' }, { accent: '#ff6a2b' }],
  ['warm paper', { surface: '#f4ecdf', text: '#2a2118', accent: '#8a3b1e' }, {}],
  ['pale yellow, hardly to be seen', { accent: '#fff7b0', muted: '#e8e8e8', text: '#cccccc' }, {}],
  ['a dark accent on dark', {}, { accent: '#0a0a2a', good: '#002200', bad: '#220000' }],
  ['a wide colour', { accent: 'oklch(0.7 0.37 145)' }, { surface: 'oklch(0.25 0.05 280)' }],
] as const;

for (const mode of ['light', 'dark'] as const) {
  it.each(brands)(`is readable in ${mode} with %s`, (_name, light, dark) => {
    const colour = shown(mode, light, dark);
    for (const ground of ['surface', 'raised', 'sunken'] as const) {
      for (const ink of ['text', 'muted', 'accentInk', 'good', 'warn', 'bad'] as const) {
        expect(contrast(colour(ink), colour(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrast(colour('edge'), colour(ground)), `edge on ${ground}`).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(colour('accentText'), colour('accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colour('accent'), colour('surface'))).toBeGreaterThanOrEqual(3);
    for (const tone of ['good', 'warn', 'bad'] as const) {
      expect(contrast(colour(tone), colour(`${tone}Soft`)), tone).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(colour('accentInk'), colour('accentSoft'))).toBeGreaterThanOrEqual(4.5);
  });
}

it('keeps a colour that is readable as it is', () => {
  expect(toHex(shown('light', { accent: '#8a3b1e' })('accent'))).toBe('#8a3b1e');
});

it('replaces text on the accent that cannot be read there', () => {
  expect(toHex(shown('light', { accent: '#8a3b1e', accentText: '#99523a' })('accentText'))).toBe('#ffffff');
});

it('lends an accent to the mode that has none', () => {
  const { hue } = shown('dark', { accent: '#0b3d91' })('accent');
  expect(Math.abs(hue - (parseColour('#0b3d91')?.hue ?? 0))).toBeLessThan(4);
});

it('leaves out what is no colour, so that nothing can end the style tag', () => {
  const css = themeToCss({ light: { accent: '#fff</style><script>', text: 'url(https://x)' }, dark: {} });
  expect(css).toBe(themeToCss(nothing));
});

it('quotes families and keeps the generic ones', () => {
  const css = themeToCss({ ...nothing, fontDisplay: 'Source Sans 3, serif', radius: 2, density: 'compact' });
  expect(css).toContain('--font-headline: "Source Sans 3", serif;');
  expect(css).toContain('--corner: 2px;');
  expect(css).toContain('--control: 32px;');
});

it.each([
  ['#f00', '#ff0000'],
  ['#1f6feb80', '#1f6feb'],
  ['oklch(62% 0.19 41)', 'oklch(0.62 0.19 41)'],
])('reads %s like %s', (one, other) => {
  const [first, second] = [parseColour(one), parseColour(other)];
  expect(first && toHex(first)).toBe(second && toHex(second));
});

it('is what the style sheet holds for every brand', () => {
  const sheet = readFileSync(new URL('../styles/palette.css', import.meta.url), 'utf8');
  expect(sheet.replaceAll('"', "'").replace(/\s+/g, ' ')).toContain(
    themeToCss(nothing).replace(/\s+/g, ' ').trim(),
  );
});
