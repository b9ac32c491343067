import type { ThemePalette } from '@act/tenant-config';
import { type Colour, mix, parseColour } from './colour.ts';
import { contrast, partContrast, standOut, textContrast } from './contrast.ts';

/** Whether a palette lies on a light or a dark ground. */
export type Mode = 'light' | 'dark';

/** Every colour that a screen uses, each readable where it is used. */
export type Palette = Readonly<Record<PaletteToken, Colour>>;

const tones = ['good', 'warn', 'bad'] as const;

/** In the order in which they are written. */
export const paletteTokens = [
  'surface',
  'sunken',
  'raised',
  'line',
  'edge',
  'text',
  'muted',
  'accent',
  'accentText',
  'accentInk',
  'accentSoft',
  'good',
  'goodSoft',
  'warn',
  'warnSoft',
  'bad',
  'badSoft',
] as const;
export type PaletteToken = (typeof paletteTokens)[number];

type Given = Partial<Record<keyof ThemePalette, Colour>>;

const known = (text: string): Colour => {
  const colour = parseColour(text);
  if (!colour) throw new TypeError(`"${text}" is not a colour.`);
  return colour;
};

const defaults = {
  light: {
    surface: known('#f6f6f4'),
    raised: known('#fefefd'),
    line: known('#dcdcd8'),
    text: known('#161718'),
    muted: known('#5d5f63'),
    accent: known('#3d4148'),
    good: known('#1f7a4a'),
    warn: known('#8a5a00'),
    bad: known('#b3261e'),
  },
  dark: {
    surface: known('#121314'),
    raised: known('#1b1c1e'),
    line: known('#2d2f32'),
    text: known('#ededeb'),
    muted: known('#9b9da1'),
    accent: known('#d5d7db'),
    good: known('#5fc58d'),
    warn: known('#e0ad4d'),
    bad: known('#f2837a'),
  },
} satisfies Record<Mode, Given>;

/** What is no colour is left out: a page with one wrong setting must still be shown. */
export const parsePalette = (palette: ThemePalette): Given => {
  const given: Given = {};
  for (const [name, text] of Object.entries(palette)) {
    const colour = typeof text === 'string' ? parseColour(text) : null;
    if (colour) given[name as keyof ThemePalette] = colour;
  }
  return given;
};

/** The whole palette from what a brand gives of it, and what it gives for the other mode. */
export const completePalette = (mode: Mode, given: Given, other: Given): Palette => {
  const base = { ...defaults[mode], ...given };
  const { surface } = base;
  const raised = given.raised ?? (given.surface ? lift(mode, surface) : base.raised);
  const sunken = mix(surface, base.text, mode === 'light' ? 0.045 : 0.05);
  const grounds = [surface, raised, sunken];
  const accent = standOut(given.accent ?? other.accent ?? base.accent, [surface, raised], partContrast);
  const accentSoft = mix(raised, accent, 0.09);
  const inTone = (tone: (typeof tones)[number]) => {
    const soft = mix(raised, base[tone], 0.1);
    return { ink: standOut(base[tone], [...grounds, soft], textContrast), soft };
  };
  const [good, warn, bad] = [inTone('good'), inTone('warn'), inTone('bad')];
  const text = standOut(base.text, grounds, 7);
  return {
    surface,
    sunken,
    raised,
    line: given.line ?? (given.surface ? mix(surface, text, 0.14) : base.line),
    edge: standOut(mix(surface, text, 0.4), grounds, partContrast),
    text,
    muted: standOut(base.muted, [...grounds, accentSoft], textContrast),
    accent,
    accentText: textOn(accent, given.accentText),
    accentInk: standOut(accent, [...grounds, accentSoft], textContrast),
    accentSoft,
    good: good.ink,
    goodSoft: good.soft,
    warn: warn.ink,
    warnSoft: warn.soft,
    bad: bad.ink,
    badSoft: bad.soft,
  };
};

const white = known('#ffffff');
const black = known('#0c0c0d');

const textOn = (ground: Colour, wish: Colour | undefined): Colour => {
  if (wish && contrast(wish, ground) >= textContrast) return wish;
  return contrast(white, ground) >= contrast(black, ground) ? white : black;
};

const lift = (mode: Mode, surface: Colour) => mix(surface, white, mode === 'light' ? 0.7 : 0.045);
