import sharp from 'sharp';
import { createPaletteCollector } from '../datasets/palette.ts';
import { type Oklab, toHex, toOklab } from '../paint/colour.ts';
import { createRandom } from '../paint/random.ts';

const openings = [
  'a studio photograph',
  'a clean composition',
  'a close view',
  'a carefully lit scene',
] as const;
const subjects = [
  'of a branded object',
  'of a product with simple geometric shapes',
  'of a graphic design with bold forms',
] as const;

/** A plausible sentence from what is in a picture: its colours, its format, its light. Always the same for the same bytes. */
export async function describePicture(picture: Uint8Array): Promise<string> {
  const colours = createPaletteCollector();
  await colours.add(picture);
  const names = [...new Set(colours.palette().map(toColourName))].slice(0, 3);
  const { format, light } = await measure(picture);
  const random = createRandom('caption', ...colours.palette(), format, light);
  return `${random.one(openings)} ${random.one(subjects)} in ${listOf(names)}, ${format}, ${light}`;
}

async function measure(picture: Uint8Array): Promise<{ format: string; light: string }> {
  const { autoOrient } = await sharp(picture).metadata();
  const { channels } = await sharp(picture).flatten({ background: '#ffffff' }).stats();
  const [red, green, blue] = channels.map(({ mean }) => mean);
  const { lightness } = toOklab(toHex(red ?? 0, green ?? red ?? 0, blue ?? red ?? 0));
  return { format: toFormat(autoOrient.width / autoOrient.height), light: toLight(lightness) };
}

function toFormat(ratio: number): string {
  if (ratio > 1.1) return 'wide format';
  return ratio < 0.9 ? 'upright format' : 'square format';
}

function toLight(lightness: number): string {
  if (lightness < 0.4) return 'dark and moody light';
  return lightness > 0.75 ? 'bright and airy light' : 'soft even light';
}

/** The hue in degrees at which a colour's name ends, in Oklab. */
const hues: readonly (readonly [number, string])[] = [
  [20, 'pink'],
  [45, 'red'],
  [75, 'orange'],
  [115, 'yellow'],
  [165, 'green'],
  [215, 'teal'],
  [285, 'blue'],
  [325, 'purple'],
  [360, 'pink'],
];

function toColourName(hex: string): string {
  const colour = toOklab(hex);
  const tone = toTone(colour);
  if (Math.hypot(colour.a, colour.b) < 0.035)
    return { dark: 'black', deep: 'charcoal', plain: 'grey', light: 'white' }[tone];
  const degrees = ((Math.atan2(colour.b, colour.a) * 180) / Math.PI + 360) % 360;
  const name = hues.find(([end]) => degrees < end)?.[1] ?? 'pink';
  return { dark: `dark ${name}`, deep: `deep ${name}`, plain: name, light: `pale ${name}` }[tone];
}

function toTone({ lightness, a, b }: Oklab): 'dark' | 'deep' | 'plain' | 'light' {
  if (lightness < 0.25) return 'dark';
  if (lightness < 0.42) return 'deep';
  return lightness > 0.86 && Math.hypot(a, b) < 0.12 ? 'light' : 'plain';
}

const listOf = (words: readonly string[]) =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : (words[0] ?? 'grey');
