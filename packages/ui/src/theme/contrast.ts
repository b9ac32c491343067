import { type Colour, luminance } from './colour.ts';

/** WCAG AA for text. */
export const textContrast = 4.5;
/** WCAG AA for what is not text: the edge of a field, a mark, a focus ring. */
export const partContrast = 3;

/** From 1, the same, to 21, black on white. */
export const contrast = (one: Colour, other: Colour): number => {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
};

/** Small room above what is asked, since a written colour is rounded. */
const reserve = 0.06;

/**
 * The colour itself, or the nearest lighter or darker one of the same hue
 * that stands out from every ground by `ratio`.
 */
export const standOut = (colour: Colour, grounds: readonly Colour[], ratio: number): Colour => {
  const standsOut = (candidate: Colour) =>
    grounds.every((ground) => contrast(candidate, ground) >= ratio + reserve);
  if (standsOut(colour)) return colour;
  const isOnDark = grounds.every((ground) => luminance(ground) < 0.18);
  const step = isOnDark ? 0.005 : -0.005;
  for (let { lightness } = colour; lightness >= 0 && lightness <= 1; lightness += step) {
    const candidate = { ...colour, lightness };
    if (standsOut(candidate)) return candidate;
  }
  return { lightness: isOnDark ? 1 : 0, chroma: 0, hue: 0 };
};
