import { z } from 'zod';

/** Colours of a theme, `#rrggbb` or `oklch(0.62 0.19 41)`; whatever is left out stays as it is for all brands. */
export interface ThemePalette {
  /** The ground of a page. */
  readonly surface?: string | undefined;
  /** What lies on the ground: cards, menus. */
  readonly raised?: string | undefined;
  /** Lines between things. */
  readonly line?: string | undefined;
  /** Text to read. */
  readonly text?: string | undefined;
  /** Text beside it. */
  readonly muted?: string | undefined;
  /** The one colour of the brand. */
  readonly accent?: string | undefined;
  /** Text on the accent. */
  readonly accentText?: string | undefined;
  /** It went well. */
  readonly good?: string | undefined;
  /** It needs attention. */
  readonly warn?: string | undefined;
  /** It failed, or it destroys something. */
  readonly bad?: string | undefined;
}

/** What a brand changes of the look; whatever is left out stays as it is for all brands. */
export interface ThemeSettings {
  /** Colours on a light ground. */
  readonly light: ThemePalette;
  /** Colours on a dark ground. */
  readonly dark: ThemePalette;
  /** How round corners are, in pixels, from 0 to 32. */
  readonly radius?: number | undefined;
  /** How close things stand. */
  readonly density?: 'compact' | 'regular' | 'comfortable' | undefined;
  /** Families for text and controls, the preferred one first, without quotes. */
  readonly fontSans?: string | undefined;
  /** Families for headlines, the preferred one first, without quotes. */
  readonly fontDisplay?: string | undefined;
}

const part = String.raw`\d{1,3}(?:\.\d{1,6})?`;
const hexadecimal = '#(?:[0-9a-f]{3}|[0-9a-f]{4}|[0-9a-f]{6}|[0-9a-f]{8})';
const oklch = String.raw`oklch\(${part}%? ${part}%? ${part}(?: / ${part}%?)?\)`;
const family = '[A-Za-z][A-Za-z0-9-]*(?: [A-Za-z0-9-]+)*';

// Closed forms only: nothing that passes can end a declaration, an attribute or a tag, or load something.
const colour = z
  .string()
  .max(60)
  .regex(
    new RegExp(`^(?:${hexadecimal}|${oklch})$`, 'i'),
    'Use a colour such as "#1f6feb" or "oklch(0.62 0.19 41)".',
  )
  .optional();

const fontFamilies = z
  .string()
  .max(200)
  .regex(
    new RegExp(`^${family}(?:, ?${family})*$`),
    'Use family names with commas between them and no quotes, such as "Inter Variable, sans-serif".',
  )
  .optional();

const paletteSchema = z
  .strictObject({
    surface: colour,
    raised: colour,
    line: colour,
    text: colour,
    muted: colour,
    accent: colour,
    accentText: colour,
    good: colour,
    warn: colour,
    bad: colour,
  })
  .prefault({});

export const themeSettingsSchema = z.strictObject({
  light: paletteSchema,
  dark: paletteSchema,
  radius: z.number().min(0).max(32).optional(),
  density: z.enum(['compact', 'regular', 'comfortable']).optional(),
  fontSans: fontFamilies,
  fontDisplay: fontFamilies,
});
