import type { LoraTraits } from '../lora/lora-traits.ts';
import { fromOklab, mix, toOklab, withLightness } from './colour.ts';
import type { Random } from './random.ts';

/** A LoRA as it is used for a picture. */
export interface UsedLora {
  traits: LoraTraits;
  /** How strongly; 1 is as trained. */
  scale: number;
}

/** The colours of a picture. */
export interface Scheme {
  /** Nearly black and nearly white, with the hue of the strongest colour. */
  ink: string;
  paper: string;
  /** The strongest colour. */
  main: string;
  /** All colours, from dark to light. */
  ramp: readonly string[];
  /** One of the LoRAs' colours: each LoRA as often as it is strong, its first colours more often. */
  pick(random: Random): string;
}

const greys = ['#8c8f94', '#5a5d63', '#b9bcc2', '#3a3d42', '#dfe1e5'];

export function createScheme(loras: readonly UsedLora[]): Scheme {
  const used = loras.map(toColours).filter(({ share }) => share > 0);
  const palettes = used.length > 0 ? used : [{ share: 1, colours: greys }];
  const strongest = palettes.reduce((one, other) => (other.share > one.share ? other : one));
  const main = strongest.colours[0] ?? '#8c8f94';
  return {
    main,
    ink: tint(main, 0.2),
    paper: tint(main, 0.965),
    ramp: palettes
      .flatMap(({ colours }) => colours)
      .toSorted((one, other) => toOklab(one).lightness - toOklab(other).lightness),
    pick: (random) => pickFrom(palettes, random),
  };
}

/** A weak LoRA leaves the picture nearer to grey. */
function toColours({ traits, scale }: UsedLora): { share: number; colours: string[] } {
  const strength = Math.min(1, Math.abs(scale));
  const fade = (hex: string) =>
    mix(fromOklab({ lightness: toOklab(hex).lightness, a: 0, b: 0 }), hex, strength);
  return { share: Math.abs(scale), colours: traits.palette.map(fade) };
}

function pickFrom(
  palettes: readonly { share: number; colours: readonly string[] }[],
  random: Random,
): string {
  const total = palettes.reduce((sum, { share }) => sum + share, 0);
  let place = random.between(0, total);
  const chosen = palettes.find(({ share }) => {
    place -= share;
    return place < 0;
  });
  const colours = chosen?.colours ?? greys;
  // Squaring prefers the first.
  return colours[Math.floor(random.between(0, 1) ** 1.6 * colours.length)] ?? '#8c8f94';
}

/** The colour's hue, hardly coloured. */
function tint(hex: string, lightness: number): string {
  const { a, b } = toOklab(withLightness(hex, lightness));
  const chroma = Math.hypot(a, b) || 1;
  const wanted = Math.min(chroma, lightness < 0.5 ? 0.03 : 0.012);
  return fromOklab({ lightness, a: (a / chroma) * wanted, b: (b / chroma) * wanted });
}
