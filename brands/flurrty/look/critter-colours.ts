import { mix, parseColour, toHex } from '@act/ui/theme/colour';

const known = (hex: string) => parseColour(hex) ?? { lightness: 0.7, chroma: 0, hue: 0 };
const night = known('#2b1740');
const white = known('#ffffff');

/** What a drawing is made of, from the two colours that were chosen. */
export interface CritterColours {
  readonly main: string;
  readonly second: string;
  /** Marks in the fur. */
  readonly deep: string;
  /** Where light falls. */
  readonly bright: string;
  /** Lines. */
  readonly line: string;
  /** What stands behind. */
  readonly ground: string;
}

export const toCritterColours = (mainColour: string, secondColour: string): CritterColours => {
  const [main, second] = [known(mainColour), known(secondColour)];
  return {
    main: toHex(main),
    second: toHex(second),
    deep: toHex(mix(main, night, 0.38)),
    bright: toHex(mix(main, white, 0.35)),
    line: toHex(mix(main, night, 0.82)),
    ground: toHex(mix(mix(main, second, 0.5), white, 0.45)),
  };
};
