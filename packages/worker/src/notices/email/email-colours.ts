import type { ThemePalette } from '@act/tenant-config';

/** What a mail is painted with, as `#rrggbb`: mail programs know nothing newer. */
export interface EmailColours {
  readonly surface: string;
  readonly raised: string;
  readonly line: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
  readonly accentText: string;
}

const usual = {
  surface: '#f4f4f2',
  raised: '#ffffff',
  line: '#dededa',
  text: '#1c1c1a',
  muted: '#5f5f5a',
  accent: '#1f4fd8',
} as const;

/** A brand's light colours; what it leaves out is as usual. */
export function toEmailColours(palette: ThemePalette): EmailColours {
  const pick = (name: keyof typeof usual) => toHex(palette[name]) ?? usual[name];
  const accent = pick('accent');
  return {
    surface: pick('surface'),
    raised: pick('raised'),
    line: pick('line'),
    text: pick('text'),
    muted: pick('muted'),
    accent,
    accentText: toHex(palette.accentText) ?? readableOn(accent),
  };
}

/** A colour as themes write it; null where there is none. Transparency is left out. */
export function toHex(colour: string | undefined): string | null {
  if (colour === undefined) return null;
  const [, short] = /^#([0-9a-f]{3,4})$/i.exec(colour) ?? [];
  if (short !== undefined)
    return `#${[...short.slice(0, 3)].map((digit) => digit + digit).join('')}`.toLowerCase();
  const [, long] = /^#([0-9a-f]{6})(?:[0-9a-f]{2})?$/i.exec(colour) ?? [];
  if (long !== undefined) return `#${long.toLowerCase()}`;
  const [, lightness, percent, chroma, chromaPercent, hue] =
    /^oklch\(([\d.]+)(%?) ([\d.]+)(%?) ([\d.]+)/i.exec(colour) ?? [];
  if (lightness === undefined || chroma === undefined || hue === undefined) return null;
  return fromOklch(
    Number(lightness) / (percent ? 100 : 1),
    chromaPercent ? (Number(chroma) / 100) * 0.4 : Number(chroma),
    (Number(hue) * Math.PI) / 180,
  );
}

/** Björn Ottosson's OKLab, to what a screen shows; what it cannot show is cut off. */
function fromOklch(lightness: number, chroma: number, hue: number): string {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${linear.map(toByte).join('')}`;
}

function toByte(linear: number): string {
  const bounded = Math.min(1, Math.max(0, linear));
  const encoded = bounded <= 0.0031308 ? bounded * 12.92 : 1.055 * bounded ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, '0');
}

/** Black or white, whichever stands out more. */
function readableOn(hex: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return 1.05 / (luminance + 0.05) >= (luminance + 0.05) / 0.05 ? '#ffffff' : '#000000';
}
