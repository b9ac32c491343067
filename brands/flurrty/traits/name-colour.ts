import { parseColour } from '@act/ui/theme/colour';

/** Hues by the degree at which they end, going round. */
const hues = [
  [20, 'pink'],
  [42, 'red'],
  [75, 'orange'],
  [105, 'golden yellow'],
  [130, 'lime green'],
  [165, 'green'],
  [205, 'teal'],
  [245, 'sky blue'],
  [285, 'blue'],
  [320, 'violet'],
  [350, 'magenta'],
  [360, 'pink'],
] as const;

/** A colour in words that a painter knows; models do not read `#f2915c`. */
export const nameColour = (hex: string): string => {
  const colour = parseColour(hex);
  if (!colour) return 'soft grey';
  const { lightness, chroma, hue } = colour;
  if (lightness > 0.9 && chroma > 0.015 && hue > 42 && hue < 105 && chroma < 0.1) return 'cream';
  if (chroma < 0.035) return nameGrey(lightness);
  const name = hues.find(([end]) => hue < end)?.[1] ?? 'pink';
  // What is a dark orange is called otherwise by everybody.
  const isEarthen = name === 'orange' || name === 'golden yellow';
  if (isEarthen && lightness < 0.56) return lightness < 0.38 ? 'dark brown' : 'brown';
  if (lightness < 0.4) return `dark ${name}`;
  return lightness > 0.8 && chroma < 0.12 ? `pastel ${name}` : name;
};

const nameGrey = (lightness: number) =>
  lightness > 0.93 ? 'white' : lightness > 0.7 ? 'light grey' : lightness > 0.32 ? 'grey' : 'black';
